/**
 * Triangular distributions: the honest shape for a guess of which only the least, the likeliest and the greatest
 * value are known (Johnson, “The triangular distribution as a proxy for the beta distribution in risk analysis”,
 * The Statistician 46(3), 1997).
 */
import type { Guess } from './guess.ts';

export type Triangle = {
  /** Those whose value is not certain. */
  readonly rows: Int32Array;
  /** The value below which a share `u` of the row's distribution lies. */
  readonly at: (row: number, u: number) => number;
};

export function makeTriangle({ low, mode, high }: Omit<Guess, 'field'>): Triangle {
  const rows = Int32Array.from(low.keys()).filter((row) => (low[row] as number) < (high[row] as number));
  // What the inverse of the distribution needs, reckoned once.
  const left = low.map((least, row) => ((mode[row] as number) - least) / ((high[row] as number) - least));
  const rise = low.map((least, row) => ((high[row] as number) - least) * ((mode[row] as number) - least));
  const fall = low.map(
    (least, row) => ((high[row] as number) - least) * ((high[row] as number) - (mode[row] as number)),
  );
  return {
    rows,
    at: (row, u) =>
      u < (left[row] as number)
        ? (low[row] as number) + Math.sqrt(u * (rise[row] as number))
        : (high[row] as number) - Math.sqrt((1 - u) * (fall[row] as number)),
  };
}
