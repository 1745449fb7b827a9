import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doneTimesByProject } from '../items/item-list.ts';
import { readItemList } from '../items/read-item-list.ts';
import { givenPath, openGiven } from '../testing/given-data.ts';
import { backtest, backtestBootstrap, backtestCalibrated, describeForecasts } from './backtest.ts';
import { makeHistory } from './history.ts';

const FILES = ['throughput-apache-jira/issues_flow.csv.gz', 'throughput-agile-project/jira.csv'];
const isGiven = FILES.every((file) => givenPath(file) !== undefined);

async function readSeries(): Promise<readonly (readonly [string, readonly number[]])[]> {
  const lists = await Promise.all(FILES.map((file) => readItemList(openGiven(file))));
  return lists.flatMap(({ items }) =>
    [...doneTimesByProject(items)].map(([name, times]) => [name, makeHistory(times).counts] as const),
  );
}

describe.skipIf(!isGiven)('six real projects', () => {
  it('have the back-test of the plain bootstrap that was computed elsewhere', async () => {
    const expected = Object.assign(
      {},
      ...FILES.map((file) =>
        JSON.parse(readFileSync(givenPath(`${file.split('/')[0]}/expected_forecast.json`) ?? '', 'utf8')),
      ),
    );
    for (const [name, counts] of await readSeries())
      for (const horizon of [4, 12]) {
        const { median_width: _, ...held } = backtest(counts, { window: 12, horizon })?.bootstrap ?? {
          median_width: 0,
        };
        expect(held).toEqual(expected[name].backtest[`window 12 weeks, horizon ${horizon} weeks`]);
      }
  });

  it.each([4, 12])('keep their promises over %i weeks as often as these say', async (horizon) => {
    const series = await readSeries();
    const past = series.map(([, counts]) => backtestCalibrated(counts, { window: 12, horizon }));
    const plain = series.flatMap(([, counts]) => backtestBootstrap(counts, { window: 12, horizon }));
    const pooled = describeForecasts(past.flat());
    expect(pooled.held_50).toBeGreaterThanOrEqual(0.45);
    expect(pooled.held_50).toBeLessThanOrEqual(0.58);
    expect(pooled.held_85).toBeGreaterThanOrEqual(0.82);
    expect(pooled.held_85).toBeLessThanOrEqual(0.9);
    expect(Math.min(...past.map((each) => describeForecasts(each).held_85))).toBeGreaterThanOrEqual(0.78);
    expect(pooled.median_width).toBeLessThanOrEqual(1.6 * describeForecasts(plain).median_width);
  });
});
