/**
 * Sample quantiles. Type 1 is the inverse of the empirical distribution: an observed value, never one between two.
 * Type 7 interpolates between the order statistics around (n − 1) p, as R, NumPy and spreadsheets do unless told.
 * Source: Hyndman & Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996).
 */
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

/** A copy in ascending order, fit for `quantile`. */
export function sorted(values: Iterable<number>): Float64Array {
  return Float64Array.from(values).sort();
}
