/**
 * Multinomial logistic regression with an L2 penalty, by stochastic gradient descent with steps of
 * 1 / (λ (t + t0)) (Bottou 2012, "Stochastic gradient descent tricks"), in an order that is always the same.
 */
import type { SparseRow } from './sparse-rows.ts';

export type LinearModel = {
  readonly classes: number;
  /** For each feature one weight a class. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
};

export type LogisticOptions = {
  readonly features: number;
  readonly classes: number;
  /** How little weights are held back; the penalty is 1 / (strength · examples). */
  readonly strength: number;
  readonly rounds: number;
};

const FIRST_STEP = 2;

/** `labels` are numbers of classes, one a row. */
export function trainLogistic(
  rows: readonly SparseRow[],
  labels: readonly number[],
  options: LogisticOptions,
): LinearModel {
  const steps = trainLogisticInSteps(rows, labels, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, a round a step; tells how many rounds are done. */
export function* trainLogisticInSteps(
  rows: readonly SparseRow[],
  labels: readonly number[],
  { features, classes, strength, rounds }: LogisticOptions,
): Generator<number, LinearModel> {
  const weights = new Float32Array(features * classes);
  const biases = new Float32Array(classes);
  const scores = new Float64Array(classes);
  const penalty = 1 / (strength * rows.length);
  const order = Int32Array.from(rows.keys());
  const random = makeShuffle(rows.length);
  let scale = 1;
  let time = 0;
  for (let round = 0; round < rounds; round++) {
    random(order);
    for (const index of order) {
      const row = rows[index] as SparseRow;
      const step = FIRST_STEP / (1 + FIRST_STEP * penalty * time);
      time += 1;
      addScores(row, { weights, classes }, scores.fill(0));
      for (let one = 0; one < classes; one++)
        scores[one] = scale * (scores[one] as number) + (biases[one] as number);
      toShares(scores);
      scores[labels[index] as number] = (scores[labels[index] as number] as number) - 1;
      scale *= 1 - step * penalty;
      addToWeights(row, scores, { weights, by: -step / scale });
      for (let one = 0; one < classes; one++)
        biases[one] = (biases[one] as number) - 0.05 * step * (scores[one] as number);
    }
    yield round + 1;
  }
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) * scale;
  return { classes, weights, biases };
}

function addScores(
  { at, value }: SparseRow,
  { weights, classes }: { readonly weights: Float32Array; readonly classes: number },
  scores: Float64Array,
): void {
  for (let place = 0; place < at.length; place++) {
    const from = (at[place] as number) * classes;
    const has = value[place] as number;
    for (let one = 0; one < classes; one++)
      scores[one] = (scores[one] as number) + has * (weights[from + one] as number);
  }
}

function addToWeights(
  { at, value }: SparseRow,
  gradient: Float64Array,
  { weights, by }: { readonly weights: Float32Array; readonly by: number },
): void {
  const classes = gradient.length;
  for (let place = 0; place < at.length; place++) {
    const from = (at[place] as number) * classes;
    const has = by * (value[place] as number);
    for (let one = 0; one < classes; one++)
      weights[from + one] = (weights[from + one] as number) + has * (gradient[one] as number);
  }
}

export function scoreRow(model: LinearModel, row: SparseRow): Float64Array {
  const scores = Float64Array.from(model.biases);
  addScores(row, model, scores);
  return scores;
}

/** Scores become shares of 1 (softmax), in place. */
export function toShares(scores: Float64Array): Float64Array {
  let highest = -Infinity;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const share = Math.exp((scores[at] as number) - highest);
    scores[at] = share;
    sum += share;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / sum;
  return scores;
}

/** Always the same orders for the same size (linear congruence of Numerical Recipes). */
export function makeShuffle(seed: number): (order: Int32Array) => void {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (order) => {
    for (let at = order.length - 1; at > 0; at--) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const other = Math.floor((state / 2 ** 32) * (at + 1));
      const moved = order[at] as number;
      order[at] = order[other] as number;
      order[other] = moved;
    }
  };
}
