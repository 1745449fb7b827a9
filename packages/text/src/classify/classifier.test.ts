import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, trainClassifier, type LabelledText } from './classifier.ts';
import { examineHistory, fitThreshold } from './examine-history.ts';
import { measureLabels } from './measure-labels.ts';
import { groupNearCopies } from './near-copies.ts';

function buildExamples(label: string, ...bodies: readonly string[]): readonly LabelledText[] {
  return bodies.map((body) => ({ text: { body }, label }));
}

const BUGS = buildExamples(
  'bug',
  'The app crashes when I open a file',
  'Login is broken since the update',
  'It crashes on start',
  'The export fails with an error',
  'Search does not work any more, an error appears',
  'The page crashes on my phone',
);
const WISHES = buildExamples(
  'wish',
  'Please add a dark mode',
  'It would be nice to have an export',
  'Could you add tags, please?',
  'I wish I could sort the list',
  'Please let us share a board',
  'Would be great to have a calendar',
);

describe('a classifier', () => {
  it('learns from one example a label', () => {
    const classifier = trainClassifier([...BUGS.slice(0, 1), ...WISHES.slice(0, 1)]);
    expect(classify(classifier, { body: 'crashes with every file' }).top[0]?.label).toBe('bug');
  });

  it('says which words decided', () => {
    const classifier = trainClassifier([...BUGS, ...WISHES]);
    const { top, because } = classify(classifier, { title: 'Please add Gantt', body: 'It crashes never' });
    expect(top.map(({ label }) => label)).toEqual(['wish', 'bug']);
    expect(because[0]?.words).toMatch(/please|add/);
    expect(because.length).toBeLessThanOrEqual(5);
  });

  it('answers with the likelier label where nothing of a text is known', () => {
    const classifier = trainClassifier([...BUGS, ...WISHES.slice(0, 4)]);
    expect(classify(classifier, { body: '' })).toMatchObject({ top: [{ label: 'bug' }, {}], because: [] });
  });

  it('of one label is sure of it', () => {
    expect(classify(trainClassifier(BUGS), { body: 'x' }).top).toEqual([{ label: 'bug', probability: 1 }]);
  });

  it('is the same for the same examples, and its probabilities sum up to 1, whatever the text', () => {
    const [one, other] = [trainClassifier([...BUGS, ...WISHES]), trainClassifier([...BUGS, ...WISHES])];
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (title, body) => {
        const answer = classify(one, { title, body });
        expect(classify(other, { title, body })).toEqual(answer);
        expect(answer.top.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
      }),
    );
  });

  it('knows what texts mean by their vectors, also where it has not met their words, or has no vector for some', () => {
    const [bad, good] = [Float32Array.of(1, 0), Float32Array.of(0, 1)];
    const withVectors = [
      ...BUGS.map(({ text, label }) => ({ text: { ...text, vector: bad }, label })),
      ...WISHES.slice(1).map(({ text, label }) => ({ text: { ...text, vector: good }, label })),
      ...WISHES.slice(0, 1),
    ];
    const classifier = trainClassifier(withVectors);
    const given = (vector: Float32Array): string | undefined =>
      classify(classifier, { body: 'xyzzy', vector }).top[0]?.label;
    expect([given(bad), given(good)]).toEqual(['bug', 'wish']);
    expect(classify(classifier, { body: 'Please add tags' }).top[0]?.label).toBe('wish');
    const few = trainClassifier([...withVectors.slice(0, 1), ...withVectors.slice(7, 8)]);
    expect(classify(few, { body: 'xyzzy', vector: good }).top[0]?.label).toBe('wish');
  });

  it('passes over what is hidden in comments of a form', () => {
    const classifier = trainClassifier([...BUGS, ...WISHES]);
    const asked = { title: 'Sorting', body: 'please <!-- does it crash? an error? -->' };
    const words = classify(classifier, asked).because.map(({ words: shown }) => shown);
    expect(words.join(' ')).not.toMatch(/crash|error/);
  });
});

describe('the confidence that is sure enough', () => {
  it('is the lowest from which on enough assignments were right', () => {
    const assignments = Array.from({ length: 100 }, (_, at) => ({
      confidence: at / 100,
      isRight: at >= 60 || at % 2 === 0,
    }));
    const threshold = fitThreshold(assignments, 0.9) ?? 0;
    const above = assignments.filter(({ confidence }) => confidence >= threshold);
    expect(above.filter(({ isRight }) => isRight).length / above.length).toBeGreaterThanOrEqual(0.9);
    expect(threshold).toBeLessThan(0.6);
  });

  it('is none where guesses are mostly wrong, or where there are too few', () => {
    expect(fitThreshold(Array.from({ length: 50 }, () => ({ confidence: 0.9, isRight: false })))).toBeNull();
    expect(fitThreshold([{ confidence: 1, isRight: true }])).toBeNull();
  });

  it('is found from the history, of which copies are kept together', () => {
    const odd = buildExamples('wish', 'An error crashes the app on start');
    const examples = Array.from({ length: 4 }, (_, copy) =>
      [...BUGS, ...WISHES, ...odd].map(({ text, label }) => ({
        text: { body: `${text.body}${'!'.repeat(copy)}` },
        label,
      })),
    ).flat();
    const groups = groupNearCopies(examples.map(({ text }) => text.body));
    expect(new Set(groups).size).toBe(BUGS.length + WISHES.length + odd.length);
    const leaking = examineHistory(examples, { folds: 4 });
    const { measures, temperature } = examineHistory(examples, {
      folds: 4,
      groupOf: (place) => groups[place] as number,
    });
    expect(measures.n).toBe(examples.length);
    expect(measures.accuracy).toBeLessThan(leaking.measures.accuracy);
    expect(temperature).toBeGreaterThan(0);
  });
});

describe('measures of labels', () => {
  it('count a label that was only given, or only had, as one that was never right', () => {
    const pairs = [
      { has: 'a', given: 'a' },
      { has: 'a', given: 'b' },
      { has: 'c', given: 'a' },
    ];
    expect(measureLabels(pairs)).toEqual({ n: 3, accuracy: 1 / 3, macroF1: 0.5 / 3 });
    expect(measureLabels([])).toEqual({ n: 0, accuracy: 0, macroF1: 0 });
  });
});
