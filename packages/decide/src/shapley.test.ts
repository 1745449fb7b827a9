import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attribute } from './shapley.ts';

/** A score for every set of changes, from a list of numbers. */
const game = (values: readonly number[]) => (changes: number) => values[changes] ?? 0;
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);

it('the parts of a difference sum to it, whatever the formula', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 6 }),
      fc.array(number, { minLength: 64, maxLength: 64 }),
      (count, values) => {
        const found = attribute(count, game(values));
        const difference = game(values)(2 ** count - 1) - game(values)(0);
        expect(Math.abs(sum(found?.parts ?? []) - difference)).toBeLessThan(1e-3);
      },
    ),
  );
});

it('a product is divided fairly between its factors, and a change without effect has no part', () => {
  const [before, after] = [
    [100, 1, 4],
    [200, 2, 4],
  ];
  const product = (changes: number) =>
    before.reduce((all, each, at) => all * (((changes >> at) & 1) === 1 ? (after[at] ?? 0) : each), 1);
  const found = attribute(3, product);
  expect([found?.isExact, found?.parts.map(Math.round)]).toEqual([true, [600, 600, 0]]);
});

it('a sum is divided exactly by sampling too, and the parts of anything sum to the difference', () => {
  const weights = Array.from({ length: 12 }, (_, at) => at - 4);
  const total = (changes: number) => sum(weights.filter((_, at) => (changes >> at) & 1));
  const found = attribute(12, total);
  expect(found?.isExact).toBe(false);
  expect(found?.parts.map((part) => Math.round(part * 1e6) / 1e6)).toEqual(weights);
  const tangled = (changes: number) => total(changes) ** 2;
  expect(sum(attribute(12, tangled)?.parts ?? [])).toBeCloseTo(tangled(4095), 6);
});

it('what had no number before or has none now is not divided; gaps in between count as before', () => {
  expect(attribute(1, () => Number.NaN)).toBeNull();
  const gappy = (changes: number) => [1, Number.NaN, 1, 5][changes] ?? 0;
  expect(attribute(2, gappy)?.parts).toEqual([2, 2]);
});
