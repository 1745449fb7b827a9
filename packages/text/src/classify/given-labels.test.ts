import { describe, expect, it } from 'vitest';
import { givenRoot } from '../testing/given-corpora.ts';
import { measureIntents, measureIssues, measureReviews } from '../testing/given-labels.ts';

const ROOT = givenRoot() ?? '';
const LONG = 60_000;

/** Floors a little under what is measured (docs/text.md). */
describe.skipIf(ROOT === '')('labels, on real texts', () => {
  it(
    'of issues of five products are learnt from 240 of each',
    () => expect(measureIssues(ROOT, 5).macroF1).toBeGreaterThan(0.74),
    LONG,
  );

  it(
    'of 77 intents are learnt from ten examples of each',
    () => expect(measureIntents(ROOT, 'ten', 4).accuracy).toBeGreaterThan(0.74),
    LONG,
  );

  it(
    'of reviews are given though their near-copies were never seen',
    () => expect(measureReviews(ROOT, 2).macroF1).toBeGreaterThan(0.7),
    LONG,
  );
});
