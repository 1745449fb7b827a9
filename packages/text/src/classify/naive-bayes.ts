/**
 * Multinomial naive Bayes over weighted features (Rennie, Shih, Teevan, Karger 2003): for labels of which there are
 * too few examples to weigh features against each other.
 */
import type { LinearModel } from './logistic-regression.ts';
import type { SparseRow } from './sparse-rows.ts';

const SMOOTHING = 0.02;

/** `labels` are numbers of classes, one a row. */
export function trainNaiveBayes(
  rows: readonly SparseRow[],
  labels: readonly number[],
  { features, classes }: { readonly features: number; readonly classes: number },
): LinearModel {
  const weights = new Float32Array(features * classes);
  const totals = new Float64Array(classes).fill(SMOOTHING * features);
  const biases = new Float32Array(classes).fill(1);
  for (const [index, { at, value }] of rows.entries()) {
    const label = labels[index] as number;
    biases[label] = (biases[label] as number) + 1;
    for (let place = 0; place < at.length; place++) {
      const has = value[place] as number;
      const cell = (at[place] as number) * classes + label;
      weights[cell] = (weights[cell] as number) + has;
      totals[label] = (totals[label] as number) + has;
    }
  }
  for (let cell = 0; cell < weights.length; cell++)
    weights[cell] = Math.log(((weights[cell] as number) + SMOOTHING) / (totals[cell % classes] as number));
  return { classes, weights, biases: biases.map((count) => Math.log(count / (rows.length + classes))) };
}
