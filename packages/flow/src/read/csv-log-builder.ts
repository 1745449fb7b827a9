/** The rows of a CSV on their way to a log: one growing column for each part an event has. */
import { AttributeBuilder } from '../log/attribute-builder.ts';
import { groupByCase, type CaseGrouping } from '../log/case-grouping.ts';
import { NONE, type AttributeColumn, type EventLog } from '../log/event-log.ts';
import { makeGrowingCodes } from '../log/growing.ts';
import { hashBytes, NameTable } from '../log/name-table.ts';
import { pick } from '../log/reorder.ts';
import type { CsvCells } from './csv-scanner.ts';
import type { Encoding } from './decode-text.ts';
import { LeftOutCounter } from './left-out.ts';
import type { Role } from './read-options.ts';
import { TimeColumn } from './time-column.ts';
import { TimeReader, type DateOrder } from './time-reader.ts';
import type { ZoneOffset } from './zone-offset.ts';

export type CsvLayout = {
  readonly header: readonly string[];
  readonly roles: ReadonlyMap<Role, number>;
  readonly offset: ZoneOffset;
  readonly dateOrder?: DateOrder;
  /** The row is left out without being counted as broken when this column is empty. */
  readonly activityMayBeEmpty?: boolean;
};

/** Names of one part, and each row's. */
type Coded = { readonly table: NameTable; readonly codes: ReturnType<typeof makeGrowingCodes> };

export class CsvLogBuilder {
  readonly leftOut = new LeftOutCounter();
  raggedRows = 0;
  readonly time: TimeColumn;
  readonly start: TimeColumn | null;
  #rows = 0;
  readonly #layout: CsvLayout;
  readonly #case: Coded = makeCoded();
  readonly #activity: Coded = makeCoded();
  readonly #lifecycle: Coded | null;
  readonly #resource: Coded | null;
  readonly #attributes: readonly { readonly column: number; readonly builder: AttributeBuilder }[];
  readonly #columns: Readonly<Record<Role, number>>;

