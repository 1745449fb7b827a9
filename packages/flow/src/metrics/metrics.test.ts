import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '../statistics/summary.ts';
import { buildStageLog } from '../testing/build-stage-log.ts';
import { cumulativeFlow } from './cumulative-flow.ts';
import { cycleTimes, leadTimes, serviceLevel } from './durations.ts';
import { guessFromName, guessStageRoles } from './stage-role.ts';
import { stageTimes } from './stage-times.ts';
import { ageingItems, averageInProgress, countInProgress } from './work-in-progress.ts';
import { keepItems, makeItemsFromStages, makeItemsFromSteps } from './work-items.ts';

const DAY = 86_400_000;

/** A: to do on day 0, doing 2, blocked 3, doing 4, done 6. B: to do 1, doing 3, waiting 4. C: done 5, reopened 6. */
const LOG = buildStageLog(
  (
    [
      ['A', 'To do', 0],
      ['A', 'Doing', 2],
      ['A', 'Blocked', 3],
      ['A', 'Doing', 4],
      ['A', 'Done', 6],
      ['B', 'To do', 1],
      ['B', 'Doing', 3],
      ['B', 'Ready for test', 4],
      ['C', 'To do', 1],
      ['C', 'Doing', 4],
      ['C', 'Done', 5],
      ['C', 'Reopened', 6],
    ] as const
  ).map(([id, activity, day]) => ({ case: id, activity, time: day * DAY })),
);
const ROLES = guessStageRoles(LOG);
const ITEMS = makeItemsFromStages(LOG, ROLES);
const inDays = (values: Float64Array): readonly number[] => [...values].map((value) => value / DAY);

