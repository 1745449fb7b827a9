import fc from 'fast-check';
import { expect, it } from 'vitest';
import { appendPosting, forEachPiece, makePostingLists } from './posting-lists.ts';

it('lists hold what was appended to them, in order', () => {
  const lengths = fc.array(fc.nat(3000), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(lengths, (wanted) => {
      const lists = makePostingLists();
      // Each list has at least its first number; then they grow side by side.
      for (const list of wanted.keys()) appendPosting(lists, list, list);
      for (let at = 0; at < Math.max(...wanted); at++)
        for (const [list, length] of wanted.entries())
          if (at < length) appendPosting(lists, list, at * 7 + list);
      const held = wanted.map((_, list) => {
        const numbers: number[] = [];
        forEachPiece(lists, list, (data, start, end) => numbers.push(...data.subarray(start, end)));
        return numbers;
      });
      expect(held).toEqual(
        wanted.map((length, list) => [list, ...Array.from({ length }, (_, at) => at * 7 + list)]),
      );
    }),
    { numRuns: 30 },
  );
});
