/** What became of every record and cell of an import. Bounded, however much goes wrong. */
import type { Json, JsonObject } from '@throughline/base';
import { wellFormed } from './cell-values.ts';
import type { Position } from './import-source.ts';

export type ReportEntry = Position & {
  readonly column: string;
  readonly value: string;
  readonly code: string;
  /** Where several files are read. */
  readonly file?: string;
  /** How many cells the entry stands for, where it stands for a column. */
  readonly cells?: number;
};

export type ImportCounts = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
};

export type ImportResult = ImportCounts & {
  /** Cells, columns and rows that were left out: the first of them; `droppedCounts` tells of all, by code. */
  readonly dropped: readonly ReportEntry[];
  readonly droppedCounts: Readonly<Record<string, number>>;
  /** Cells that were kept in another form, or not surely as they were meant. */
  readonly changed: readonly ReportEntry[];
  readonly changedCounts: Readonly<Record<string, number>>;
  /** Cells that hold something: `total` = `kept` + `dropped`. */
  readonly cells: { readonly total: number; readonly kept: number; readonly dropped: number };
  readonly also: {
    readonly comments: number;
    readonly contacts: number;
    readonly companies: number;
    readonly relations: number;
    readonly fields: readonly string[];
    readonly options: readonly string[];
  };
};

const MOST_ENTRIES = 10_000;

export type ImportReport = {
  readonly count: (counts: Partial<Record<keyof ImportCounts, number>>) => void;
  readonly countAlso: (
    counts: Partial<Record<'comments' | 'contacts' | 'companies' | 'relations', number>>,
  ) => void;
  readonly addField: (key: string) => void;
  readonly addOption: (name: string) => void;
  readonly countCells: (count: number) => void;
  /** `cells` that are lost with the entry; 1 when left out. */
  readonly drop: (place: Place, entry: Entry, cells?: number) => void;
  /** A column that is left out as a whole is one entry. */
  readonly dropColumn: (place: Place, entry: Entry) => void;
  readonly change: (place: Place, entry: Entry) => void;
  readonly droppedCells: () => number;
  readonly counts: () => ImportCounts;
  readonly result: () => ImportResult;
};

export type Place = { readonly position: Position; readonly file?: string };
export type Entry = { readonly column: string; readonly value: Json; readonly code: string };

export function makeReport(begun?: Partial<ImportCounts> & { readonly also?: JsonObject }): ImportReport {
  const counts = {
    created: begun?.created ?? 0,
    updated: begun?.updated ?? 0,
    unchanged: begun?.unchanged ?? 0,
    rejected: begun?.rejected ?? 0,
  };
  const also = { comments: 0, contacts: 0, companies: 0, relations: 0, ...pickNumbers(begun?.also) };
  const fields = new Set(textsOf(begun?.also?.['fields']));
  const options = new Set(textsOf(begun?.also?.['options']));
  const dropped = makeEntries();
  const changed = makeEntries();
  const columns = new Map<string, { entry: ReportEntry; cells: number }>();
  const cells = { total: 0, dropped: 0 };
  return {
    count: (more) => {
      for (const [name, number] of Object.entries(more)) counts[name as keyof ImportCounts] += number;
    },
    countAlso: (more) => {
      for (const [name, number] of Object.entries(more)) also[name as keyof typeof also] += number;
    },
    addField: (key) => fields.add(key),
    addOption: (name) => options.add(name),
    countCells: (count) => (cells.total += count),
    drop: (place, entry, lost = 1) => {
      cells.dropped += lost;
      dropped.add(toEntry(place, entry));
    },
    dropColumn: (place, entry) => {
      cells.dropped += 1;
      const known = columns.get(entry.column);
      if (known) known.cells += 1;
      else columns.set(entry.column, { entry: toEntry(place, entry), cells: 1 });
    },
    change: (place, entry) => changed.add(toEntry(place, entry)),
    droppedCells: () => cells.dropped,
    counts: () => ({ ...counts }),
    result: () => {
      const whole = [...columns.values()].map((column) => ({ ...column.entry, cells: column.cells }));
      const columnCounts = new Map<string, number>();
      for (const { code } of whole) columnCounts.set(code, (columnCounts.get(code) ?? 0) + 1);
      return {
        ...counts,
        dropped: [...whole, ...dropped.entries].slice(0, MOST_ENTRIES),
        droppedCounts: Object.fromEntries([...columnCounts, ...dropped.counts]),
        changed: changed.entries,
        changedCounts: Object.fromEntries(changed.counts),
        cells: { total: cells.total, kept: cells.total - cells.dropped, dropped: cells.dropped },
        also: { ...also, fields: [...fields], options: [...options] },
      };
    },
  };
}

function makeEntries() {
  const entries: ReportEntry[] = [];
  const counts = new Map<string, number>();
  return {
    entries,
    counts,
    add: (entry: ReportEntry) => {
      counts.set(entry.code, (counts.get(entry.code) ?? 0) + 1);
      if (entries.length < MOST_ENTRIES) entries.push(entry);
    },
  };
}

function toEntry({ position, file }: Place, { column, value, code }: Entry): ReportEntry {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return {
    ...position,
    column: wellFormed(column),
    value: wellFormed(text.slice(0, 200)),
    code,
    ...(file === undefined ? {} : { file }),
  };
}

function pickNumbers(object: JsonObject | undefined): Record<string, number> {
  return Object.fromEntries(
    Object.entries(object ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
