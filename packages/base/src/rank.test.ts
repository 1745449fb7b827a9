import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeRankBetween } from './rank.ts';

it('puts a rank between any two neighbours, however often', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 200 }), (places) => {
      const ranks: string[] = [];
      for (const place of places) {
        const at = place % (ranks.length + 1);
        ranks.splice(at, 0, makeRankBetween(ranks[at - 1] ?? null, ranks[at] ?? null));
      }
      expect(ranks).toEqual([...new Set(ranks)].toSorted((a, b) => (a < b ? -1 : 1)));
      expect(ranks.some((rank) => rank.endsWith('a'))).toBe(false);
    }),
  );
});
