/** The rows of a list on their way to items. */
import { makeGrowingCodes } from '../log/growing.ts';
import { NameTable } from '../log/name-table.ts';
import type { CsvCells } from '../read/csv-scanner.ts';
import { decodeText } from '../read/decode-text.ts';
import { LeftOutCounter } from '../read/left-out.ts';
import { TimeColumn } from '../read/time-column.ts';
import { TimeReader, type DateOrder } from '../read/time-reader.ts';
import type { ZoneOffset } from '../read/zone-offset.ts';
import type { ItemPart } from './item-columns.ts';
import type { ItemList } from './item-list.ts';

const DATES = ['created', 'started', 'done'] as const;
type DatePart = (typeof DATES)[number];

/** `HDFS-12` is of the project HDFS. */
const KEY = /^([A-Za-z][A-Za-z0-9_]*)-[A-Za-z]*\d+$/;

export type ItemLayout = {
  readonly offset: ZoneOffset;
  /** Cells of the header. */
  readonly width: number;
  readonly dateOrder?: DateOrder;
};

export class ItemListBuilder {
  readonly leftOut = new LeftOutCounter();
  rows = 0;
  #items = 0;
  #raggedRows = 0;
  readonly #ids: string[] = [];
  readonly #projects = new NameTable();
  readonly #project = makeGrowingCodes(0);
  readonly #columns: ReadonlyMap<ItemPart, number>;
  readonly #width: number;
  readonly #times: ReadonlyMap<DatePart, TimeColumn>;

  constructor(columns: ReadonlyMap<ItemPart, number>, { offset, width, dateOrder }: ItemLayout) {
    this.#columns = columns;
    this.#width = width;
    const makeTimes = (): TimeColumn =>
      new TimeColumn(new TimeReader(offset, dateOrder), dateOrder !== undefined);
    this.#times = new Map(DATES.filter((part) => columns.has(part)).map((part) => [part, makeTimes()]));
  }

  add(cells: CsvCells): void {
    this.rows += 1;
    const place = (): string => `line ${cells.line}`;
    if (cells.count !== this.#width) this.#raggedRows += 1;
    if (cells.isBroken) return this.leftOut.add('quote_not_closed', place);
    if (cells.hasNul) return this.leftOut.add('nul_byte', place);
    const row = this.#items;
    for (const [part, times] of this.#times) {
      const span = this.#span(cells, part);
      if (span === null || times.set(row, cells.bytes, span.start, span.end)) continue;
      this.leftOut.add('bad_time', place);
      if (part === 'done') return;
    }
    const id = this.#text(cells, 'id') ?? `${cells.line}`;
    this.#ids.push(id);
    this.#project.set(row, this.#projects.codeOf(projectOf(this.#text(cells, 'project'), id)));
    this.#items += 1;
  }

  finish(): ItemList {
    this.#decideDates();
    const count = this.#items;
    const take = (part: DatePart): Float64Array =>
      this.#times.get(part)?.take(count) ?? new Float64Array(count).fill(Number.NaN);
    return {
      ids: this.#ids,
      created: take('created'),
      started: take('started'),
      done: take('done'),
      projects: this.#projects.names(),
      project: this.#project.take(count),
    };
  }

  notes(isZoneGiven: boolean): readonly string[] {
    const withoutZone = [...this.#times.values()].reduce((sum, { reader }) => sum + reader.withoutZone, 0);
    return [
      ...(this.#raggedRows > 0
        ? [
            `${this.#raggedRows} rows have more or fewer cells than the header; cells are taken by their place.`,
          ]
        : []),
      ...(withoutZone > 0 && !isZoneGiven
        ? [`${withoutZone} dates say no time zone; they are taken as UTC. Name another with --zone.`]
        : []),
    ];
  }

  /** Day or month first: as one column proves, else so that fewer items are done before they were created. */
  #decideDates(): void {
    const all = [...this.#times.values()];
    const decided = all.find((times) => !times.isUndecided && times.length > 0 && times.hadOthers);
    const order = decided?.reader.order ?? this.#likelierOrder();
    for (const times of all) if (times.isUndecided) times.decide(order);
  }

  #likelierOrder(): DateOrder {
    const [created, done] = [this.#times.get('created'), this.#times.get('done')];
    if (created === undefined || done === undefined) return 'day-first';
    let own = 0;
    let other = 0;
    for (let row = 0; row < this.#items; row++) {
      if (done.get(row) < created.get(row)) own += 1;
      if (done.getOther(row) < created.getOther(row)) other += 1;
    }
    return other < own ? 'month-first' : 'day-first';
  }

  #span(cells: CsvCells, part: ItemPart): { readonly start: number; readonly end: number } | null {
    const column = this.#columns.get(part);
    if (column === undefined || column >= cells.count) return null;
    const [start, end] = [cells.starts[column] as number, cells.ends[column] as number];
    return end > start ? { start, end } : null;
  }

  #text(cells: CsvCells, part: ItemPart): string | null {
    const span = this.#span(cells, part);
    return span === null ? null : decodeText(cells.bytes, span).trim();
  }
}

/** The project by name; a bare number, or none, gives way to the project that the key begins with. */
function projectOf(name: string | null, id: string): string {
  const prefix = KEY.exec(id)?.[1];
  const isNamed = name !== null && name !== '' && !/^\d+$/.test(name);
  return isNamed ? name : (prefix ?? name ?? '');
}