describe('flow metrics', () => {
  it('know the roles of common stages by their names, and of others by what they are told', () => {
    expect(ROLES).toEqual(['todo', 'active', 'blocked', 'done', 'waiting', 'todo']);
    expect(['In Progress', 'Code Review', 'Won’t Fix'].map(guessFromName)).toEqual([
      'active',
      'active',
      'done',
    ]);
    expect(guessStageRoles(LOG, { given: { active: ['To do'] } })[0]).toBe('active');
    const log = buildStageLog([{ case: 'A', activity: 'Review', time: 0, category: 'Done' }]);
    expect(guessStageRoles(log, { category: 'category' })).toEqual(['done']);
    const ready = buildStageLog([{ case: 'A', activity: 'Ready', time: 0, category: 'In Progress' }]);
    expect(guessStageRoles(ready, { category: 'category' })).toEqual(['waiting']);
  });

  it('find when items were asked for, begun and done, and take a reopened one as open', () => {
    expect([ITEMS.created, ITEMS.started, ITEMS.done].map(inDays)).toEqual([
      [0, 1, 1],
      [2, 3, 4],
      [6, NaN, NaN],
    ]);
    expect(inDays(makeItemsFromStages(LOG, ROLES, { keepsReopened: true }).done)).toEqual([6, NaN, 5]);
    const withCreated = buildStageLog([{ case: 'A', activity: 'Done', time: 5 * DAY }], { A: 2 * DAY });
    expect(inDays(leadTimes(makeItemsFromStages(withCreated, ['done'])))).toEqual([3]);
  });

  it('measure cycle time, lead time and the service level', () => {
    expect([inDays(cycleTimes(ITEMS)), inDays(leadTimes(ITEMS))]).toEqual([[4], [6]]);
    expect(cycleTimes(ITEMS, { longerThan: 4 * DAY })).toHaveLength(0);
    expect(serviceLevel(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 0.85)).toEqual({
      share: 0.85,
      within: 9,
    });
  });

  it('count what is in progress, and how old it is beside finished work', () => {
    expect([1, 2, 3, 4, 5, 6].map((day) => countInProgress(ITEMS, day * DAY))).toEqual([0, 1, 2, 3, 3, 2]);
    expect(averageInProgress(ITEMS, 2 * DAY, 6 * DAY)).toBe((4 + 3 + 2) / 4);
    expect(ageingItems(ITEMS, 6 * DAY, { cycleTimes: cycleTimes(ITEMS) })).toEqual([
      { id: 'B', started: 3 * DAY, age: 3 * DAY, olderThan: 0 },
      { id: 'C', started: 4 * DAY, age: 2 * DAY, olderThan: 0 },
    ]);
  });

  it('draw the cumulative flow', () => {
    const { stages, counts } = cumulativeFlow(LOG, { from: 0, to: 6 * DAY, period: 2 * DAY });
    expect(Object.fromEntries(stages.map((stage, at) => [stage, [...(counts[at] ?? [])]]))).toEqual({
      'To do': [2, 0, 0],
      Doing: [1, 2, 0],
      Blocked: [0, 0, 0],
      Done: [0, 0, 1],
      'Ready for test': [0, 1, 1],
      Reopened: [0, 0, 1],
    });
  });

  it('measure time in each stage, flow efficiency and blocked time', () => {
    const { stages, flowEfficiency, blockedTime } = stageTimes(LOG, ROLES, { until: 7 * DAY });
    expect(stages.map(({ stage, visits, items, total }) => [stage, visits, items, total / DAY])).toEqual([
      ['To do', 3, 3, 2 + 2 + 3],
      ['Doing', 4, 3, 3 + 1 + 1],
      ['Blocked', 1, 1, 1],
      ['Ready for test', 1, 1, 3],
      ['Reopened', 1, 1, 1],
    ]);
    expect([flowEfficiency, blockedTime / DAY]).toEqual([5 / 9, 1]);
  });

  it('take a case of steps from its first event to its last, or to one that finishes it', () => {
    const log = buildStageLog([
      { case: 'A', activity: 'register', time: 2 * DAY, start: DAY },
      { case: 'A', activity: 'pay', time: 4 * DAY },
      { case: 'A', activity: 'file', time: 5 * DAY },
      { case: 'B', activity: 'register', time: 3 * DAY },
    ]);
    expect(inDays(makeItemsFromSteps(log).done)).toEqual([5, 3]);
    const paid = makeItemsFromSteps(log, { done: ['pay'] });
    expect([inDays(paid.started), inDays(paid.done)]).toEqual([
      [1, 3],
      [4, NaN],
    ]);
    expect(keepItems(paid, (at) => !Number.isNaN(paid.done[at] as number)).ids).toEqual(['A']);
  });

  it('obey Little’s law: work in progress is throughput times cycle time', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 50 }), (spans) => {
        const started = Float64Array.from(spans, ([from]) => from);
        const done = Float64Array.from(spans, ([from, time]) => from + time);
        const items = { ids: spans.map((_, at) => `${at}`), created: started, started, done };
        const end = Math.max(...done);
        const throughput = spans.length / end;
        expect(averageInProgress(items, 0, end)).toBeCloseTo(throughput * mean(cycleTimes(items)), 6);
      }),
    );
  });

  it('agree with each other: what arrived and has not left is in progress, and in some stage', () => {
    const stages = ['To do', 'Doing', 'Review', 'Done'];
    const visits = fc.array(
      fc.record({ id: fc.integer({ min: 1, max: 9 }), stage: fc.nat(3), day: fc.nat(30) }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(visits, fc.nat(29), (drawn, day) => {
        const log = buildStageLog(
          drawn.map(({ id, stage, day: at }) => ({
            case: `${id}`,
            activity: stages[stage] ?? '',
            time: at * DAY,
          })),
        );
        const items = makeItemsFromStages(log, guessStageRoles(log), { keepsReopened: true });
        const { moments, counts } = cumulativeFlow(log, { from: 0, to: 31 * DAY, period: DAY });
        const moment = moments[day] ?? 0;
        const entered = log.caseIds.filter(
          (_, at) => (log.time[log.firstEvent[at] as number] ?? 0) <= moment,
        );
        expect(counts.reduce((sum, column) => sum + (column[day] ?? 0), 0)).toBe(entered.length);
        const begun = items.started.filter((time) => time <= moment).length;
        const left = items.done.filter(
          (time, at) => time <= moment && (items.started[at] as number) <= moment,
        ).length;
        expect(countInProgress(items, moment)).toBe(begun - left);
      }),
    );
  });
});
