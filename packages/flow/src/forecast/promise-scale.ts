/**
 * How far below the expected count a promise of each probability stays: `(expected + 1) · exp(−offset · unrest) − 1`.
 *
 * `usual` are the quantiles of that offset over 20 series of items done a week, from four Apache projects, parts of
 * them, two company projects and one GitHub repository; they hardly differ between horizons of 1 to 12 weeks, which
 * is why one table serves all. They are where each project begins; its own past then moves them.
 *
 * `aim` is the share of promises that are to hold. It lies above the probability at the middle, on the cautious side.
 */
export const PROMISE_SCALE = [
  { chance: 0.05, aim: 0.05, usual: -0.7 },
  { chance: 0.15, aim: 0.15, usual: -0.37 },
  { chance: 0.3, aim: 0.3, usual: -0.13 },
  { chance: 0.5, aim: 0.56, usual: 0.2 },
  { chance: 0.7, aim: 0.72, usual: 0.35 },
  { chance: 0.85, aim: 0.845, usual: 0.6 },
  { chance: 0.95, aim: 0.95, usual: 0.95 },
] as const;

/** One offset for each step of the scale. */
export type Offsets = Float64Array;
