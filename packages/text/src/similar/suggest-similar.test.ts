import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addItem, makeLexicalIndex } from '../lexical/lexical-index.ts';
import { fitSuggestions, measureStandOut, suggestSimilar } from './suggest-similar.ts';

const BODIES = [
  'The export of reports to PDF leaves out the last page',
  'Dark mode for the board',
  'Board columns cannot be renamed',
  'The board forgets its columns',
  'The board is slow with many columns',
  'Columns of the board should wrap',
  'Board: move columns by keyboard',
  'Hide empty columns of a board',
];

function buildIndex(): ReturnType<typeof makeLexicalIndex> {
  const index = makeLexicalIndex();
  for (const [at, body] of BODIES.entries()) addItem(index, { id: String(at), texts: [{ body }] });
  return index;
}

describe('suggestions', () => {
  const index = buildIndex();
  const threshold = 0.5;

  it('are shown for what stands out from all else, three at most', () => {
    const asked = { body: 'PDF export of reports has no last page' };
    const shown = suggestSimilar(index, asked, { threshold });
    expect(shown[0]?.id).toBe('0');
    expect(shown.length).toBeLessThanOrEqual(3);
  });

  it('are not shown where much is a little alike, or nothing', () => {
    expect(suggestSimilar(index, { body: 'Columns of a board' }, { threshold })).toEqual([]);
    expect(suggestSimilar(index, { body: 'xyzzy' }, { threshold })).toEqual([]);
    expect(measureStandOut(index, { body: '' })).toBe(0);
  });

  it('pass over what may not be shown', () => {
    const asked = { body: 'PDF export of reports has no last page' };
    expect(suggestSimilar(index, asked, { threshold, accepts: (id) => id !== '0' })).toEqual([]);
  });
});

describe('the threshold of suggestions', () => {
  it('leaves no more than the share above it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 300 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (standOuts, share) => {
          const threshold = fitSuggestions(standOuts, share);
          const above = standOuts.filter((one) => one > threshold).length;
          expect(above).toBeLessThanOrEqual(share * standOuts.length);
        },
      ),
    );
  });

  it('lets nothing through where there are too few items to tell', () => {
    expect(fitSuggestions([0.1, 0.2])).toBe(Infinity);
  });
});
