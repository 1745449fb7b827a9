import type { Cell } from '@throughline/model';
import type { Expression, ViewQuery } from '../ast.ts';
import type { ViewContext } from '../context.ts';
import { readAggregate } from './aggregate.ts';
import { filterRows } from './filter.ts';
import { groupRows, pickRows } from './group.ts';
import { readKeys } from './keys.ts';
import { sortPositions } from './sort.ts';
import type { ColumnStore } from './store.ts';
import { makeStoreScope, type StoreScope } from './vector.ts';

export type ViewResult = {
  /** How many records the condition holds for, whatever the window. */
  readonly count: number;
  /** Their row numbers in order, cut to the window. */
  readonly rows: Int32Array;
  /** In order, the empty group last; none where the query does not group. */
  readonly groups: readonly ResultGroup[];
  /** Of all records counted, in the order of the query's aggregates. */
  readonly aggregates: readonly (number | null)[];
};

export type ResultGroup = {
  /** One for each group of the query; null is empty. */
  readonly keys: readonly Cell[];
  readonly rows: Int32Array;
  readonly aggregates: readonly (number | null)[];
};

/** The answer to a query over a store, from scratch. */
export function evaluate(store: ColumnStore, query: ViewQuery, context: ViewContext): ViewResult {
  const scope = makeStoreScope(store, context);
  const kept = filterRows(query.where, scope);
  return answer(kept, query, scope.within(kept));
}

/** To read values as a view shows them: `normalize(…, view)` speaks of the records that its condition keeps. */
export function makeViewScope(
  store: ColumnStore,
  context: ViewContext,
  where: Expression | undefined,
): StoreScope {
  const scope = makeStoreScope(store, context);
  return where === undefined ? scope : scope.within(filterRows(where, scope));
}

/** The records kept, in order, in groups and summed up. */
export function answer(kept: Int32Array, query: ViewQuery, scope: StoreScope): ViewResult {
  const rows = sortRows(kept, query, scope);
  return {
    count: rows.length,
    rows: cut(rows, query),
    groups: query.group.length === 0 ? [] : makeGroups(rows, query, scope),
    aggregates: query.aggregates.map((aggregate) => readAggregate(aggregate, scope, rows)(0, rows.length)),
  };
}

/** Rows come in order of their ids, which is what ties fall back to. */
export function sortRows(rows: Int32Array, query: ViewQuery, scope: StoreScope): Int32Array {
  if (query.order.length === 0) return rows;
  const keys = query.order.flatMap((order) => readKeys(order, scope, rows));
  return pickRows(rows, sortPositions(rows.length, keys));
}

function makeGroups(rows: Int32Array, query: ViewQuery, scope: StoreScope): readonly ResultGroup[] {
  const grouped = groupRows(rows, query.group, scope);
  const aggregates = query.aggregates.map((aggregate) => readAggregate(aggregate, scope, grouped.rows));
  return grouped.groups.map(({ keys, start, end }) => ({
    keys,
    rows: grouped.rows.subarray(start, end),
    aggregates: aggregates.map((of) => of(start, end)),
  }));
}

function cut(rows: Int32Array, { window }: ViewQuery): Int32Array {
  if (window === undefined) return rows;
  const { offset = 0, limit } = window;
  return rows.subarray(offset, offset + limit);
}
