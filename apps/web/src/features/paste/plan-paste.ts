/** Which field each pasted column goes to: by its heading, else by what stands in it. */
import { foldText, type Json } from '@throughline/base';
import type { Field, Values } from '@throughline/model';
import type { PastedTable } from './parse-table.ts';
import { readPastedCell, type CellReader } from './read-cell.ts';

export interface PastePlan {
  readonly hasHeader: boolean;
  /** A field's id for each column; null for none. */
  readonly columns: readonly (string | null)[];
}

export interface UnreadCell {
  /** Counted from 1, without the heading. */
  readonly row: number;
  readonly title: string;
  readonly field: string;
  readonly text: string;
  readonly problem: string;
}

export interface PastedRecords {
  readonly records: readonly Values[];
  readonly unread: readonly UnreadCell[];
  /** Rows that have no title, and are left out. */
  readonly untitled: number;
}

const TITLE = 'title';
const titleWords = new Set(['title', 'name', 'idea', 'summary', 'titel', 'titre']);
/** Types whose values say by themselves what they are. */
const telling = new Set(['select', 'multi-select', 'person', 'people', 'team', 'company', 'date', 'link']);

export function guessPlan(table: PastedTable, fields: readonly Field[], reader: CellReader): PastePlan {
  const [first = []] = table;
  const byName = first.map((cell) => fieldNamed(cell, fields));
  const hasHeader = table.length > 1 && byName.some((field) => field !== undefined);
  const columns: (string | null)[] = hasHeader
    ? byName.map((field) => field?.id ?? null)
    : first.map(() => null);
  for (const [at, id] of columns.entries()) if (id !== null && columns.indexOf(id) < at) columns[at] = null;
  const body = hasHeader ? table.slice(1) : table;
  for (const [at, id] of columns.entries()) {
    const free = fields.filter((field) => telling.has(field.type) && !columns.includes(field.id));
    if (id === null)
      columns[at] = fieldByValues(
        body.map((row) => row[at] ?? ''),
        free,
        reader,
      );
  }
  if (!columns.includes(TITLE)) {
    const at = columns.indexOf(null);
    columns[Math.max(at, 0)] = TITLE;
  }
  return { hasHeader, columns };
}

function fieldNamed(cell: string, fields: readonly Field[]): Field | undefined {
  const folded = foldText(cell);
  if (folded === '') return undefined;
  const found = fields.find(({ name, key }) => foldText(name) === folded || key === folded);
  return found ?? (titleWords.has(folded) ? fields.find(({ id }) => id === TITLE) : undefined);
}

function fieldByValues(
  texts: readonly string[],
  fields: readonly Field[],
  reader: CellReader,
): string | null {
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return null;
  const fits = fields.find((field) => filled.every((text) => readPastedCell(text, field, reader).ok));
  return fits?.id ?? null;
}

/** What the plan makes of the table. Cells that cannot be read are left empty, and told one by one. */
export function readRecords(
  table: PastedTable,
  { hasHeader, columns }: PastePlan,
  { fields, reader }: { readonly fields: readonly Field[]; readonly reader: CellReader },
): PastedRecords {
  const records: Values[] = [];
  const unread: UnreadCell[] = [];
  let untitled = 0;
  for (const [at, row] of (hasHeader ? table.slice(1) : table).entries()) {
    const values: Record<string, Json> = {};
    const title = row[columns.indexOf(TITLE)] ?? '';
    if (title === '') {
      untitled += 1;
      continue;
    }
    for (const [column, id] of columns.entries()) {
      const field = fields.find((each) => each.id === id);
      const text = row[column] ?? '';
      if (field === undefined || text === '') continue;
      const reading = readPastedCell(text, field, reader);
      if (reading.ok) values[field.id] = reading.value;
      else unread.push({ row: at + 1, title, field: field.name, text, problem: reading.problem });
    }
    if (values[TITLE] !== undefined) records.push(values);
  }
  return { records, unread, untitled };
}
