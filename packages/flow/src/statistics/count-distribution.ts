/**
 * Distributions of a count: index is the count, value its probability. What a Monte Carlo simulation of sums of
 * independent draws converges to, computed exactly by convolution.
 */
export type CountDistribution = Float64Array;

/** Slack for sums of probabilities that are one but for rounding. */
const ROUNDING = 1e-12;

/** Each value as likely as it is frequent in the sample. */
export function empirical(sample: readonly number[]): CountDistribution {
  const distribution = new Float64Array(Math.max(0, ...sample) + 1);
  for (const value of sample) distribution[value] = (distribution[value] ?? 0) + 1 / sample.length;
  return distribution;
}

/** Of the sum of two independent counts. */
export function convolve(a: CountDistribution, b: CountDistribution): CountDistribution {
  const sums = new Float64Array(a.length + b.length - 1);
  for (let x = 0; x < a.length; x++) {
    const p = a[x] as number;
    if (p === 0) continue;
    for (let y = 0; y < b.length; y++) sums[x + y] = (sums[x + y] as number) + p * (b[y] as number);
  }
  return sums;
}

/** Of the sum of `times` independent draws; by squaring, so long sums stay quick. */
export function convolvePower(distribution: CountDistribution, times: number): CountDistribution {
  let result: CountDistribution = Float64Array.of(1);
  let square = distribution;
  for (let left = times; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = convolve(result, square);
    if (left > 1) square = convolve(square, square);
  }
  return result;
}

/** The largest count that is reached or passed with probability p: the promise one may make at that confidence. */
export function sureOfAtLeast(distribution: CountDistribution, p: number): number {
  let reached = 0;
  for (let count = distribution.length - 1; count > 0; count--) {
    reached += distribution[count] as number;
    if ((distribution[count] as number) > 0 && reached >= p - ROUNDING) return count;
  }
  return 0;
}

/** P(count ≥ least). */
export function chanceOfAtLeast(distribution: CountDistribution, least: number): number {
  let chance = 0;
  for (let count = distribution.length - 1; count >= Math.max(0, least); count--)
    chance += distribution[count] as number;
  return Math.min(1, chance);
}
