import { describe, expect, it } from 'vitest';
import { findScale, measureScores, orderByDisagreement, proposeScore } from './score-agreement.ts';

const scale = { least: 0, greatest: 10 };

describe('the measures of scores', () => {
  it('are none where nobody scored', () => {
    expect(measureScores([], scale)).toBeUndefined();
  });

  it('of one score show no disagreement', () => {
    expect(measureScores([4], scale)).toEqual({
      count: 1,
      median: 4,
      mean: 4,
      least: 4,
      greatest: 4,
      lower: 4,
      upper: 4,
      interquartile: 0,
      range: 0,
      disagreement: 0,
    });
  });

  it('follow their definitions', () => {
    expect(measureScores([8, 1, 3, 4], scale)).toMatchObject({
      median: 3.5,
      mean: 4,
      lower: 2.5,
      upper: 5,
      interquartile: 0.25,
      range: 0.7,
    });
    expect(measureScores([8, 1, 3, 4], scale)?.disagreement).toBeCloseTo(Math.sqrt(6.5) / 5, 12);
  });

  it('count ties as often as they are given', () => {
    expect(measureScores([5, 5, 5, 9], scale)).toMatchObject({ median: 5, lower: 5, upper: 6, range: 0.4 });
    expect(measureScores([5, 5, 5], scale)?.disagreement).toBe(0);
  });

  it('reach 1 where half give one end and half the other', () => {
    expect(measureScores([0, 10, 0, 10], scale)?.disagreement).toBe(1);
    expect(measureScores([0, 10, 0], scale)?.disagreement).toBeLessThan(1);
  });

  it('stay within 0 and 1 beyond the scale, and on a scale without length', () => {
    expect(measureScores([-10, 30], scale)).toMatchObject({ range: 1, disagreement: 1 });
    expect(measureScores([7, 7], { least: 7, greatest: 7 })).toMatchObject({ range: 0, disagreement: 0 });
  });
});

it('a scale has the ends of its field, else those of what was given', () => {
  expect(findScale({ least: 1, greatest: 5 }, [2, 3])).toEqual({ least: 1, greatest: 5 });
  expect(findScale({ least: 0 }, [2, 13])).toEqual({ least: 0, greatest: 13 });
  expect(findScale({}, [2, 13])).toEqual({ least: 2, greatest: 13 });
  expect(findScale({}, [])).toEqual({ least: 0, greatest: 0 });
  expect(findScale({ least: 4 }, [])).toEqual({ least: 0, greatest: 0 });
});

it('what is proposed is a value that the field can hold', () => {
  expect(proposeScore(6.5, {})).toBe(6.5);
  expect(proposeScore(3.5, { step: 1, from: 1 })).toBe(4);
  expect(proposeScore(0.34, { step: 0.1 })).toBe(0.3);
  expect(proposeScore(12, { step: 5, from: 1 })).toBe(11);
  expect(proposeScore(2.5, { marks: [8, 3, 1] })).toBe(3);
  expect(proposeScore(2, { marks: [3, 1] })).toBe(1);
  expect(proposeScore(2, { marks: [] })).toBe(2);
});

it('ideas stand by their greatest disagreement, unscored ones last, ties as they were', () => {
  const given = { even: [5, 5], far: [0, 10], none: [], same: [4, 4], near: [4, 6] };
  const names = ['none', 'even', 'near', 'same', 'far'] as const;
  expect(orderByDisagreement(names, (name) => [measureScores(given[name], scale)])).toEqual([
    'far',
    'near',
    'even',
    'same',
    'none',
  ]);
});
