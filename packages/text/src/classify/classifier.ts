/** Where a text belongs, learnt from texts of which that is known; every answer says which words decided. */
import { compareCodePoints } from '@throughline/base';
import { stemWord, type Stem } from '../words/stemmer.ts';
import {
  countFeatures,
  learnFeatures,
  placeText,
  type FeatureCounts,
  type FeatureSpace,
} from './feature-space.ts';
import { scoreRow, toShares, trainLogisticInSteps, type LinearModel } from './logistic-regression.ts';
import { trainNaiveBayes } from './naive-bayes.ts';
import { visitFeatures, type ClassifiedText } from './read-features.ts';

export type LabelledText = { readonly text: ClassifiedText; readonly label: string };

export type ClassifierOptions = {
  readonly stem?: Stem;
  /** By what scores are divided before they become probabilities: see `examineHistory`. */
  readonly temperature?: number;
};

export type Classifier = {
  readonly labels: readonly string[];
  readonly stem: Stem;
  readonly temperature: number;
  readonly space: FeatureSpace;
  readonly model: LinearModel;
};

export type Prediction = {
  /** The three likeliest labels, likeliest first; probabilities of all labels sum up to 1. */
  readonly top: readonly { readonly label: string; readonly probability: number }[];
  /** What spoke most for the first label against the others, with its share of all that did. */
  readonly because: readonly { readonly words: string; readonly share: number }[];
};

/** From so many examples a label on, or where meanings are known, logistic regression knows more than naive Bayes. */
const ENOUGH = 5;
const STRENGTH = 20;
const ROUNDS = 25;
const SHOWN_LABELS = 3;
const SHOWN_REASONS = 5;
const EXAMPLES_A_STEP = 10;

/** There must be an example at least. The same examples in the same order make the same classifier. */
export function trainClassifier(
  examples: readonly LabelledText[],
  options: ClassifierOptions = {},
): Classifier {
  return finish(trainInSteps(examples, options));
}

/** The same in short steps, so that whoever does it can answer others in between. */
export function* trainInSteps(
  examples: readonly LabelledText[],
  options: ClassifierOptions = {},
): Generator<number, Classifier> {
  const { stem = stemWord } = options;
  const counted: CountedExample[] = [];
  for (const { text, label } of examples) {
    counted.push({ counts: countFeatures(text, stem), label });
    if (counted.length % EXAMPLES_A_STEP === 0) yield counted.length;
  }
  return yield* trainCountsInSteps(counted, options);
}

export type CountedExample = { readonly counts: FeatureCounts; readonly label: string };

/** For those who train often on parts of the same texts. */
export function trainOnCounts(examples: readonly CountedExample[], options: ClassifierOptions): Classifier {
  return finish(trainCountsInSteps(examples, options));
}

function finish<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function* trainCountsInSteps(
  examples: readonly CountedExample[],
  { stem = stemWord, temperature = 1 }: ClassifierOptions,
): Generator<number, Classifier> {
  const labels = [...new Set(examples.map(({ label }) => label))].toSorted(compareCodePoints);
  const numberOf = new Map(labels.map((label, number) => [label, number]));
  const numbers = examples.map(({ label }) => numberOf.get(label) as number);
  const space = learnFeatures(
    examples.map(({ counts }) => counts),
    numbers,
    labels.length,
  );
  yield 0;
  const rows = examples.map(({ counts }) => placeText(space, counts));
  yield 0;
  const shape = { features: space.size, classes: labels.length };
  const model =
    space.vectorSize === 0 && examples.length < ENOUGH * labels.length
      ? trainNaiveBayes(rows, numbers, shape)
      : yield* trainLogisticInSteps(rows, numbers, { ...shape, strength: STRENGTH, rounds: ROUNDS });
  return { labels, stem, temperature, space, model };
}

export function classify(classifier: Classifier, text: ClassifiedText): Prediction {
  const { labels, stem, temperature } = classifier;
  const counts = countFeatures(text, stem);
  const probabilities = toShares(scoreLabels(classifier, counts).map((score) => score / temperature));
  const top = [...probabilities.keys()]
    .toSorted((a, b) => (probabilities[b] as number) - (probabilities[a] as number) || a - b)
    .slice(0, SHOWN_LABELS);
  return {
    top: top.map((at) => ({ label: labels[at] as string, probability: probabilities[at] as number })),
    because: findReasons(classifier, text, { counts, label: top[0] as number }),
  };
}

/** In the order of the classifier's labels. */
export function scoreLabels({ space, model }: Classifier, counts: FeatureCounts): Float64Array {
  return scoreRow(model, placeText(space, counts));
}

/** Each feature's part in the score, beside its part in the mean of all labels, belongs to the words it stands in. */
function findReasons(
  { space, model, stem }: Classifier,
  text: ClassifiedText,
  { counts, label }: { readonly counts: FeatureCounts; readonly label: number },
): Prediction['because'] {
  const row = placeText(space, counts);
  const valueAt = new Map([...row.at].map((feature, place) => [feature, row.value[place] as number]));
  const parts = new Map<string, number>();
  visitFeatures(
    text,
    ({ block, name, shown }) => {
      const feature = space.known[block].get(name)?.number;
      if (feature === undefined || shown === '') return;
      const has = (valueAt.get(feature) ?? 0) / (counts[block].get(name) ?? 1);
      parts.set(shown, (parts.get(shown) ?? 0) + has * advantage(model, feature, label));
    },
    stem,
  );
  const speaking = [...parts].filter(([, part]) => part > 0);
  const sum = speaking.reduce((all, [, part]) => all + part, 0);
  return speaking
    .toSorted(([a, partA], [b, partB]) => partB - partA || compareCodePoints(a, b))
    .slice(0, SHOWN_REASONS)
    .map(([words, part]) => ({ words, share: part / sum }));
}

function advantage({ weights, classes }: LinearModel, feature: number, label: number): number {
  const own = weights.subarray(feature * classes, (feature + 1) * classes);
  return (own[label] as number) - own.reduce((sum, weight) => sum + weight, 0) / classes;
}
