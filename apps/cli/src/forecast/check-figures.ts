/** The figures that given data must yield, each beside what was found. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  backtest,
  backtestBootstrap,
  backtestCalibrated,
  cycleTimes,
  DAY,
  describeForecasts,
  doneTimesByProject,
  FIRST_MONDAY,
  makeElapsedLessDaysOff,
  makeHistory,
  predictSprints,
  promiseCount,
  promisePeriods,
  readSprints,
  scoreSprints,
  summarizeDays,
  WEEKENDS,
} from '@throughline/flow';
import { checkLogFigures } from '../flow/check-log-figures.ts';
import { openBytes } from '../flow/open-bytes.ts';
import { openItems } from './open-items.ts';

export type Figure = {
  readonly figure: string;
  readonly wanted: string;
  readonly found: string;
  readonly ok: boolean;
};

type Source = { readonly directory: string; readonly signal: AbortSignal };

const BOARD = 'jira-changelog-kanban';
const PROJECTS = ['throughput-apache-jira/issues_flow.csv.gz', 'throughput-agile-project/jira.csv'];
const COMPANIES = ['apache', 'jboss', 'jira', 'mongodb', 'spring'];
const HORIZONS = [4, 12];

export async function checkFigures(source: Source): Promise<readonly Figure[]> {
  const has = (path: string): boolean => existsSync(join(source.directory, path));
  return [
    ...(await checkLogFigures(join(source.directory, 'eventlogs'), source.signal)),
    ...(has(BOARD) ? await checkBoard(source) : []),
    ...(PROJECTS.every(has) ? await checkProjects(source) : []),
    ...(has('throughput-agile-sprints') ? await checkSprints(source) : []),
  ];
}

function exactly(figure: string, wanted: unknown, found: unknown): Figure {
  const [left, right] = [JSON.stringify(wanted), JSON.stringify(found)];
  return { figure, wanted: left, found: right, ok: left === right };
}

function within(figure: string, found: number, { least = -Infinity, most = Infinity }): Figure {
  const wanted = [
    ...(Number.isFinite(least) ? [`≥ ${least}`] : []),
    ...(Number.isFinite(most) ? [`≤ ${most}`] : []),
  ];
  return { figure, wanted: wanted.join(', '), found: found.toFixed(3), ok: found >= least && found <= most };
}

async function checkBoard({ directory, signal }: Source): Promise<readonly Figure[]> {
  const options = { createdFrom: '2020-06-01', createdBefore: '2020-08-01', keepReopened: true };
  const { items } = await openItems(join(directory, BOARD, 'changelog.csv'), options, { signal });
  const [from, until] = [Date.parse('2020-06-01'), Date.parse('2020-08-01')];
  const elapsed = makeElapsedLessDaysOff(WEEKENDS);
  const times = summarizeDays(cycleTimes(items, { elapsed, longerThan: DAY / 24 }));
  const done = items.done.filter((time) => time >= from && time < until);
  const weeks = makeHistory(done, { origin: FIRST_MONDAY + DAY, from, to: until - 1 }).counts;
  const days = makeHistory(done, { period: DAY, from, to: until - 1 }).counts.slice(-30);
  const ends = promisePeriods(days, 30, { chances: [0.5, 0.75, 0.85, 0.95] });
  return [
    exactly('kanban: cycle time mean', '3.937521', times.mean.toFixed(6)),
    exactly('kanban: deviation', '5.176157', times.deviation.toFixed(6)),
    exactly('kanban: median', '1.94', times.p50.toFixed(2)),
    exactly('kanban: 85 % within', '6.65', times.p85.toFixed(2)),
    exactly('kanban: ten weeks', [0, 7, 5, 7, 5, 18, 5, 13, 8, 18], weeks),
    ...[18, 22, 23, 27].map((day, at) =>
      within(`kanban: 30 items, ${[50, 75, 85, 95][at]} %`, ends[at] ?? Infinity, {
        least: day - 1,
        most: day + 1,
      }),
    ),
  ];
}

type Point = {
  readonly last_12_weeks: readonly number[];
  readonly next_4_weeks_sure: Readonly<Record<string, number>>;
  readonly items: number;
  readonly weeks_to_finish_items: Readonly<Record<string, number | null>>;
};
type Expected = Readonly<
  Record<string, { readonly points: readonly Point[]; readonly backtest: Readonly<Record<string, object>> }>
>;

async function checkProjects({ directory, signal }: Source): Promise<readonly Figure[]> {
  const series = new Map<string, readonly number[]>();
  let expected: Expected = {};
  for (const path of PROJECTS) {
    const { items } = await openItems(join(directory, path), {}, { signal });
    for (const [name, times] of doneTimesByProject(items)) series.set(name, makeHistory(times).counts);
    const file = join(directory, path.split('/')[0] ?? '', 'expected_forecast.json');
    expected = { ...expected, ...(JSON.parse(readFileSync(file, 'utf8')) as Expected) };
  }
  const exact = Object.entries(expected).map(([name, { points }]) =>
    exactly(`${name}: exact forecasts`, points.map(answersWanted), points.map(answersFound)),
  );
  const held = Object.entries(expected).flatMap(([name, each]) =>
    HORIZONS.map((horizon) => {
      const plain = backtest(series.get(name) ?? [], { window: 12, horizon })?.bootstrap;
      const { median_width: _, ...found } = plain ?? { median_width: 0 };
      const wanted = each.backtest[`window 12 weeks, horizon ${horizon} weeks`];
      return exactly(`${name}: plain back-test over ${horizon} weeks`, wanted, found);
    }),
  );
  return [
    ...exact,
    ...held,
    ...HORIZONS.flatMap((horizon) => checkPromises([...series.values()], horizon)),
  ].map(shorten);
}

function answersWanted({ next_4_weeks_sure: sure, weeks_to_finish_items: ends }: Point): readonly unknown[] {
  return [Object.values(sure), Object.values(ends)];
}

function answersFound(point: Point): readonly unknown[] {
  const chances = (of: object): readonly number[] =>
    Object.keys(of).map((name) => Number.parseInt(name, 10) / 100);
  return [
    chances(point.next_4_weeks_sure).map((chance) => promiseCount(point.last_12_weeks, 4, chance)),
    promisePeriods(point.last_12_weeks, point.items, { chances: chances(point.weeks_to_finish_items) }),
  ];
}

function checkPromises(series: readonly (readonly number[])[], horizon: number): readonly Figure[] {
  const options = { window: 12, horizon };
  const past = series.map((counts) => backtestCalibrated(counts, options));
  const plain = describeForecasts(series.flatMap((counts) => backtestBootstrap(counts, options)));
  const { held_50: half, held_85: sure, median_width: width } = describeForecasts(past.flat());
  const lowest = Math.min(...past.map((each) => describeForecasts(each).held_85));
  return [
    within(`${horizon} weeks: 50 % promises held`, half, { least: 0.45, most: 0.58 }),
    within(`${horizon} weeks: 85 % promises held`, sure, { least: 0.82, most: 0.9 }),
    within(`${horizon} weeks: lowest project`, lowest, { least: 0.78 }),
    within(`${horizon} weeks: width beside the plain one`, width / plain.median_width, { most: 1.6 }),
  ];
}

async function checkSprints({ directory, signal }: Source): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const company of COMPANIES) {
    const file = join(directory, 'throughput-agile-sprints', `${company}_iteration_30.csv.gz`);
    const { sprints } = await readSprints((await openBytes(file, { signal, onProgress: () => {} })).chunks);
    const { improvement } = scoreSprints(predictSprints(sprints));
    figures.push(within(`sprints of ${company}: error below commitment`, improvement, { least: 0.15 }));
  }
  return figures;
}

const LONGEST = 60;

/** Long lists say nothing in a table. */
function shorten(figure: Figure): Figure {
  const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
  return { ...figure, wanted: cut(figure.wanted), found: cut(figure.found) };
}
