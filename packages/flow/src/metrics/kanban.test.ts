import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeElapsedLessDaysOff, WEEKENDS } from '../calendar/days-off.ts';
import { promiseCount, promisePeriods } from '../forecast/bootstrap-forecast.ts';
import { DAY, FIRST_MONDAY, makeHistory, WEEK } from '../forecast/history.ts';
import { inTimeOrder } from '../log/time-order.ts';
import { readLog } from '../read/read-log.ts';
import { givenPath, openGiven } from '../testing/given-data.ts';
import { cycleTimes, summarizeDays } from './durations.ts';
import { guessStageRoles } from './stage-role.ts';
import { keepItems, makeItemsFromStages } from './work-items.ts';

const FOLDER = 'jira-changelog-kanban';
const FROM = Date.parse('2020-06-01');
const UNTIL = Date.parse('2020-08-01');

async function readItems() {
  const { log } = await readLog(openGiven(`${FOLDER}/changelog.csv`));
  const ordered = inTimeOrder(log);
  const roles = guessStageRoles(ordered, { category: 'status_to_category_name' });
  const items = makeItemsFromStages(ordered, roles, { keepsReopened: true });
  return keepItems(
    items,
    (at) => (items.created[at] as number) >= FROM && (items.created[at] as number) < UNTIL,
  );
}

describe.skipIf(givenPath(FOLDER) === undefined)('the published kanban board', () => {
  const path = givenPath(`${FOLDER}/expected.json`);
  const expected = path === undefined ? null : JSON.parse(readFileSync(path, 'utf8')).computed;

  it('has the cycle times that were published', async () => {
    const elapsed = makeElapsedLessDaysOff(WEEKENDS);
    const found = summarizeDays(cycleTimes(await readItems(), { elapsed, longerThan: DAY / 24 }));
    const { n, mean, stdev, ...percentiles } = expected.cycle_days_weekends_off;
    expect([found.count, found.mean, found.deviation]).toEqual([
      n,
      expect.closeTo(mean, 6),
      expect.closeTo(stdev, 6),
    ]);
    const { p25, p50, p75, p85, p95 } = found;
    for (const [name, value] of Object.entries({ p25, p50, p75, p85, p95 }))
      expect(value).toBeCloseTo(percentiles[name], 4);
  });

  it('has its weekly throughput, and its forecast of thirty items', async () => {
    const done = (await readItems()).done.filter((time) => time >= FROM && time < UNTIL);
    // Its weeks end on Mondays and are named by them.
    const weeks = makeHistory(done, { origin: FIRST_MONDAY + DAY, from: FROM, to: UNTIL - 1 });
    const named = weeks.counts.map((count, week) => [
      new Date(weeks.start + (week + 1) * WEEK - DAY).toISOString().slice(0, 10),
      count,
    ]);
    expect(Object.fromEntries(named)).toEqual(expected['throughput_weeks_ending_monday_2020-06-01..07-31']);
    const days = makeHistory(done, { period: DAY, from: FROM, to: UNTIL - 1 }).counts;
    const ends = promisePeriods(days.slice(-30), 30, { chances: [0.5, 0.75, 0.85, 0.95] });
    [18, 22, 23, 27].forEach((day, at) =>
      expect(Math.abs((ends[at] ?? Infinity) - day)).toBeLessThanOrEqual(1),
    );
    const published = { 0.05: 35, 0.25: 26, 0.5: 21, 0.75: 17, 0.85: 14, 0.95: 11 };
    for (const [chance, count] of Object.entries(published))
      expect(Math.abs(promiseCount(days.slice(-60), 15, Number(chance)) - count)).toBeLessThanOrEqual(1);
  });
});
