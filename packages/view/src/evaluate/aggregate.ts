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
    const result = reduce(values.subarray(start, end));
    return Number.isNaN(result) ? null : result;
  };
}

/** Of values of which NaN are empty; NaN where all are. */
type Reduce = (values: Float64Array) => number;

const REDUCE: Readonly<Record<Exclude<Aggregate['name'], 'count'>, Reduce>> = {
  sum: (values) => summed(values).total,
  average: (values) => {
    const { total, count } = summed(values);
    return total / count;
  },
  min: (values) => {
    let least = Infinity;
    for (let index = 0; index < values.length; index++)
      if ((values[index] as number) < least) least = values[index] as number;
    return least === Infinity ? Number.NaN : least;
  },
  max: (values) => {
    let greatest = -Infinity;
    for (let index = 0; index < values.length; index++)
      if ((values[index] as number) > greatest) greatest = values[index] as number;
    return greatest === -Infinity ? Number.NaN : greatest;
  },
  median,
};

function summed(values: Float64Array): { readonly total: number; readonly count: number } {
  let [total, count] = [0, 0];
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (Number.isNaN(value)) continue;
    total += value;
    count += 1;
  }
  return { total: count === 0 ? Number.NaN : total, count };
}

function median(values: Float64Array): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return Number.NaN;
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
