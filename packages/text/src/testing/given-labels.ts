/** Real texts of which it is known where they belong, where this machine has them, and how well labels are given. */
import { classify, trainClassifier, type LabelledText } from '../classify/classifier.ts';
import { examineHistory } from '../classify/examine-history.ts';
import { makeShuffle } from '../classify/logistic-regression.ts';
import { measureLabels, type LabelMeasures } from '../classify/measure-labels.ts';
import { groupNearCopies } from '../classify/near-copies.ts';
import { groupRows, readRows } from './given-corpora.ts';

/** The mean over five products, each with its own classifier, by ten folds of what there is to learn from. */
export function measureIssues(root: string, folds = 10): { readonly macroF1: number } {
  const products = groupRows(
    readRows(root, 'issue-labels-nlbse24/issues_train.csv.gz'),
    (row) => row['repo'] ?? '',
  );
  const measured = [...products.values()].map((rows) => {
    const examples = rows.map((row) => ({
      text: { title: row['title'] ?? '', body: row['body'] ?? '' },
      label: row['label'] ?? '',
    }));
    return examineHistory(examples, { folds }).measures.macroF1;
  });
  return { macroF1: measured.reduce((sum, one) => sum + one, 0) / measured.length };
}

/** 77 intents: learnt from all but a sixth of the messages, or from ten of each; every `nth` of the others is asked. */
export function measureIntents(root: string, learnt: 'most' | 'ten', nth = 1): LabelMeasures {
  const messages = readIntents(root);
  const order = Int32Array.from(messages.keys());
  makeShuffle(7)(order);
  const seen = new Map<string, number>();
  const known: LabelledText[] = [];
  const others: LabelledText[] = [];
  for (const place of order) {
    const message = messages[place] as LabelledText;
    const before = seen.get(message.label) ?? 0;
    seen.set(message.label, before + 1);
    const isKnown = learnt === 'ten' ? before < 10 : before % 6 > 0;
    (isKnown ? known : others).push(message);
  }
  return measureOn(
    known,
    others.filter((_, at) => at % nth === 0),
  );
}

export function readIntents(root: string): readonly LabelledText[] {
  return readRows(root, 'feedback-banking77/train.csv.gz').map((row) => ({
    text: { body: row['text'] ?? '' },
    label: row['category'] ?? '',
  }));
}

/** Reviews of apps by five folds, near-copies in one of them. */
export function measureReviews(root: string, folds = 5): LabelMeasures {
  const examples = readRows(root, 'feedback-app-reviews/app_reviews_8000.csv.gz').map((row) => ({
    text: { body: row['review'] ?? '' },
    label: row['label'] ?? '',
  }));
  const groups = groupNearCopies(examples.map(({ text }) => text.body));
  return examineHistory(examples, { folds, groupOf: (place) => groups[place] as number }).measures;
}

function measureOn(known: readonly LabelledText[], asked: readonly LabelledText[]): LabelMeasures {
  const classifier = trainClassifier(known);
  return measureLabels(
    asked.map(({ text, label }) => ({ has: label, given: classify(classifier, text).top[0]?.label ?? '' })),
  );
}
