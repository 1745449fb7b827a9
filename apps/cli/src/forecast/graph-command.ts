/** `throughline forecast graph FILE`: will it be done in time, and what decides it? */
import {
  makeDependencyGraph,
  makeRandom,
  parseHands,
  readGraph,
  simulateGraph,
  type FinishOutlook,
  type GraphFile,
  type GraphOutlook,
} from '@throughline/flow';
import type { Command } from 'commander';
import { formatNumber, formatShare, formatTable } from '../flow/format.ts';
import { openBytes } from '../flow/open-bytes.ts';
import { makeProgressBar } from '../flow/progress-bar.ts';
import { runFlow, type FlowCall } from '../flow/run-flow.ts';
import { jsonOf, numberOf } from './item-options.ts';

const DAY = 86_400_000;
const SHOWN = 12;

export function addGraphCommand(forecast: Command): void {
  forecast
    .command('graph')
    .argument('<file>', 'items and what they wait for: JSON or CSV, see docs/forecast.md')
    .description(
      'Run through a graph of dependencies many times: chance of being on time, delay, what is critical',
    )
    .option('--runs <n>', 'how many times', '10000')
    .option('--seed <n>', 'where chance begins; the same seed gives the same figures', '1')
    .option('--target <id>', 'the item whose end is asked for; the last of all unless given')
    .option('--hands <json>', 'how many items teams do at once: {"Platform": 2}; any number unless given')
    .option('--json', 'print the result as JSON, and nothing else')
    .action(runFlow(forecastGraph));
}

async function forecastGraph({ args, options, output, signal }: FlowCall): Promise<void> {
  const runs = numberOf(options, 'runs', { least: 100, greatest: 1_000_000 }) ?? 10_000;
  const seed = numberOf(options, 'seed', { least: 0, greatest: 2 ** 31 }) ?? 1;
  const { chunks } = await openBytes(args[0] ?? '', { signal, onProgress: () => {} });
  const file = await readGraph(chunks);
  const target = typeof options['target'] === 'string' ? options['target'] : file.target;
  const hands = new Map([...file.hands, ...parseHands(jsonOf<unknown>(options, 'hands'))]);
  const graph = makeDependencyGraph(file.items, file.dependencies, hands);
  const bar = makeProgressBar('Running through the graph');
  const outlook = simulateGraph(graph, {
    random: makeRandom(seed),
    runs,
    onProgress: bar.show,
    ...(target === undefined ? {} : { target }),
    ...(file.due === undefined ? {} : { due: file.due }),
  });
  bar.clear();
  output.result({ runs, seed, start: file.start === null ? null : day(file.start), ...outlook }, () =>
    describe(outlook, file),
  );
}

function describe({ end, items, dependencies, teams }: GraphOutlook, { start }: GraphFile): string {
  const at = (days: number): string =>
    start === null ? `day ${formatNumber(days)}` : day(start + Math.ceil(days) * DAY);
  const critical = <T extends { readonly criticality: number }>(all: readonly T[]): readonly T[] =>
    all
      .filter(({ criticality }) => criticality > 0)
      .toSorted((a, b) => b.criticality - a.criticality)
      .slice(0, SHOWN);
  return [
    `Done by ${at(end.p50)} as likely as not; by ${at(end.p85)} with 85 % certainty; by ${at(end.p95)} with 95 %.`,
    ...describePromise(end),
    '',
    'What decides the end: share of runs in which each lies on the path that does',
    formatTable(
      ['item', 'team', 'decides', 'on time', 'days late', '85 % sure by'],
      critical(items).map((item) => [
        item.id,
        item.team,
        formatShare(item.criticality),
        item.onTime === null ? '' : formatShare(item.onTime),
        item.expectedDelay === null ? '' : formatNumber(item.expectedDelay),
        at(item.p85),
      ]),
    ),
    ...(dependencies.length === 0 ? [] : ['', 'Dependencies that decide it']),
    ...(dependencies.length === 0
      ? []
      : [
          formatTable(
            ['from', 'to', 'decides'],
            critical(dependencies).map(({ from, to, criticality }) => [from, to, formatShare(criticality)]),
          ),
        ]),
    '',
    `Days on that path: ${teams
      .filter(({ share }) => share > 0)
      .map(({ team, share }) => `${team === '' ? 'no team' : team} ${formatShare(share)}`)
      .join(', ')}.`,
    ...describeHands(teams),
  ].join('\n');
}

function describeHands(teams: GraphOutlook['teams']): readonly string[] {
  const limited = teams.flatMap(({ team, hands, waited = 0 }) =>
    hands === undefined
      ? []
      : [`${team === '' ? 'no team' : team} ${formatNumber(waited)} days (${hands} at once)`],
  );
  return limited.length === 0 ? [] : [`Items wait for their team’s hands, added up: ${limited.join(', ')}.`];
}

function describePromise({ onTime, onTimeInterval, expectedDelay }: FinishOutlook): readonly string[] {
  if (onTime === null || onTimeInterval === null || expectedDelay === null) return [];
  const { low, high } = onTimeInterval;
  return [
    `On time in ${formatShare(onTime)} of runs (between ${formatShare(low)} and ${formatShare(high)}); ${formatNumber(expectedDelay)} days late on average.`,
  ];
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
