/**
 * A query's answer that follows its store. A change of one record moves that record and looks at as many
 * others as it takes to halve the list down to its place; only where a formula measures records against each
 * other, and the change moves what it measures by, is the answer made anew.
 */
import type { Cell } from '@throughline/model';
import type { Expression, ViewQuery } from '../ast.ts';
import type { ViewContext } from '../context.ts';
import { readAggregate } from '../evaluate/aggregate.ts';
import { compileTest, type TestOf } from '../evaluate/compile.ts';
import { answer, type ViewResult } from '../evaluate/evaluate.ts';
import { filterRows } from '../evaluate/filter.ts';
import type { ColumnStore } from '../evaluate/store.ts';
import { makeCursor, makeStoreScope, type StoreScope } from '../evaluate/vector.ts';
import { isTimed, measuresIn, placesOf } from './dependencies.ts';
import { makeYardstick, type Yardstick } from './yardstick.ts';
import { OrderedRows } from './ordered-rows.ts';
import { plainOrder } from './plain-order.ts';
import { makeRowGroups, type GroupKeys, type RowGroups } from './row-groups.ts';
import { makeRowOrder, type RowOrder } from './row-order.ts';

/** One record's move; null is “not in the list”. Indexes are those at the moment of the move. */
export type ViewMove = { readonly row: number; readonly from: number | null; readonly to: number | null };

/** `null` when everything may have moved. */
export type ViewListener = (move: ViewMove | null) => void;

export function openView(store: ColumnStore, query: ViewQuery, context: ViewContext): LiveView {
  return new LiveView(store, query, context);
}

type GroupSums = {
  readonly aggregate: (rows: Int32Array) => readonly (number | null)[];
  /** The same rows as they lie in memory, which is the quicker way through them. */
  readonly unordered?: Int32Array;
};

export class LiveGroup {
  readonly keys: readonly Cell[];
  readonly list: OrderedRows;
  readonly #aggregate: (rows: Int32Array) => readonly (number | null)[];
  #aggregates: readonly (number | null)[] | null = null;
  #unordered: Int32Array | null;

  constructor(keys: readonly Cell[], rows: Int32Array, { aggregate, unordered }: GroupSums) {
    this.keys = keys;
    this.list = new OrderedRows(rows);
    this.#aggregate = aggregate;
    this.#unordered = unordered ?? null;
  }

  get count(): number {
    return this.list.size;
  }

  /** Made anew when asked for after a change. */
  get aggregates(): readonly (number | null)[] {
    this.#aggregates ??= this.#aggregate(this.#unordered ?? this.list.slice());
    this.#unordered = null;
    return this.#aggregates;
  }

  forgetAggregates(): void {
    this.#aggregates = null;
    this.#unordered = null;
  }
}

export class LiveView {
  readonly query: ViewQuery;
  readonly #store: ColumnStore;
  readonly #listeners = new Set<ViewListener>();
  readonly #close: () => void;
  #context: ViewContext;
  #state: State;
  #visited = 0;
  /** Where the changing row stood, and the extremes' values in it, between `before` and `after`. */
  #pending: { readonly from: number | null; readonly values: readonly number[] } | null = null;

  constructor(store: ColumnStore, query: ViewQuery, context: ViewContext) {
    this.query = query;
    this.#store = store;
    this.#context = context;
    this.#state = this.#makeState();
    this.#close = store.watch({ before: (row) => this.#before(row), after: (row) => this.#after(row) });
  }

  /** How many records the condition holds for. */
  get count(): number {
    return this.#state.all.count;
  }

  /** How many rows have been compared to place others since the view was opened. */
  get visited(): number {
    return this.#visited;
  }

  /** Aggregates over all records of the view. */
  get aggregates(): readonly (number | null)[] {
    return this.#state.all.aggregates;
  }

  /** In order, the empty group last. */
  get groups(): readonly LiveGroup[] {
    const state = this.#state;
    state.sorted ??= [...state.groups.values()].toSorted((a, b) => state.rowGroups.compare(a.keys, b.keys));
    return state.sorted;
  }

