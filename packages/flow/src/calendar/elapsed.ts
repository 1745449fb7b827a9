/** How much time lies between two moments, by some calendar; in ms, never below 0. */
export type Elapsed = (from: number, to: number) => number;

/** By the clock on the wall: nights and weekends count. */
export function elapsedByClock(from: number, to: number): number {
  return Math.max(0, to - from);
}
