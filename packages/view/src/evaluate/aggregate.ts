import type { Aggregate } from '../ast.ts';
import { typeOf } from '../type-of.ts';
import { compileTest } from './compile.ts';
import { makeCursor, readNumbers, type StoreScope } from './vector.ts';

/** What some rows sum up to; null where there is nothing to sum. */
export type AggregateOf = (start: number, end: number) => number | null;

/** Reads what an aggregate is of for all rows, then answers for ranges of them. */
export function readAggregate({ name, of }: Aggregate, scope: StoreScope, rows: Int32Array): AggregateOf {
  if (of === undefined) return (start, end) => end - start;
  if (name === 'count') return countPresent(of, scope, rows);
  const isDate = typeOf(of, scope.schema).kind === 'date';
  const values = readNumbers(of, scope, rows, isDate ? 'raw' : 'tame');
  const reduce = REDUCE[name];
  return (start, end) => {
    const present = values.subarray(start, end).filter((value) => !Number.isNaN(value));
    return present.length === 0 ? null : reduce(present);
  };
}

const REDUCE: Readonly<Record<Exclude<Aggregate['name'], 'count'>, (values: Float64Array) => number>> = {
  sum,
  average: (values) => sum(values) / values.length,
  min: (values) => values.reduce((a, b) => (b < a ? b : a)),
  max: (values) => values.reduce((a, b) => (b > a ? b : a)),
  median,
};

function sum(values: Float64Array): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index] as number;
  return total;
}

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)] as number, sorted[Math.ceil(middle)] as number];
  return low + (high - low) * (middle % 1);
}

function countPresent(of: NonNullable<Aggregate['of']>, scope: StoreScope, rows: Int32Array): AggregateOf {
  const isEmpty = compileTest({ type: 'isEmpty', value: of }, scope);
  const cursor = makeCursor(scope.store);
  return (start, end) => {
    let count = 0;
    for (let index = start; index < end; index++) {
      cursor.row = rows[index] as number;
      if (!isEmpty(cursor.read)) count++;
    }
    return count;
  };
}