  rowAt(index: number): number | undefined {
    return this.#state.all.list.at(index);
  }

  /** Row numbers from one index to before another. */
  rows(start?: number, end?: number): Int32Array {
    return this.#state.all.list.slice(start, end);
  }

  /** Where a record stands; undefined when it is not in the view. */
  indexOf(row: number): number | undefined {
    return this.#state.matches[row] === 1 ? this.#state.all.list.indexOf(this.#locate(row)) : undefined;
  }

  /** Until the function that it answers is called. */
  onChange(listener: ViewListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Time goes on, or somebody else looks. Records are looked at again only where the query asks for the time. */
  advance(context: ViewContext): void {
    const previous = this.#context;
    this.#context = context;
    const { schema } = this.#store;
    const { where, order, group, aggregates } = this.query;
    const isPlaceTimed = [...order, ...group].some(({ by }) => isTimed(by, schema));
    if (
      previous.me !== context.me ||
      this.#state.yardsticks.length > 0 ||
      isPlaceTimed ||
      aggregates.some(({ of }) => of !== undefined && isTimed(of, schema))
    ) {
      this.#reset();
    } else if (where !== undefined && isTimed(where, schema)) {
      this.#advanceCondition(where);
    }
  }

  /** The answer as `evaluate` gives it, without a window. */
  result(): ViewResult {
    return {
      count: this.count,
      rows: this.rows(),
      groups: this.groups.map((group) => ({
        keys: group.keys,
        rows: group.list.slice(),
        aggregates: group.aggregates,
      })),
      aggregates: this.aggregates,
    };
  }

  close(): void {
    this.#close();
    this.#listeners.clear();
  }

  #locate(row: number): (other: number) => number {
    const compare = this.#state.order.locate(row);
    return (other) => {
      this.#visited++;
      return compare(other);
    };
  }

