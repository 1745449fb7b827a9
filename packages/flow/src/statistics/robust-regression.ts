/**
 * Linear regression that minimises absolute errors, not squared ones, so that a few wild observations do not decide it;
 * with a penalty that keeps coefficients small where there is little to go on. By iteratively reweighted least squares:
 * Schlossmacher, An Iterative Technique for Absolute Deviations Curve Fitting, JASA 68 (1973).
 */

export type Row = readonly number[];

export type RobustOptions = {
  /** Penalty on the squares of coefficients, features being brought to one size; in observations. */
  readonly ridge: number;
  readonly rounds?: number;
};

/** Errors below this share of the mean size of the outcomes weigh alike. */
const NARROW = 0.05;

/** The coefficient of each feature; there is no intercept unless a feature is constant. */
export function fitAbsolute(
  rows: readonly Row[],
  outcomes: readonly number[],
  { ridge, rounds = 12 }: RobustOptions,
): readonly number[] {
  const width = rows[0]?.length ?? 0;
  const sizes = Array.from(
    { length: width },
    (_, at) => rows.reduce((sum, row) => sum + Math.abs(row[at] as number), 0) / rows.length + 1e-9,
  );
  const scaled = rows.map((row) => row.map((value, at) => value / (sizes[at] as number)));
  const narrow = (NARROW * outcomes.reduce((sum, each) => sum + Math.abs(each), 0)) / outcomes.length + 1e-9;
  let weights = outcomes.map(() => 1);
  let coefficients: readonly number[] = [];
  for (let round = 0; round < rounds; round++) {
    coefficients = fitWeighted(scaled, outcomes, { weights, ridge });
    weights = scaled.map(
      (row, at) => 1 / Math.max(Math.abs((outcomes[at] as number) - predict(coefficients, row)), narrow),
    );
  }
  return coefficients.map((each, at) => each / (sizes[at] as number));
}

export function predict(coefficients: readonly number[], row: Row): number {
  return row.reduce((sum, value, at) => sum + value * (coefficients[at] as number), 0);
}

type Weighted = { readonly weights: readonly number[]; readonly ridge: number };

function fitWeighted(
  rows: readonly Row[],
  outcomes: readonly number[],
  { weights, ridge }: Weighted,
): readonly number[] {
  const width = rows[0]?.length ?? 0;
  const matrix = Array.from({ length: width }, () => new Float64Array(width + 1));
  rows.forEach((row, at) => {
    const weight = weights[at] as number;
    for (let i = 0; i < width; i++) {
      const line = matrix[i] as Float64Array;
      const scaled = weight * (row[i] as number);
      for (let j = 0; j < width; j++) line[j] = (line[j] as number) + scaled * (row[j] as number);
      line[width] = (line[width] as number) + scaled * (outcomes[at] as number);
    }
  });
  const penalty = (ridge * weights.reduce((sum, each) => sum + each, 0)) / weights.length + 1e-9;
  matrix.forEach((line, i) => (line[i] = (line[i] as number) + penalty));
  return solve(matrix);
}

/** Gaussian elimination with the greatest pivot; the last column is the right side. Changes the matrix. */
function solve(matrix: readonly Float64Array[]): readonly number[] {
  const lines = [...matrix];
  const width = lines.length;
  for (let at = 0; at < width; at++) {
    let pivot = at;
    for (let line = at + 1; line < width; line++)
      if (Math.abs(lines[line]?.[at] ?? 0) > Math.abs(lines[pivot]?.[at] ?? 0)) pivot = line;
    [lines[at], lines[pivot]] = [lines[pivot] as Float64Array, lines[at] as Float64Array];
    const own = lines[at] as Float64Array;
    for (let line = 0; line < width; line++) {
      if (line === at) continue;
      const other = lines[line] as Float64Array;
      const factor = (other[at] as number) / (own[at] as number);
      for (let column = at; column <= width; column++)
        other[column] = (other[column] as number) - factor * (own[column] as number);
    }
  }
  return lines.map((line, at) => (line[width] as number) / (line[at] as number));
}
