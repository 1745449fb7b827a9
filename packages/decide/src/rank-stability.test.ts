import type { Field, FieldConfig } from '@throughline/model';
import { makeContext } from '@throughline/view';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeStability, type StabilityProblem } from './rank-stability.ts';
import { makeRanker } from './rank-scores.ts';
import { makeTriangle } from './triangular.ts';

function field(key: string, type: string, config: FieldConfig = {}): Field {
  return { id: key, key, name: key, type, config };
}

const impacts = [1, 2, 3].map((weight) => ({ key: `i${weight}`, name: `${weight}`, weight }));

function problem(expression: string, given: Partial<StabilityProblem>): StabilityProblem {
  return {
    entity: 'idea',
    fields: [
      ...['reach', 'effort', 'least', 'most', 'sure'].map((key) => field(key, 'number')),
      field('impact', 'select', { options: impacts }),
      field('score', 'formula', { expression, result: 'number' }),
    ],
    formula: 'score',
    isAscending: false,
    context: makeContext({ now: 0 }),
    ids: ['a', 'b', 'c'],
    cells: {},
    settings: {},
    top: 1,
    draws: 1000,
    seed: 1,
    ...given,
  };
}

function run(given: StabilityProblem) {
  const stability = makeStability(given);
  while (stability.draw(100) < given.draws);
  return stability.result();
}

it('inputs that are certain are among the first always or never', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      (reach, top) => {
        const ids = reach.map((_, at) => `id${at}`);
        const found = run(
          problem('reach', {
            ids,
            cells: { reach },
            top,
            draws: 5,
            settings: { reach: { kind: 'certain' } },
          }),
        );
        expect(found.map(({ share }) => share)).toEqual(found.map(({ rank }) => (rank <= top ? 1 : 0)));
        expect(found.every(({ rank, low, high }) => rank === low && rank === high)).toBe(true);
      },
    ),
  );
});

it('two that lie close trade places about as often as their guesses overlap, and the guess that decides is named', () => {
  const [first, second, third] = run(
    problem('reach / effort', {
      cells: { reach: [110, 100, 1], effort: [1, 1, 1] },
      settings: { reach: { kind: 'spread', percent: 30 }, effort: { kind: 'spread', percent: 2 } },
    }),
  );
  expect(first?.share).toBeGreaterThan(0.65);
  expect(first?.share).toBeLessThan(0.85);
  expect((first?.share ?? 0) + (second?.share ?? 0)).toBeCloseTo(1, 9);
  expect(third).toMatchObject({ id: 'c', rank: 3, share: 0, low: 3, high: 3 });
  expect(first?.guesses.map((each) => each.field)).toEqual(['reach', 'effort']);
  expect(first?.guesses[0]?.effect).toBeGreaterThan(0.3);
  expect(first?.guesses[0]?.atHigh).toBeGreaterThan((first?.guesses[0]?.atLow ?? 1) + 0.4);
  expect(first?.guesses[1]?.effect).toBeLessThan(0.05);
});

it('ends come from fields, from a confidence, and a range that is empty is certain', () => {
  const cells = { reach: [10, 9, 8], least: [10, null, null], most: [20, null, null], sure: [100, 0, 100] };
  const ranged = run(
    problem('reach', { cells, settings: { reach: { kind: 'range', low: 'least', high: 'most' } } }),
  );
  expect(ranged.map(({ share }) => share)).toEqual([1, 0, 0]);
  const confident = run(
    problem('reach', { cells, settings: { reach: { kind: 'confidence', field: 'sure' } } }),
  );
  expect(confident[0]?.guesses).toEqual([]);
  expect(confident[1]?.share).toBeGreaterThan(0.3);
});

it('guesses of options count as their weights, formulas inside formulas are followed', () => {
  const cells = { reach: [10, 10, 10], impact: ['i3', 'i2', 'i1'] };
  const settings = { impact: { kind: 'spread', percent: 60 } } as const;
  for (const text of ['reach * weight(impact)', 'reach * impact']) {
    const [first] = run(problem(text, { cells, settings }));
    expect(first?.share).toBeGreaterThan(0.6);
    expect(first?.share).toBeLessThan(1);
  }
  const tested = run(problem('if(impact = "3", 2, 1)', { cells, settings }));
  expect(tested.map(({ share }) => share)).toEqual([1, 0, 0]);
});

it('what is measured against others is measured anew in each draw, over those of the space too', () => {
  const cells = { reach: [50, 40, 30, 1000] };
  const settings = { reach: { kind: 'spread', percent: 30 } } as const;
  const inSpace = run(problem('normalize(reach)', { cells, settings }));
  const plain = run(problem('reach', { cells, settings }));
  expect(inSpace.map(({ share }) => share)).toEqual(plain.map(({ share }) => share));
});

it('draws repeat for a seed', () => {
  const given = problem('reach', {
    cells: { reach: [3, 2, 1] },
    settings: { reach: { kind: 'spread', percent: 90 } },
  });
  expect(run(given)).toEqual(run(given));
  expect(run(given)).not.toEqual(run({ ...given, seed: 2 }));
});

it('a triangular guess keeps to its ends and has its likeliest value between', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const ends = fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: -1e6, max: 1e6 })));
  fc.assert(
    fc.property(share, ends, (u, given) => {
      const [low, mode, high] = given.toSorted((a, b) => a - b).map((end) => Float64Array.of(end));
      if (!low || !mode || !high) return;
      const { rows, at } = makeTriangle({ low, mode, high });
      expect([...rows]).toEqual(low[0] === high[0] ? [] : [0]);
      for (const row of rows) {
        const value = at(row, u);
        expect(value >= (low[0] ?? 0) - 1e-3 && value <= (high[0] ?? 0) + 1e-3).toBe(true);
      }
    }),
  );
  const even = { low: Float64Array.of(0), mode: Float64Array.of(5), high: Float64Array.of(10) };
  expect(makeTriangle(even).at(0, 0.5)).toBe(5);
});

it('ranks stand in order, equals as given, empty ones last', () => {
  const number = fc.oneof(fc.double(), fc.constantFrom(1, 1 + 1e-12, 1 - 1e-12, -0, 0));
  fc.assert(
    fc.property(fc.array(number, { maxLength: 40 }), fc.boolean(), (scores, isAscending) => {
      const ranks = new Int32Array(scores.length);
      makeRanker(scores.length, isAscending)(Float64Array.from(scores), ranks);
      const key = (score: number) => (Number.isNaN(score) ? Infinity : isAscending ? score : -score);
      const sorted = [...scores.keys()].toSorted((a, b) => {
        const [one, other] = [key(scores[a] ?? 0), key(scores[b] ?? 0)];
        return one < other ? -1 : one > other ? 1 : a - b;
      });
      expect(sorted.map((row) => ranks[row])).toEqual(sorted.map((_, at) => at + 1));
    }),
  );
});
