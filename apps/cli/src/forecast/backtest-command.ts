/** `throughline forecast backtest FILE`: what would have been promised at each week of the past, and what held. */
import {
  backtest,
  backtestCalibrated,
  brierScore,
  CHANCES,
  doneTimesByProject,
  FlowRefusal,
  makeHistory,
  reliabilityCurve,
  type BacktestResult,
} from '@throughline/flow';
import type { Command } from 'commander';
import { formatShare, formatTable } from '../flow/format.ts';
import { makeProgressBar } from '../flow/progress-bar.ts';
import { runFlow, type FlowCall } from '../flow/run-flow.ts';
import { addItemOptions, numberOf } from './item-options.ts';
import { openItems } from './open-items.ts';

const HORIZONS = [4, 12] as const;
const WINDOW = 12;

export type ProjectBacktest = Readonly<Record<string, BacktestResult>>;

export function addBacktestCommand(forecast: Command): void {
  addItemOptions(forecast.command('backtest'))
    .argument('<file>', 'as for forecast')
    .description('Score the forecasts that would have been made at every week of the past')
    .option('--window <n>', 'weeks of history before the first forecast, and those the plain one draws from')
    .action(runFlow(runBacktest));
}

async function runBacktest({ args, options, output, signal }: FlowCall): Promise<void> {
  const window = numberOf(options, 'window', { least: 12, greatest: 520 }) ?? WINDOW;
  const { items } = await openItems(args[0] ?? '', options, { signal });
  const series = [...doneTimesByProject(items)].map(
    ([name, times]) => [name, makeHistory(times).counts] as const,
  );
  const bar = makeProgressBar('Forecasting the past');
  const projects: [string, ProjectBacktest][] = [];
  const short: string[] = [];
  series
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .forEach(([name, counts], at) => {
      const results = backtestProject(counts, window);
      if (results === null) short.push(`${name === '' ? 'the file' : name} (${counts.length} weeks)`);
      else projects.push([name === '' ? 'all' : name, results]);
      bar.show((at + 1) / series.length);
    });
  bar.clear();
  if (short.length > 0)
    process.stderr.write(
      `Left out, with fewer than ${window + HORIZONS[0]} weeks: ${short.slice(0, 20).join(', ')}${short.length > 20 ? ' …' : ''}.\n`,
    );
  if (projects.length === 0)
    throw new FlowRefusal('no_forecast', {
      message: 'No project of this file has a past long enough to be tested.',
      why: `It takes ${window + HORIZONS[0]} weeks.`,
      fix: 'Give more history, or another --done column.',
    });
  output.result(
    Object.fromEntries(projects),
    (told) =>
      `${describeBacktest(told)}\n\n${describeReliability(
        series.map(([, counts]) => counts),
        window,
      )}`,
  );
}

function backtestProject(counts: readonly number[], window: number): ProjectBacktest | null {
  const results = HORIZONS.flatMap((horizon) => {
    const result = backtest(counts, { window, horizon });
    return result === null ? [] : [[`window ${window} weeks, horizon ${horizon} weeks`, result] as const];
  });
  return results.length === 0 ? null : Object.fromEntries(results);
}

function describeBacktest(projects: Readonly<Record<string, ProjectBacktest>>): string {
  const horizons = [...new Set(Object.values(projects).flatMap((results) => Object.keys(results)))];
  return horizons.map((name) => describeHorizon(name, projects)).join('\n\n');
}

function describeHorizon(horizon: string, projects: Readonly<Record<string, ProjectBacktest>>): string {
  const rows = Object.entries(projects).flatMap(([project, results]) => {
    const result = results[horizon];
    if (result === undefined) return [];
    const { bootstrap } = result;
    return [
      [
        project,
        String(result.forecasts),
        ...([50, 70, 85, 95] as const).map((p) => formatShare(result[`held_${p}`])),
        String(result.median_width),
        formatShare(bootstrap.held_85),
        String(bootstrap.median_width),
      ],
    ];
  });
  const header = [
    'project',
    'forecasts',
    '50 % held',
    '70 % held',
    '85 % held',
    '95 % held',
    'width',
    'plain 85 %',
    'plain width',
  ];
  return `${horizon}: how many promises held\n${formatTable(header, rows)}`;
}

/** Over all projects and horizons. */
function describeReliability(series: readonly (readonly number[])[], window: number): string {
  const statements = series.flatMap((counts) =>
    HORIZONS.flatMap((horizon) => backtestCalibrated(counts, { window, horizon })).flatMap(
      ({ promised, done }) =>
        CHANCES.map((chance, at) => ({ chance, happened: done >= (promised[at] as number) })),
    ),
  );
  const rows = reliabilityCurve(statements, 20).map(({ stated, happened, statements: count }) => [
    formatShare(stated),
    formatShare(happened),
    String(count),
  ]);
  return `Said and happened, over all of them (Brier score ${brierScore(statements).toFixed(3)}; 0 is perfect)\n${formatTable(['said', 'happened', 'promises'], rows)}`;
}
