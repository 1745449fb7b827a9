import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convolvePower, empirical } from './count-distribution.ts';
import { bootstrapInterval, wilsonInterval } from './interval.ts';
import { normalChance, normalQuantile } from './normal.ts';
import { medianInPlace, quantile, quantileInPlace, sorted } from './quantile.ts';
import { makeRandom } from './random.ts';
import { roundEven } from './round-even.ts';
import { constant, exponential, logNormal, observed, triangular, uniform } from './samplers.ts';
import { mean, sum, summarize, variance } from './summary.ts';

describe('statistics', () => {
  it('takes quantiles between values (type 7) and of values (type 1)', () => {
    const values = sorted([4, 1, 3, 2]);
    expect([0, 0.25, 0.5, 0.85, 1].map((p) => quantile(values, p))).toEqual([1, 1.75, 2.5, 3.55, 4]);
    expect([0, 0.25, 0.26, 0.5, 1].map((p) => quantile(values, p, 1))).toEqual([1, 1, 2, 2, 4]);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('takes the same quantiles without sorting', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, p) => {
          // Adding 0 makes one zero of the two.
          expect(quantileInPlace(Float64Array.from(values), p) + 0).toBe(quantile(sorted(values), p) + 0);
          expect(medianInPlace(Float64Array.from(values))).toBeCloseTo(quantile(sorted(values), 0.5), 9);
        },
      ),
    );
    expect(medianInPlace(Float64Array.of(1.001, 1.002))).toBe((1.001 + 1.002) / 2);
    expect(medianInPlace(new Float64Array())).toBeNaN();
  });

  it('rounds what lies exactly between two to the even one, and nothing else', () => {
    expect([0.0625, 0.1875, 2.0625, -0.0625, 1.0005, 12, 1e15].map((value) => roundEven(value, 3))).toEqual([
      0.062, 0.188, 2.062, -0.062, 1, 12, 1e15,
    ]);
    expect([0.03125, 0.03135].map((value) => roundEven(value, 4))).toEqual([0.0312, 0.0314]);
    expect([0.5, 1.5, 2.5].map((value) => roundEven(value, 0))).toEqual([0, 2, 2]);
  });

  it('summarizes a sample', () => {
    expect(summarize([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({
      count: 8,
      mean: 5,
      deviation: Math.sqrt(32 / 7),
      min: 2,
      p25: 4,
      p50: 4.5,
      p75: 5.5,
      p85: 6.9,
      p95: 8.299999999999999,
      max: 9,
    });
    expect(sum([1e16, 1, -1e16])).toBe(1);
  });

  it('knows the normal distribution', () => {
    expect(normalChance(1.96)).toBeCloseTo(0.9750021048517795, 14);
    expect(normalChance(-3)).toBeCloseTo(0.001349898031630094, 14);
    for (const p of [0.001, 0.02, 0.3, 0.5, 0.85, 0.999])
      expect(normalChance(normalQuantile(p))).toBeCloseTo(p, 13);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  });

  it('gives Wilson’s interval of 8 in 10', () => {
    const { low, high } = wilsonInterval(8, 10);
    expect([low, high]).toEqual([expect.closeTo(0.4902, 4), expect.closeTo(0.9433, 4)]);
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('resamples an interval that holds the mean', () => {
    const sample = Array.from({ length: 50 }, (_, at) => at);
    const { low, high } = bootstrapInterval(sample, mean, { random: makeRandom(3) });
    expect([low, high]).toEqual([expect.closeTo(20.5, 0), expect.closeTo(28.5, 0)]);
  });

  it('adds dice exactly', () => {
    const die = empirical([1, 2, 3, 4, 5, 6]);
    const two = convolvePower(die, 2);
    expect(two[7]).toBeCloseTo(6 / 36, 14);
    expect(two.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
    expect(convolvePower(die, 0)).toEqual(Float64Array.of(1));
  });

  it('draws the same numbers for the same seed, evenly', () => {
    const [one, same, other] = [makeRandom(7), makeRandom(7), makeRandom(8)];
    const draws = Array.from({ length: 20_000 }, one);
    expect(Array.from({ length: 20_000 }, same)).toEqual(draws);
    expect(other()).not.toBe(draws[0]);
    expect(mean(draws)).toBeCloseTo(0.5, 2);
    expect(variance(draws)).toBeCloseTo(1 / 12, 2);
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
  });

  it.each([
    ['constant', constant(3), 0],
    ['exponential', exponential(3), 9],
    ['uniform', uniform(1, 5), 16 / 12],
    ['triangular', triangular(1, 2, 6), 42 / 36],
    ['log-normal', logNormal(2, 0.5), (Math.exp(0.25) - 1) * 4 * Math.exp(0.25)],
    ['observed', observed([1, 2, 9]), 38 / 3],
  ])('draws of %s have its mean and variance', (_, sampler, expected) => {
    const random = makeRandom(11);
    const draws = Array.from({ length: 100_000 }, () => sampler.draw(random));
    expect(Math.abs(mean(draws) / sampler.mean - 1)).toBeLessThan(0.02);
    expect(Math.abs(variance(draws) - expected)).toBeLessThan(0.04 * expected + 1e-9);
  });
});
