import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints, cutText, makeSortKey } from './text-order.ts';

describe('text order', () => {
  it('agrees with the order of UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const bytes = Buffer.compare(Buffer.from(a), Buffer.from(b));
        expect(Math.sign(compareCodePoints(a, b))).toBe(bytes);
      }),
    );
  });

  it('folds case and marks and reads digits by value', () => {
    const titles = ['item 10', 'Item 2', 'éclair', 'Eclair b', 'zebra', 'item 002'];
    const sorted = titles.toSorted((a, b) => compareCodePoints(makeSortKey(a), makeSortKey(b)));
    expect(sorted).toEqual(['éclair', 'Eclair b', 'Item 2', 'item 002', 'item 10', 'zebra']);
  });

  it('never cuts a surrogate pair in half', () => {
    expect(cutText('a😀', 2)).toBe('a');
    expect(cutText('a😀', 3)).toBe('a😀');
  });
});
