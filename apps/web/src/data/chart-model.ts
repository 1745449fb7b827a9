/** What a chart shows, from the view engine: groups and aggregates, anew after every change. */
import type { Cell, Field } from '@throughline/model';
import {
  compileValue,
  evaluate,
  makeStoreScope,
  type Aggregate,
  type Expression,
  type Group,
  type Period,
  type ViewQuery,
} from '@throughline/view';
import type { ChartFields } from './chart-fields.ts';
import {
  bothOf,
  bucketCondition,
  bucketExpression,
  dateEdge,
  numberEdge,
  periodEdges,
} from './chart-buckets.ts';
import { everything, periodKey, valueKey, type ChartKey } from './chart-keys.ts';
import { makeBins, percentile, type Bins } from './chart-spread.ts';
import { makeRecordValues } from './record-values.ts';
import type { RecordSource } from './record-source.ts';
import type { WorkspaceData } from './workspace-data.ts';

export interface ChartTable {
  readonly rows: readonly ChartKey[];
  /** One, for everything, where nothing divides the rows. */
  readonly columns: readonly ChartKey[];
  /** By row, then by column; null where there is nothing to sum up. */
  readonly cells: ReadonlyArray<ReadonlyArray<number | null>>;
  readonly rowTotals: ReadonlyArray<number | null>;
  readonly columnTotals: ReadonlyArray<number | null>;
  readonly total: number | null;
  /** Records the view holds. */
  readonly count: number;
}

export interface ChartSpread {
  readonly bins: Bins;
  readonly counts: readonly number[];
  readonly conditions: readonly Expression[];
  readonly percentiles: ReadonlyArray<{ readonly name: string; readonly value: number }>;
  /** Records with a value, of how many. */
  readonly present: number;
  readonly count: number;
}

