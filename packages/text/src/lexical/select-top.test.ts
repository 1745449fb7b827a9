import fc from 'fast-check';
import { expect, it } from 'vitest';
import { selectTop } from './select-top.ts';

it('the best of scores are those that sorting puts first', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (given, limit) => {
      const accepts = (row: number): boolean => row % 5 !== 0;
      const sorted = [...given.entries()]
        .filter(([row, score]) => score > 0 && accepts(row))
        .toSorted(([a, ofA], [b, ofB]) => ofB - ofA || a - b)
        .slice(0, limit)
        .map(([row]) => row);
      expect(selectTop(Float32Array.from(given), { limit, accepts })).toEqual(sorted);
    }),
  );
});
