/**
 * The plain throughput forecast: the periods to come are independent draws, with replacement, from a window of past
 * ones. Computed exactly; it is what the usual Monte Carlo simulation (Magennis, Forecasting and Simulating Software
 * Development Projects, 2011; Vacanti, Actionable Agile Metrics, 2015) converges to. It takes the past window for the
 * truth, so its promises break more often than they say: see `makeForecaster`.
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

/** Counts above this are taken in steps, so that a team of thousands a week does not take minutes. */
const FINEST = 20_000;

/** The numbers of items that will be done within `periods` periods with each chance. */
export function promiseCounts(
  window: readonly number[],
  periods: number,
  chances: readonly number[],
): readonly number[] {
  const step = stepFor(Math.max(0, ...window) * periods);
  const done = convolvePower(empirical(inSteps(window, step)), periods);
  return chances.map((chance) => sureOfAtLeast(done, chance) * step);
}

export function promiseCount(window: readonly number[], periods: number, chance: number): number {
  return promiseCounts(window, periods, [chance])[0] as number;
}

/**
 * The fewest periods after which `items` are done, for each chance; null where that lies beyond `farthest`. Counts
 * above `items` are merged.
 */
export function promisePeriods(
  window: readonly number[],
  items: number,
  { chances, farthest = FARTHEST }: { readonly chances: readonly number[]; readonly farthest?: number },
): readonly (number | null)[] {
  const found: (number | null)[] = chances.map(() => (items <= 0 ? 0 : null));
  if (items <= 0 || Math.max(0, ...window) * farthest < items) return found;
  const step = stepFor(items);
  const goal = Math.ceil(items / step);
  const draw = empirical(inSteps(window, step));
  let done: CountDistribution = Float64Array.of(1);
  for (let periods = 1; periods <= farthest && found.includes(null); periods++) {
    done = addCapped(done, draw, goal);
    const reached = done[goal] ?? 0;
    chances.forEach((chance, at) => {
      if (found[at] === null && reached >= chance - ROUNDING) found[at] = periods;
    });
  }
  return found;
}

function stepFor(greatest: number): number {
  return Math.max(1, Math.ceil(greatest / FINEST));
}

function inSteps(window: readonly number[], step: number): readonly number[] {
  return step === 1 ? window : window.map((count) => Math.round(count / step));
}

/** The sum of both, with all that reaches `cap` counted as `cap`. */
function addCapped(a: CountDistribution, b: CountDistribution, cap: number): CountDistribution {
  const sums = new Float64Array(Math.min(cap, a.length + b.length - 2) + 1);
  for (let x = 0; x < a.length; x++) {
    const p = a[x] as number;
    if (p === 0) continue;
    for (let y = 0; y < b.length; y++) {
      if (b[y] === 0) continue;
      const at = Math.min(cap, x + y);
      sums[at] = (sums[at] as number) + p * (b[y] as number);
    }
  }
  return sums;
}
