import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../statistics/random.ts';
import { backtest, backtestCalibrated } from './backtest.ts';
import { makeForecaster } from './calibrated-forecast.ts';
import { DAY, makeHistory, WEEK } from './history.ts';
import { brierScore, pinballLoss, reliabilityCurve } from './scores.ts';
import { judgeSupport } from './support.ts';
import { makeWeekCapacity } from './week-capacity.ts';

const CHANCES = [0.05, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99];
const counts = fc.array(fc.nat(20), { minLength: 4, maxLength: 80 });

describe('a history', () => {
  it('counts what was done in ISO weeks, those with nothing too', () => {
    const times = ['2026-03-01T23:59Z', '2026-03-02T00:00Z', '2026-03-20T12:00Z'].map(Date.parse);
    expect(makeHistory(times)).toEqual({
      start: Date.parse('2026-02-23'),
      period: WEEK,
      counts: [1, 1, 0, 1],
    });
    expect(
      makeHistory(times, { period: DAY, from: Date.parse('2026-03-01'), to: Date.parse('2026-03-03') })
        .counts,
    ).toEqual([1, 1, 0]);
    expect(makeHistory([]).counts).toEqual([]);
  });
});

describe('a calibrated forecast', () => {
  it('promises less, and later, the surer it must be', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 16 }), (history, horizon) => {
        const forecaster = makeForecaster(history);
        const promised = forecaster.promise(horizon, CHANCES);
        expect(promised).toEqual(promised.toSorted((a, b) => b - a));
        const ends = forecaster.periodsFor(12, CHANCES).map((end) => end ?? Infinity);
        expect(ends).toEqual(ends.toSorted((a, b) => a - b));
      }),
    );
  });

  it('promises no less for more periods, and ends agree with counts', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 12 }), (history, horizon) => {
        const { promise, periodsFor } = makeForecaster(history);
        const [few, more] = [horizon, horizon + 1].map((each) => promise(each, [0.85])[0] ?? 0) as [
          number,
          number,
        ];
        expect(more).toBeGreaterThanOrEqual(few);
        expect(periodsFor(few, [0.85])[0]).toBeLessThanOrEqual(horizon);
        expect(periodsFor(more + 1, [0.85])[0] ?? Infinity).toBeGreaterThan(horizon + 1);
      }),
    );
  });

  it('needs no less time for more items', () => {
    fc.assert(
      fc.property(counts, fc.nat(60), (history, items) => {
        const { periodsFor } = makeForecaster(history);
        expect(periodsFor(items + 1, [0.85])[0] ?? Infinity).toBeGreaterThanOrEqual(
          periodsFor(items, [0.85])[0] ?? Infinity,
        );
      }),
    );
  });

  it('knows nothing of what came later', () => {
    fc.assert(
      fc.property(counts, counts, (past, future) => {
        const alone = makeForecaster(past).pastPromises(4, CHANCES);
        expect(
          makeForecaster([...past, ...future])
            .pastPromises(4, CHANCES)
            .slice(0, alone.length),
        ).toEqual(alone);
      }),
    );
  });

  it('is what the past forecast of its moment was', () => {
    const past = fc.array(fc.nat(20), { minLength: 12, maxLength: 60 });
    fc.assert(
      fc.property(past, counts, (before, after) => {
        const then = makeForecaster([...before, ...after]).pastPromises(4, CHANCES)[before.length - 12];
        expect(makeForecaster(before).promise(4, CHANCES)).toEqual(then);
      }),
    );
  });

  it('holds as often as it says where the level wanders', () => {
    const random = makeRandom(5);
    let level = 8;
    const history = Array.from({ length: 600 }, () => {
      level = Math.min(30, Math.max(2, level * Math.exp(0.25 * (random() + random() + random() - 1.5))));
      return Math.floor(level * (random() + random()));
    });
    for (const horizon of [1, 4, 12]) {
      const result = backtest(history, { window: 12, horizon });
      expect(result?.held_85).toBeGreaterThan(0.82);
      expect(result?.held_85).toBeLessThan(0.9);
      expect(result?.held_95).toBeGreaterThan(0.92);
    }
  });

  it('expects less of weeks in which less is worked', () => {
    const history = Array.from({ length: 30 }, (_, week) => (week % 5 === 4 ? 2 : 10));
    const [full, half] = [1, 0.5].map(
      (next) =>
        makeForecaster(history, (week) => (week < 30 ? (week % 5 === 4 ? 0.2 : 1) : next)).promise(
          4,
          [0.5],
        )[0] ?? 0,
    ) as [number, number];
    expect(half / full).toBeCloseTo(0.5, 1);
  });

  it('knows the share of a week that holidays leave', () => {
    const capacity = makeWeekCapacity(Date.parse('2026-12-14'), [
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2027-01-01',
    ]);
    expect([0, 1, 2, 3].map(capacity)).toEqual([1, 0.6, 0.8, 1]);
  });

  it('has no end in sight where nothing is done', () => {
    expect(makeForecaster(Array(20).fill(0)).periodsFor(3, [0.85])).toEqual([null]);
  });

  it('has no backtest of a history shorter than window and horizon', () => {
    expect(backtest(Array(15).fill(3), { window: 12, horizon: 4 })).toBeNull();
    expect(backtestCalibrated(Array(16).fill(3), { window: 12, horizon: 4 })).toHaveLength(1);
  });
});

describe('what a history supports', () => {
  it.each([
    [[3, 4, 5], 'no', 'too_short'],
    [Array(30).fill(0), 'no', 'nothing_done'],
    [[3, 4, 5, 4, 3, 4], 'weak', 'few_periods'],
    [[...Array(20).fill(5), 0, 0, 0, 0], 'weak', 'stalled'],
    [[...Array(20).fill(0), 1, 0, 0, 1], 'weak', 'few_items'],
    [[...Array(10).fill(2), ...Array(8).fill(12)], 'weak', 'rising'],
    [[...Array(10).fill(12), ...Array(8).fill(2)], 'weak', 'falling'],
  ] as const)('%j: %s, %s', (history, verdict, code) => {
    const support = judgeSupport(history as readonly number[], 4);
    expect([support.verdict, support.notes[0]?.code]).toEqual([verdict, code]);
  });

  it('is enough where throughput is steady', () => {
    expect(judgeSupport(Array(20).fill(5), 4)).toEqual({ verdict: 'yes', notes: [] });
    expect(judgeSupport(Array(20).fill(5), 40).notes[0]?.code).toBe('too_far');
  });
});

describe('scores', () => {
  const statements = [
    { chance: 0.9, happened: true },
    { chance: 0.9, happened: false },
    { chance: 0.2, happened: false },
    { chance: 1, happened: true },
  ];
  it('are what one computes by hand', () => {
    expect(brierScore(statements)).toBeCloseTo((0.01 + 0.81 + 0.04 + 0) / 4, 12);
    expect([pinballLoss(10, 14, 0.25), pinballLoss(10, 6, 0.25)]).toEqual([1, 3]);
  });

  it('set what was stated beside what happened', () => {
    expect(
      reliabilityCurve(statements).map(({ stated, statements: count, happened }) => [
        stated,
        count,
        happened,
      ]),
    ).toEqual([
      [0.2, 1, 0],
      [expect.closeTo(2.8 / 3, 12), 3, 2 / 3],
    ]);
  });
});
