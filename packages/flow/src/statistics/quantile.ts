/**
 * Sample quantiles. Type 1 is the inverse of the empirical distribution: an observed value, never one between two.
 * Type 7 interpolates between the order statistics around (n − 1) p, as R, NumPy and spreadsheets do unless told.
 * Source: Hyndman & Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996).
 */
import { selectRank } from './select.ts';

export type QuantileType = 1 | 7;

/** Of values in ascending order; `NaN` of none. */
export function quantile(sorted: ArrayLike<number>, p: number, type: QuantileType = 7): number {
  const last = sorted.length - 1;
  if (last < 0) return Number.NaN;
  if (type === 1)
    return sorted[Math.min(last, Math.max(0, Math.ceil(p * (last + 1) - 1e-9) - 1))] ?? Number.NaN;
  const position = p * last;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, last)] ?? Number.NaN;
  return low + (high - low) * (position - below);
}

/** Of values in any order, which it rearranges; type 7, `NaN` of none. For many values, of which few quantiles are wanted. */
export function quantileInPlace(values: Float64Array, p: number): number {
  if (values.length === 0) return Number.NaN;
  const position = (values.length - 1) * p;
  const below = Math.floor(position);
  const low = selectRank(values, below);
  return below === position ? low : low + (leastFrom(values, below + 1, low) - low) * (position - below);
}

/** As `quantileInPlace`, but of an even number of values the mean of the middle two, to the last digit. */
export function medianInPlace(values: Float64Array): number {
  if (values.length === 0) return Number.NaN;
  const half = values.length >> 1;
  if (values.length % 2 === 1) return selectRank(values, half);
  const low = selectRank(values, half - 1);
  return (low + leastFrom(values, half, low)) / 2;
}

/** Behind a rank that was selected the next value is the least. */
function leastFrom(values: Float64Array, from: number, otherwise: number): number {
  if (from >= values.length) return otherwise;
  let least = Number.POSITIVE_INFINITY;
  for (let index = from; index < values.length; index++) least = Math.min(least, values[index] as number);
  return least;
}

/** A copy in ascending order, fit for `quantile`. */
export function sorted(values: Iterable<number>): Float64Array {
  return Float64Array.from(values).sort();
}
