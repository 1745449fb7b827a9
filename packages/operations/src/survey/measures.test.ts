import { expect, it } from 'vitest';
import { kanoCategory } from './kano-category.ts';
import { measureKano, measurePromotion, measureSatisfaction } from './measures.ts';

it('nets promoters against detractors, with the margin of a variable of three values', () => {
  const scores = [...Array<number>(50).fill(10), ...Array<number>(30).fill(8), ...Array<number>(20).fill(3)];
  const { score, margin, ...counts } = measurePromotion(scores);
  expect([counts, score]).toEqual([{ promoters: 50, passives: 30, detractors: 20 }, 30]);
  expect(margin).toBeCloseTo(1.959964 * Math.sqrt((0.7 - 0.09) / 100) * 100, 10);
  expect(measurePromotion([])).toMatchObject({ score: null, margin: null });
  expect(measurePromotion([0, 6, 7, 8, 9, 10])).toMatchObject({
    promoters: 2,
    passives: 2,
    detractors: 2,
    score: 0,
  });
});

it('tells who is satisfied, with Wilson’s interval', () => {
  const { share, interval, mean } = measureSatisfaction([5, 5, 4, 4, 4, 4, 4, 4, 1, 2]);
  expect([share, mean]).toEqual([0.8, 3.7]);
  expect(interval?.map((end) => Math.round(end * 1000) / 1000)).toEqual([0.49, 0.943]);
  expect(measureSatisfaction([]).interval).toBeNull();
});

it('reads the table of Kano in both directions', () => {
  const of = (score: number) => [1, 2, 3, 4, 5].map((opposite) => kanoCategory(score, opposite)[0]).join('');
  expect([1, 2, 3, 4, 5].map(of)).toEqual(['qaaao', 'riiim', 'riiim', 'riiim', 'rrrrq']);
  expect(measureKano(['attractive', 'attractive', 'one_dimensional', 'must_be'])).toMatchObject({
    category: 'attractive',
    better: 0.75,
    worse: 0.5,
  });
});