  constructor(layout: CsvLayout) {
    this.#layout = layout;
    const column = (role: Role): number => layout.roles.get(role) ?? NONE;
    this.#columns = {
      case: column('case'),
      activity: column('activity'),
      time: column('time'),
      start: column('start'),
      lifecycle: column('lifecycle'),
      resource: column('resource'),
    };
    const makeTime = (): TimeColumn =>
      new TimeColumn(new TimeReader(layout.offset, layout.dateOrder), layout.dateOrder !== undefined);
    this.time = makeTime();
    this.start = this.#columns.start === NONE ? null : makeTime();
    this.#lifecycle = this.#columns.lifecycle === NONE ? null : makeCoded();
    this.#resource = this.#columns.resource === NONE ? null : makeCoded();
    const taken = new Set(layout.roles.values());
    this.#attributes = layout.header.flatMap((name, at) =>
      name === '' || taken.has(at) ? [] : [{ column: at, builder: new AttributeBuilder('guess') }],
    );
  }

  add(cells: CsvCells): void {
    const { case: caseColumn, activity, time, start, lifecycle, resource } = this.#columns;
    const row = this.#rows;
    const { bytes, starts, ends, count } = cells;
    if (count !== this.#layout.header.length) this.raggedRows += 1;
    if (!this.#isUsable(cells)) return;
    if (!this.time.set(row, bytes, starts[time] as number, ends[time] as number)) {
      this.leftOut.add('bad_time', () => `line ${cells.line}`);
      return;
    }
    put(this.#case, row, cells, caseColumn);
    put(this.#activity, row, cells, activity);
    if (this.#lifecycle !== null) putEvenEmpty(this.#lifecycle, row, cells, lifecycle);
    if (this.#resource !== null) put(this.#resource, row, cells, resource);
    if (this.start !== null && has(cells, start))
      this.start.set(row, bytes, starts[start] as number, ends[start] as number);
    for (const { column, builder } of this.#attributes) {
      if (!has(cells, column)) continue;
      const from = starts[column] as number;
      const to = ends[column] as number;
      builder.set(row, bytes, from, to, hashBytes(bytes, from, to));
    }
    this.#rows += 1;
  }

  #isUsable(cells: CsvCells): boolean {
    const place = (): string => `line ${cells.line}`;
    const { case: caseColumn, activity, time } = this.#columns;
    if (cells.isBroken) this.leftOut.add('quote_not_closed', place);
    else if (cells.hasNul) this.leftOut.add('nul_byte', place);
    else if (!has(cells, caseColumn)) this.leftOut.add('no_case', place);
    else if (!has(cells, activity))
      this.leftOut.add(this.#layout.activityMayBeEmpty === true ? 'no_status_change' : 'no_activity', place);
    else if (!has(cells, time)) this.leftOut.add('no_time', place);
    else return true;
    return false;
  }

  get rows(): number {
    return this.#rows;
  }

  finish(encoding: Encoding): EventLog {
    const rows = this.#rows;
    const grouping = groupByCase(this.#case.codes.take(rows), this.#case.table.size);
    this.#decideDates(grouping);
    const ordered = <T extends Float64Array | Int32Array>(column: T): T =>
      grouping.order === null ? column : pick(column, grouping.order);
    const codes = (coded: Coded | null): Int32Array | null => coded && ordered(coded.codes.take(rows));
    const names = (coded: Coded | null): readonly string[] => coded?.table.names(encoding) ?? [];
    const attributes = this.#takeAttributes({ firstEvent: grouping.firstEvent, ordered, encoding });
    return {
      caseIds: names(this.#case),
      firstEvent: grouping.firstEvent,
      activities: names(this.#activity),
      activity: ordered(this.#activity.codes.take(rows)),
      time: ordered(this.time.take(rows)),
      start: this.start === null || this.start.length === 0 ? null : ordered(this.start.take(rows)),
      transitions: names(this.#lifecycle),
      transition: names(this.#lifecycle).some((name) => name !== '') ? codes(this.#lifecycle) : null,
      resources: names(this.#resource),
      resource: codes(this.#resource),
      ...attributes,
    };
  }

  /** No row having told day from month, they are taken so that fewer events go back in time. */
  #decideDates({ firstEvent, order }: CaseGrouping): void {
    const { time, start } = this;
    if (time.isUndecided) {
      const rowOf = (event: number): number => (order === null ? event : (order[event] as number));
      let own = 0;
      let other = 0;
      for (let index = 0; index + 1 < firstEvent.length; index++)
        for (
          let event = (firstEvent[index] as number) + 1;
          event < (firstEvent[index + 1] as number);
          event++
        ) {
          const [a, b] = [rowOf(event - 1), rowOf(event)];
          if (time.get(b) < time.get(a)) own += 1;
          if (time.getOther(b) < time.getOther(a)) other += 1;
        }
      time.decide(other < own ? 'month-first' : 'day-first');
    }
    start?.decide(time.reader.order);
  }

  #takeAttributes({
    firstEvent,
    ordered,
    encoding,
  }: {
    firstEvent: Uint32Array;
    ordered: (column: Int32Array) => Int32Array;
    encoding: Encoding;
  }): Pick<EventLog, 'eventAttributes' | 'caseAttributes'> {
    const eventAttributes = new Map<string, AttributeColumn>();
    const caseAttributes = new Map<string, AttributeColumn>();
    for (const { column, builder } of this.#attributes) {
      if (builder.isEmpty) continue;
      const name = this.#layout.header[column] as string;
      const prefixed = /^(?:case:|case |\(case\)[ _]?)(.+)$/.exec(name)?.[1];
      const codes = ordered(builder.takeCodes(this.#rows));
      const ofCases = valuesOfCases(codes, firstEvent, prefixed !== undefined);
      if (ofCases === null) eventAttributes.set(name, builder.columnOf(codes, encoding));
      else caseAttributes.set(prefixed ?? name, builder.columnOf(ofCases, encoding));
    }
    return { eventAttributes, caseAttributes };
  }
}

function makeCoded(): Coded {
  return { table: new NameTable(), codes: makeGrowingCodes(NONE) };
}

function has({ starts, ends, count }: CsvCells, column: number): boolean {
  return column < count && (ends[column] as number) > (starts[column] as number);
}

function put(coded: Coded, row: number, cells: CsvCells, column: number): void {
  if (has(cells, column)) putEvenEmpty(coded, row, cells, column);
}

/** An empty cell is a name of no letters; a cell that is not there is none. */
function putEvenEmpty({ table, codes }: Coded, row: number, cells: CsvCells, column: number): void {
  if (column >= cells.count) return;
  const from = cells.starts[column] as number;
  const to = cells.ends[column] as number;
  codes.set(row, table.intern(cells.bytes, from, to));
}

/**
 * One value a case where a column never differs within one; null where it does. A column that says so by its name
 * is one of cases in any case, and has its first value.
 */
function valuesOfCases(codes: Int32Array, firstEvent: Uint32Array, isNamedSo: boolean): Int32Array | null {
  const values = new Int32Array(firstEvent.length - 1).fill(NONE);
  let isRepeated = false;
  for (let index = 0; index < values.length; index++) {
    const from = firstEvent[index] as number;
    const to = firstEvent[index + 1] as number;
    let value = codes[from] ?? NONE;
    for (let event = from + 1; event < to; event++) {
      if (codes[event] === value) continue;
      if (!isNamedSo) return null;
      if (value === NONE) value = codes[event] as number;
    }
    if (to - from > 1 && value !== NONE) isRepeated = true;
    values[index] = value;
  }
  return isRepeated || isNamedSo ? values : null;
}
