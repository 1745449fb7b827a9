export type ThemeGrowth = {
  /** How many came in each of the periods, oldest first. */
  readonly counts: readonly number[];
  /** The newest period beside the mean of those before; null where nothing came before. */
  readonly ratio: number | null;
};

export type GrowthOptions = {
  /** The end of the newest period, in milliseconds since 1970; it does not belong to it. */
  readonly until: number;
  readonly period: number;
  readonly periods: number;
};

/** Of when a theme's texts were said, in milliseconds since 1970; what was said before the first period is left out. */
export function measureGrowth(
  times: readonly number[],
  { until, period, periods }: GrowthOptions,
): ThemeGrowth {
  const counts = Array.from({ length: periods }, () => 0);
  for (const time of times) {
    const at = periods - 1 - Math.floor((until - 1 - time) / period);
    if (at >= 0 && at < periods) counts[at] = (counts[at] as number) + 1;
  }
  const before = counts.slice(0, -1).reduce((sum, count) => sum + count, 0);
  const newest = counts.at(-1) ?? 0;
  return { counts, ratio: before === 0 ? null : (newest * (periods - 1)) / before };
}
