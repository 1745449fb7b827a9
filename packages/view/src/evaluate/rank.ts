/** A value beside those of a population, as numbers from 0 to 100. */

/** Numbers of a population from the least to the greatest; empty ones are not counted. */
export function sortPresent(values: Iterable<number>): Float64Array {
  return Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
}

/**
 * Percentile rank: how many of 100 others lie below, `100 × below ÷ (n − 1)`. Equal values share the rank of
 * the first of them; a value alone has 0. As PERCENT_RANK of SQL (ISO/IEC 9075-2) and PERCENTRANK.INC of
 * spreadsheets.
 */
export function percentile(value: number, sorted: Float64Array): number {
  const { length } = sorted;
  if (Number.isNaN(value) || length === 0) return Number.NaN;
  return length === 1 ? 0 : (Math.min(countBelow(value, sorted), length - 1) / (length - 1)) * 100;
}

function countBelow(value: number, sorted: Float64Array): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * From 0 to 100 between the least and the greatest (min–max feature scaling); 100 where they are the same, empty
 * where there are none. A record outside the population counts as the end that is nearest to it.
 */
export function normalize(value: number, least: number, greatest: number): number {
  if (Number.isNaN(value) || !(least <= greatest)) return Number.NaN;
  if (least === greatest) return 100;
  return ((Math.min(Math.max(value, least), greatest) - least) / (greatest - least)) * 100;
}
