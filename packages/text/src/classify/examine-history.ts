/** What a workspace's own history says about how sure is sure enough. */
import { stemWord } from '../words/stemmer.ts';
import { scoreLabels, trainOnCounts, type ClassifierOptions, type LabelledText } from './classifier.ts';
import { countFeatures } from './feature-space.ts';
import { makeShuffle, toShares } from './logistic-regression.ts';
import { measureLabels, type LabelMeasures } from './measure-labels.ts';

export type HistoryOptions = ClassifierOptions & {
  readonly folds?: number;
  /** Of a text's place in the list: what repeats each other must have the same number, or it is known by heart. */
  readonly groupOf?: (place: number) => number;
  /** The share of assignments that must be right. */
  readonly precision?: number;
};

export type History = {
  /** For `trainClassifier`: with it probabilities are what they say. */
  readonly temperature: number;
  /** The probability from which on assigning is right often enough; null where it never is. */
  readonly threshold: number | null;
  /** The share of texts at or above the threshold. */
  readonly coverage: number;
  readonly measures: LabelMeasures;
};

/** Scores of texts by classifiers that were trained without them. */
type HeldOut = { readonly scores: Float64Array; readonly label: number; readonly right: boolean };

/** By cross-validation; there must be as many examples as folds. */
export function examineHistory(examples: readonly LabelledText[], options: HistoryOptions = {}): History {
  const held = holdOut(examples, options);
  const temperature = fitTemperature(held.map(({ outcome }) => outcome));
  const sure = held.map(({ outcome: { scores, right } }) => ({
    confidence: Math.max(...toShares(scores.map((score) => score / temperature))),
    isRight: right,
  }));
  const threshold = fitThreshold(sure, options.precision);
  return {
    temperature,
    threshold,
    coverage:
      threshold === null ? 0 : sure.filter(({ confidence }) => confidence >= threshold).length / sure.length,
    measures: measureLabels(held),
  };
}

function holdOut(
  examples: readonly LabelledText[],
  options: HistoryOptions,
): readonly { readonly has: string; readonly given: string; readonly outcome: HeldOut }[] {
  const { folds = 5, groupOf = (place) => place, stem = stemWord } = options;
  const counted = examples.map(({ text, label }) => ({ counts: countFeatures(text, stem), label }));
  const foldOf = dealFolds(examples.length, { folds, groupOf });
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const known = counted.filter((_, place) => foldOf[place] !== fold);
    if (known.length === 0) return [];
    const classifier = trainOnCounts(known, { stem });
    return counted.flatMap(({ counts, label: has }, place) => {
      if (foldOf[place] !== fold) return [];
      const scores = scoreLabels(classifier, counts);
      const given = classifier.labels[scores.indexOf(Math.max(...scores))] as string;
      const outcome = { scores, label: classifier.labels.indexOf(has), right: has === given };
      return [{ has, given, outcome }];
    });
  });
}

/** Groups in an order that is always the same, each to the fold that has least. */
function dealFolds(
  size: number,
  { folds, groupOf }: { readonly folds: number; readonly groupOf: (place: number) => number },
): Int32Array {
  const order = Int32Array.from({ length: size }, (_, place) => place);
  makeShuffle(size)(order);
  const groups = new Map<number, number[]>();
  for (const place of order) {
    const group = groups.get(groupOf(place));
    if (group === undefined) groups.set(groupOf(place), [place]);
    else group.push(place);
  }
  const sizes = new Int32Array(folds);
  const foldOf = new Int32Array(size);
  for (const group of [...groups.values()].toSorted((a, b) => b.length - a.length)) {
    const fold = sizes.indexOf(Math.min(...sizes));
    for (const place of group) foldOf[place] = fold;
    sizes[fold] = (sizes[fold] as number) + group.length;
  }
  return foldOf;
}

const TEMPERATURES = Array.from({ length: 41 }, (_, step) => 10 ** (step / 20 - 1.5));

/** The one with which what happened was likeliest (Guo, Pleiss, Sun, Weinberger 2017, "On calibration"). */
function fitTemperature(outcomes: readonly HeldOut[]): number {
  const known = outcomes.filter(({ label }) => label >= 0);
  let best = { temperature: 1, surprise: Infinity };
  for (const temperature of TEMPERATURES) {
    let surprise = 0;
    for (const { scores, label } of known)
      surprise -= Math.log(
        (toShares(scores.map((score) => score / temperature))[label] as number) + Number.MIN_VALUE,
      );
    if (surprise < best.surprise) best = { temperature, surprise };
  }
  return best.temperature;
}

export type Assignment = { readonly confidence: number; readonly isRight: boolean };

/** Fewer above a threshold prove nothing. */
const LEAST_ASSIGNED = 10;

/** The lowest confidence from which on the share of right assignments is high enough; null where it never is. */
export function fitThreshold(assignments: readonly Assignment[], precision = 0.9): number | null {
  const ranked = assignments.toSorted((a, b) => b.confidence - a.confidence);
  let right = 0;
  let lowest: number | null = null;
  for (const [at, { confidence, isRight }] of ranked.entries()) {
    if (isRight) right += 1;
    if (ranked[at + 1]?.confidence === confidence) continue;
    if (at + 1 >= LEAST_ASSIGNED && right / (at + 1) >= precision) lowest = confidence;
  }
  return lowest;
}
