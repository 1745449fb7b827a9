/** What somebody thinks, or the past says, about how long something takes. */
import { normalQuantile } from '../statistics/normal.ts';
import { quantile, sorted } from '../statistics/quantile.ts';

export type DurationEstimate =
  | { readonly type: 'fixed'; readonly days: number }
  /** Least, most likely and greatest: triangular. */
  | { readonly type: 'range'; readonly low: number; readonly likely: number; readonly high: number }
  /** As likely more as less than `median`; 85 % take at most `p85`: log-normal. */
  | { readonly type: 'percentiles'; readonly median: number; readonly p85: number }
  /** How long such items took. */
  | { readonly type: 'observed'; readonly days: readonly number[] };

/** A distribution is cut into so many steps, equally likely. */
export const STEP_BITS = 9;
export const STEPS = 2 ** STEP_BITS;

const MIDDLES: readonly number[] = Array.from({ length: STEPS }, (_, step) => (step + 0.5) / STEPS);
const SCORES: readonly number[] = MIDDLES.map(normalQuantile);
const P85_SCORE = normalQuantile(0.85);

/** Equally likely durations: the quantiles at the middle of each step. A draw takes one of them. */
export function tabulate(estimate: DurationEstimate): readonly number[] {
  switch (estimate.type) {
    case 'fixed':
      return MIDDLES.map(() => estimate.days);
    case 'range':
      return MIDDLES.map((p) => triangularQuantile(estimate, p));
    case 'percentiles': {
      const sigma = Math.log(estimate.p85 / estimate.median) / P85_SCORE;
      return SCORES.map((score) => estimate.median * Math.exp(sigma * score));
    }
    case 'observed': {
      const days = sorted(estimate.days);
      return MIDDLES.map((p) => quantile(days, p, 1));
    }
  }
}

function triangularQuantile(
  { low, likely, high }: { readonly low: number; readonly likely: number; readonly high: number },
  p: number,
): number {
  if (high === low) return low;
  const split = (likely - low) / (high - low);
  return p < split
    ? low + Math.sqrt(p * (high - low) * (likely - low))
    : high - Math.sqrt((1 - p) * (high - low) * (high - likely));
}