  #before(row: number): void {
    const { yardsticks, matches } = this.#state;
    const isKept = matches[row] === 1;
    const values = yardsticks.map((yardstick) => yardstick.read(row, isKept));
    const from = isKept ? this.#take(row) : null;
    this.#pending = { from, values };
  }

  #after(row: number): void {
    const { from, values } = this.#pending ?? { from: null, values: [] };
    this.#pending = null;
    const isAlive = this.#store.isAlive(row);
    const isKept = isAlive && this.#state.test(row);
    const isMoved = this.#state.yardsticks.some((yardstick, index) => {
      const is = isAlive ? yardstick.read(row, isKept) : Number.NaN;
      return yardstick.isMovedBy(values[index] ?? Number.NaN, is);
    });
    if (isMoved) return this.#reset();
    const to = isKept ? this.#place(row) : null;
    if (from !== null || to !== null) this.#tell({ row, from, to });
  }

  #take(row: number): number {
    const state = this.#state;
    const locate = this.#locate(row);
    setMatch(state, row, 0);
    for (const keys of state.rowGroups.keysOf(row)) this.#takeFromGroup(keys, locate);
    state.all.forgetAggregates();
    return state.all.list.remove(locate);
  }

  #takeFromGroup(keys: GroupKeys, locate: (other: number) => number): void {
    const name = JSON.stringify(keys);
    const group = this.#state.groups.get(name);
    if (group === undefined) return;
    group.list.remove(locate);
    group.forgetAggregates();
    if (group.count > 0) return;
    this.#state.groups.delete(name);
    this.#state.sorted = null;
  }

  #place(row: number): number {
    const state = this.#state;
    const locate = this.#locate(row);
    setMatch(state, row, 1);
    for (const keys of state.rowGroups.keysOf(row)) this.#placeInGroup(keys, { row, locate });
    state.all.forgetAggregates();
    return state.all.list.insert(row, locate);
  }

  #placeInGroup(keys: GroupKeys, { row, locate }: { row: number; locate: (other: number) => number }): void {
    if (keys.length === 0) return;
    const name = JSON.stringify(keys);
    const group = this.#state.groups.get(name);
    if (group === undefined) {
      this.#state.groups.set(name, new LiveGroup(keys, Int32Array.of(row), this.#state));
      this.#state.sorted = null;
      return;
    }
    group.list.insert(row, locate);
    group.forgetAggregates();
  }

  /** Asks the condition of all rows, in one sweep, and moves those for which the answer is another. */
  #advanceCondition(where: Expression): void {
    const scope = makeStoreScope(this.#store, this.#context);
    const passing = new Uint8Array(this.#store.size);
    for (const row of filterRows(where, scope)) passing[row] = 1;
    this.#state.test = makeTest(where, scope);
    for (const row of this.#store.live()) {
      if (passing[row] === (this.#state.matches[row] ?? 0)) continue;
      if (passing[row] === 1) this.#tell({ row, from: null, to: this.#place(row) });
      else this.#tell({ row, from: this.#take(row), to: null });
    }
  }

  #reset(): void {
    this.#state = this.#makeState();
    this.#tell(null);
  }

  #tell(move: ViewMove | null): void {
    for (const listener of this.#listeners) listener(move);
  }

  #makeState(): State {
    const { window: _all, ...asked } = this.query;
    const query = { ...asked, order: plainOrder(asked.order, this.#store.schema) };
    const whole = makeStoreScope(this.#store, this.#context);
    const kept = filterRows(query.where, whole);
    const scope = whole.within(kept);
    // Sums are made when they are asked for.
    const result = answer(kept, { ...query, aggregates: [] }, scope);
    const aggregate = makeAggregate(query, scope);
    const matches = new Uint8Array(this.#store.size);
    for (const row of result.rows) matches[row] = 1;
    return {
      matches,
      aggregate,
      all: new LiveGroup([], result.rows, { aggregate, unordered: kept }),
      groups: new Map(
        result.groups.map(({ keys, rows }) => [
          JSON.stringify(keys),
          new LiveGroup(keys, rows, { aggregate }),
        ]),
      ),
      sorted: null,
      order: makeRowOrder(query.order, scope),
      rowGroups: makeRowGroups(query.group, scope),
      test: makeTest(query.where, whole),
      yardsticks: [
        ...makeYardsticks(query.where === undefined ? [] : [query.where], whole, true),
        ...makeYardsticks(placesOf(query), scope, false),
      ],
    };
  }
}

type State = {
  /** 1 for rows in the view; may be shorter than the store. */
  matches: Uint8Array;
  readonly all: LiveGroup;
  readonly groups: Map<string, LiveGroup>;
  sorted: readonly LiveGroup[] | null;
  readonly order: RowOrder;
  readonly rowGroups: RowGroups;
  test: (row: number) => boolean;
  readonly aggregate: (rows: Int32Array) => readonly (number | null)[];
  readonly yardsticks: readonly Yardstick[];
};

function setMatch(state: State, row: number, match: 0 | 1): void {
  if (row >= state.matches.length) {
    const grown = new Uint8Array(Math.max(64, Math.ceil(row * 1.5)));
    grown.set(state.matches);
    state.matches = grown;
  }
  state.matches[row] = match;
}

function makeTest(where: Expression | undefined, scope: StoreScope): (row: number) => boolean {
  if (where === undefined) return () => true;
  const test: TestOf = compileTest(where, scope);
  const cursor = makeCursor(scope.store);
  return (row) => {
    cursor.row = row;
    return test(cursor.read);
  };
}

/** In the condition, which decides what the view is, the view is all records. */
function makeYardsticks(
  nodes: readonly Expression[],
  scope: StoreScope,
  isCondition: boolean,
): readonly Yardstick[] {
  const calls = new Set(nodes.flatMap((node) => [...measuresIn(node, scope.schema)]));
  return [...calls].map((call) => makeYardstick(call, scope, isCondition));
}

function makeAggregate(
  query: ViewQuery,
  scope: StoreScope,
): (rows: Int32Array) => readonly (number | null)[] {
  return (rows) => query.aggregates.map((aggregate) => readAggregate(aggregate, scope, rows)(0, rows.length));
}
