/**
 * The plain throughput forecast: the periods to come are independent draws, with replacement, from a window of past
 * ones. Computed exactly; it is what the usual Monte Carlo simulation (Magennis, Forecasting and Simulating Software
 * Development Projects, 2011; Vacanti, Actionable Agile Metrics, 2015) converges to. It takes the past window for the
 * truth, so its promises break more often than they say: see `forecastCalibrated`.
 */
import {
  convolvePower,
  empirical,
  sureOfAtLeast,
  type CountDistribution,
} from '../statistics/count-distribution.ts';

/** How far ahead an end is looked for: ten years of weeks. */
export const FARTHEST = 520;

const ROUNDING = 1e-12;

/** How many items will be done in `periods` periods. */
export function forecastCount(window: readonly number[], periods: number): CountDistribution {
  return convolvePower(empirical(window), periods);
}

/** The number of items that will be done with probability p. */
export function promiseCount(window: readonly number[], periods: number, p: number): number {
  return sureOfAtLeast(forecastCount(window, periods), p);
}

/**
 * The fewest periods after which `items` are done, for each probability (ascending); null where that lies beyond
 * `farthest`. Counts above `items` are merged, so the cost is items × largest past count a period.
 */
export function promisePeriods(
  window: readonly number[],
  items: number,
  { chances, farthest = FARTHEST }: { readonly chances: readonly number[]; readonly farthest?: number },
): readonly (number | null)[] {
  const found: (number | null)[] = chances.map(() => (items <= 0 ? 0 : null));
  if (items <= 0 || Math.max(0, ...window) === 0) return found;
  const draw = empirical(window);
  let done: CountDistribution = Float64Array.of(1);
  for (let periods = 1; periods <= farthest && found.includes(null); periods++) {
    done = addCapped(done, draw, items);
    const chance = done[items] ?? 0;
    chances.forEach((p, at) => {
      if (found[at] === null && chance >= p - ROUNDING) found[at] = periods;
    });
  }
  return found;
}

/** The sum of both, with all that reaches `cap` counted as `cap`. */
function addCapped(a: CountDistribution, b: CountDistribution, cap: number): CountDistribution {
  const sums = new Float64Array(Math.min(cap, a.length + b.length - 2) + 1);
  for (let x = 0; x < a.length; x++) {
    const p = a[x] as number;
    if (p === 0) continue;
    for (let y = 0; y < b.length; y++) {
      const at = Math.min(cap, x + y);
      sums[at] = (sums[at] as number) + p * (b[y] as number);
    }
  }
  return sums;
}