export interface ChartScatter {
  readonly ids: readonly string[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Position of the option; -1 is none. */
  readonly color: readonly number[];
  readonly count: number;
}

export interface ChartModel {
  readonly table: (query: ViewQuery, fields: ChartFields, period: Period) => ChartTable;
  readonly spread: (query: ViewQuery, of: Field) => ChartSpread;
  readonly scatter: (query: ViewQuery, axes: ScatterAxes) => ChartScatter;
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface ScatterAxes {
  readonly x: Field;
  readonly y: Field;
  readonly color: Field | undefined;
}

const named: ReadonlyArray<readonly [string, number]> = [
  ['P15', 0.15],
  ['P50', 0.5],
  ['P85', 0.85],
  ['P95', 0.95],
];

export function makeChartModel(data: WorkspaceData, source: RecordSource): ChartModel {
  const values = makeRecordValues(data, source);
  let version = 0;

  const ask = (query: ViewQuery, group: readonly Group[], aggregates: readonly Aggregate[]) =>
    evaluate(source.store(), { ...query, order: [], group, aggregates }, values.context());

  /** How records fall into the bars of a field: by its values, dates by stretches of time. */
  function divide(query: ViewQuery, field: Field, period: Period): Division {
    const by: Expression = { type: 'field', field: field.id };
    const schema = source.schema();
    if (schema.typeOfField(field).kind !== 'date')
      return { by, keys: undefined, keyOf: (cell) => valueKey(field, cell, schema, data.titles) };
    const [first, last] = ask(
      query,
      [],
      [
        { name: 'min', of: by },
        { name: 'max', of: by },
      ],
    ).aggregates;
    if (typeof first !== 'number' || typeof last !== 'number')
      return { by, keys: [], keyOf: () => valueKey(field, null, schema, data.titles) };
    const { edges, period: taken } = periodEdges(first, last, period);
    const keys = edges
      .slice(0, -1)
      .map((edge, at) => periodKey(field, [edge, edges[at + 1] as number], taken));
    return {
      by: bucketExpression(by, edges, dateEdge),
      keys,
      keyOf: (cell) =>
        (typeof cell === 'number' ? keys[cell] : undefined) ?? valueKey(field, null, schema, data.titles),
    };
  }

  function table(query: ViewQuery, { by, series, measure }: ChartFields, period: Period): ChartTable {
    const aggregate: Aggregate = {
      name: measure.name,
      ...(measure.of && { of: { type: 'field', field: measure.of.id } }),
    };
    const rows = divide(query, by, period);
    const columns = series && divide(query, series, period);
    const group = (division: Division): Group => ({ by: division.by, direction: 'ascending' });
    const byRow = ask(query, [group(rows)], [aggregate]);
    const byColumn = columns && ask(query, [group(columns)], [aggregate]);
    const byCell = columns && ask(query, [group(rows), group(columns)], [aggregate]);
    const isSum = measure.name === 'count' || measure.name === 'sum';
    const rowValues = new Map(
      byRow.groups.map(({ keys, aggregates }) => [textOf(keys), aggregates[0] ?? null]),
    );
    const columnValues = new Map(
      byColumn?.groups.map(({ keys, aggregates }) => [textOf(keys), aggregates[0] ?? null]),
    );
    const cellValues = new Map(
      byCell?.groups.map(({ keys, aggregates }) => [textOf(keys), aggregates[0] ?? null]),
    );
    const rowCells = cellsOf(
      rows,
      byRow.groups.map(({ keys }) => keys[0] ?? null),
    );
    const columnCells =
      columns && byColumn
        ? cellsOf(
            columns,
            byColumn.groups.map(({ keys }) => keys[0] ?? null),
          )
        : [null];
    // A stretch of time in which nothing was counts 0; there is no average of nothing.
    const nothing = isSum ? 0 : null;
    const rowTotals = rowCells.map((cell) => rowValues.get(textOf([cell])) ?? nothing);
    return {
      rows: rowCells.map(rows.keyOf),
      columns: columns ? columnCells.map(columns.keyOf) : [everything],
      cells: columns
        ? rowCells.map((row) => columnCells.map((column) => cellValues.get(textOf([row, column])) ?? null))
        : rowTotals.map((value) => [value]),
      rowTotals,
      columnTotals: columns
        ? columnCells.map((cell) => columnValues.get(textOf([cell])) ?? nothing)
        : [byRow.aggregates[0] ?? null],
      total: byRow.aggregates[0] ?? null,
      count: byRow.count,
    };
  }

  /** The numbers of all records of the view that have one. */
  function numbersOf(rows: Int32Array, field: Field): Float64Array {
    const store = source.store();
    const valueOf = compileValue({ type: 'field', field: field.id }, makeStoreScope(store, values.context()));
    return Float64Array.from(rows, (row) => {
      const cell = valueOf(store.reader(row));
      return typeof cell === 'number' ? cell : Number.NaN;
    });
  }

  return {
    table,
    spread: (query, of) => {
      const { rows, count } = ask(query, [], []);
      const sorted = numbersOf(rows, of)
        .filter((value) => !Number.isNaN(value))
        .sort();
      const bins = makeBins(sorted);
      const by: Expression = { type: 'field', field: of.id };
      const present = bothOf(query.where, { type: 'not', item: { type: 'isEmpty', value: by } });
      const groups = ask(
        { ...query, ...(present && { where: present }) },
        [{ by: bucketExpression(by, bins.edges, numberEdge), direction: 'ascending' }],
        [{ name: 'count' }],
      ).groups;
      const counts = new Map(groups.map(({ keys, aggregates }) => [keys[0], aggregates[0] ?? 0]));
      const places = bins.edges.slice(0, -1);
      return {
        bins,
        counts: places.map((_, at) => counts.get(at) ?? 0),
        conditions: places.map((edge, at) =>
          bucketCondition(by, [numberEdge(edge), numberEdge(bins.edges[at + 1] as number)]),
        ),
        percentiles:
          sorted.length === 0
            ? []
            : named.map(([name, share]) => ({ name, value: percentile(sorted, share) })),
        present: sorted.length,
        count,
      };
    },
    scatter: (query, { x, y, color }) => {
      const { rows, count } = ask(query, [], []);
      const [xs, ys] = [numbersOf(rows, x), numbersOf(rows, y)];
      const store = source.store();
      const places = new Map(color?.config.options?.map(({ key }, at) => [key, at]));
      const shown = Array.from(rows.keys()).filter((at) => !Number.isNaN(xs[at]) && !Number.isNaN(ys[at]));
      return {
        ids: shown.map((at) => store.idOf(rows[at] as number)),
        x: shown.map((at) => xs[at] as number),
        y: shown.map((at) => ys[at] as number),
        color: shown.map((at) => {
          const cell = color === undefined ? null : store.read(rows[at] as number, color.id);
          return typeof cell === 'string' ? (places.get(cell) ?? -1) : -1;
        }),
        count,
      };
    },
    version: () => version,
    subscribe: (listener) => {
      const changed = (): void => {
        version += 1;
        listener();
      };
      const stops = [source.onChange(changed), source.onReplaced(changed)];
      // Conditions and formulas may ask for the time.
      const clock = setInterval(changed, 60_000);
      return () => {
        clearInterval(clock);
        for (const stop of stops) stop();
      };
    },
  };
}

interface Division {
  readonly by: Expression;
  /** All that there are, also without records; undefined where only values that occur count. */
  readonly keys: readonly ChartKey[] | undefined;
  readonly keyOf: (cell: Cell) => ChartKey;
}

/** Stretches of time follow one another also where nothing was. */
function cellsOf({ keys }: Division, present: readonly Cell[]): readonly Cell[] {
  if (keys === undefined) return present;
  return [...keys.keys(), ...(present.includes(null) ? [null] : [])];
}

function textOf(keys: readonly Cell[]): string {
  return JSON.stringify(keys);
}
