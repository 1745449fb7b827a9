import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitStrengths, sureAbove, varianceOf, type Comparison } from './bradley-terry.ts';
import { choosePair } from './next-pair.ts';
import { orderByStrength } from './order-certainty.ts';
import { makeRandom } from './random.ts';

function orderOf(count: number, comparisons: readonly Comparison[]): readonly number[] {
  return orderByStrength(fitStrengths(count, comparisons)).items.map(({ item }) => item);
}

it('everybody against everybody gives the planted order back, wherever it began', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 2, max: 9 })
        .chain((count) => fc.shuffledSubarray([...Array(count).keys()], { minLength: count })),
      (planted) => {
        const comparisons = planted.flatMap((winner, at) =>
          planted.slice(at + 1).map((loser) => ({ winner, loser })),
        );
        expect(orderOf(planted.length, comparisons)).toEqual(planted);
      },
    ),
  );
});

it('few well-chosen comparisons find a planted order, most pairs right', () => {
  const count = 20;
  const random = makeRandom(7);
  const comparisons: Comparison[] = [];
  for (let asked = 0; asked < 80; asked++) {
    const [one, other] = choosePair(fitStrengths(count, comparisons)) ?? [0, 1];
    const oneWins = random() < 1 / (1 + Math.exp(-(other - one)));
    comparisons.push(oneWins ? { winner: one, loser: other } : { winner: other, loser: one });
  }
  const order = orderOf(count, comparisons);
  const pairs = order.flatMap((above, at) => order.slice(at + 1).map((below) => above < below));
  expect(pairs.filter(Boolean).length / pairs.length).toBeGreaterThan(0.85);
});

it('the fit is where wins are as many as the model expects', () => {
  const game = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }));
  fc.assert(
    fc.property(fc.array(game, { maxLength: 40 }), (games) => {
      const played = games.filter(([winner, loser]) => winner !== loser);
      const { values } = fitStrengths(
        6,
        played.map(([winner, loser]) => ({ winner, loser })),
      );
      const chance = (one: number, other: number) => 1 / (1 + Math.exp(other - one));
      for (const [item, value] of values.entries()) {
        const wins = played.filter(([winner]) => winner === item).length + 0.5;
        const expected = played
          .filter((game) => game.includes(item))
          .map(([winner, loser]) => chance(value, values[winner === item ? loser : winner] ?? 0));
        expect(wins).toBeCloseTo(
          expected.reduce((sum, each) => sum + each, chance(value, 0)),
          6,
        );
      }
    }),
  );
});

it('items that never met stand level, and certainty grows with every agreeing answer', () => {
  const none = fitStrengths(3, []);
  expect([...none.values]).toEqual([0, 0, 0]);
  expect(sureAbove(none, 0, 1)).toBeCloseTo(0.5, 6);
  const sure = [1, 3, 9].map((times) =>
    sureAbove(
      fitStrengths(
        2,
        Array.from({ length: times }, () => ({ winner: 0, loser: 1 })),
      ),
      0,
      1,
    ),
  );
  expect(sure.toSorted((a, b) => a - b)).toEqual(sure);
  expect(sure.at(-1)).toBeGreaterThan(0.9);
});

it('asks about those of whom least is known, passes over pairs that are left out, and ends', () => {
  const known = fitStrengths(3, [{ winner: 0, loser: 1 }]);
  expect(choosePair(known)).toContain(2);
  expect(choosePair(known, (one, other) => one === 2 || other === 2)).toEqual([0, 1]);
  expect(choosePair(known, () => true)).toBeUndefined();
  expect(varianceOf(known, 0, 0)).toBe(0);
});

it('200 items and 2,000 comparisons are fitted', () => {
  const random = makeRandom(1);
  const games = Array.from({ length: 2000 }, () => {
    const [one, other] = [Math.floor(random() * 200), Math.floor(random() * 199)];
    const rival = other >= one ? other + 1 : other;
    return { winner: Math.min(one, rival), loser: Math.max(one, rival) };
  });
  const order = orderByStrength(fitStrengths(200, games));
  expect(order.items.slice(0, 20).every(({ item }) => item < 60)).toBe(true);
  expect(order.isSettled).toBe(order.certainty >= 0.95);
});
