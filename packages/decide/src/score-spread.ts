/** What several people said of one thing, as numbers. */
export type ScoreSpread = {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
  /** How far they are apart: the standard deviation, 0 where all agree. */
  readonly deviation: number;
};

/** Null where nobody said anything. */
export function spreadOf(scores: readonly number[]): ScoreSpread | null {
  const count = scores.length;
  if (count === 0) return null;
  const sorted = scores.toSorted((a, b) => a - b);
  const mean = scores.reduce((sum, score) => sum + score, 0) / count;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / count;
  const middle = [sorted[Math.floor((count - 1) / 2)], sorted[Math.ceil((count - 1) / 2)]] as [
    number,
    number,
  ];
  return {
    count,
    mean,
    median: (middle[0] + middle[1]) / 2,
    least: sorted[0] as number,
    greatest: sorted[count - 1] as number,
    deviation: Math.sqrt(variance),
  };
}
