import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNeedStrength } from './need-strength.ts';
import { readKind, readSentiment } from './sentiment.ts';

describe('how a text sounds', () => {
  it.each([
    ['I love this app, it is wonderful', 'positive'],
    ['Terrible, it crashes and I hate it', 'negative'],
    ['This is not good at all and never helpful', 'negative'],
    ['We use version 4 on a Mac', 'unsure'],
    ['It is a good report, but slow and boring', 'neutral'],
    ['', 'unsure'],
    ['constructor toString __proto__', 'unsure'],
  ])('%s', (text, sentiment) => {
    expect(readSentiment(text).sentiment).toBe(sentiment);
  });

  it('is explained by the words that counted', () => {
    expect(readSentiment('Not good. It does not work.').because).toEqual(
      [
        { words: 'does not work', part: -2 },
        { words: 'not good', part: 3 * -0.74 },
      ].toSorted((a, b) => a.part - b.part),
    );
  });

  it('is sure of what it says, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { sentiment, confidence } = readSentiment(text);
        expect(sentiment === 'unsure').toBe(confidence < 0.6);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('what a text wants', () => {
  it.each([
    ['It does not open since the last update', 'defect'],
    ['Please add a dark mode, it would be really nice', 'request'],
    ['Hello there', null],
  ])('%s', (text, kind) => {
    expect(readKind(text).kind).toBe(kind);
  });
});

describe('how much it is needed', () => {
  it.each([
    ['This is a blocker, we will cancel', 'critical', 'blocker'],
    ['Our team needs this every day', 'important', 'our team'],
    ['Please add tags', 'useful', 'please'],
    ['Would be cool some day', 'nice', 'would be cool'],
    ['Not urgent, but I must have tags', 'nice', 'not urgent'],
  ])('%s', (text, need, words) => {
    expect(readNeedStrength(text)).toMatchObject({ need, because: [words] });
  });

  it('is not guessed where the wording does not tell', () => {
    expect(readNeedStrength('Tags')).toEqual({ need: null, because: [] });
  });
});
