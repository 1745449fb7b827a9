/** `throughline flow bottlenecks FILE`: where cases lose most time, and on what evidence. */
import { findBottlenecks, type Bottleneck } from '@throughline/flow';
import type { Command } from 'commander';
import { formatDuration, formatShare, formatTable } from '../flow/format.ts';
import { runFlow, type FlowCall } from '../flow/run-flow.ts';
import { elapsedOf } from './calendar-option.ts';
import { addItemOptions, numberOf } from './item-options.ts';
import { openVisits } from './open-visits.ts';

export function addBottlenecksCommand(flow: Command): void {
  addItemOptions(flow.command('bottlenecks'))
    .argument('<file>', 'event log, or changes of status; .gz too')
    .description('Rank steps and hand-overs by the time lost before them in all cases, with the evidence')
    .option('--calendar <json>', 'working hours and days off, or @FILE; see docs/forecast.md')
    .option('--weekends-off', 'take off a whole day for each Saturday and Sunday')
    .option('--limit <n>', 'how many of each kind', '10')
    .action(runFlow(runBottlenecks));
}

async function runBottlenecks({ args, options, output, signal }: FlowCall): Promise<void> {
  const { elapsed } = elapsedOf(options);
  const limit = numberOf(options, 'limit', { least: 1, greatest: 1000 }) ?? 10;
  const { log, visits, basis } = await openVisits(args[0] ?? '', options, { signal });
  const found = findBottlenecks(log, visits, { elapsed, limit });
  output.result({ basis, bottlenecks: found.map(toJson) }, () => [describe(found), '', basis].join('\n'));
}

const HOUR = 3_600_000;

function toJson(found: Bottleneck): object {
  const hours = (ms: number): number => ms / HOUR;
  const { since } = found;
  return {
    kind: found.kind,
    from: found.from,
    step: found.step,
    lost_hours: hours(found.lost),
    share: found.share,
    cases: found.cases,
    visits: found.visits,
    median_wait_hours: hours(found.medianWait),
    p85_wait_hours: hours(found.p85Wait),
    mean_work_hours: hours(found.meanWork),
    worst_cases: found.worstCases.map(({ id, lost }) => ({ id, lost_hours: hours(lost) })),
    resources: found.resources.map(({ name, lost, visits, medianWait }) => ({
      name,
      lost_hours: hours(lost),
      visits,
      median_wait_hours: hours(medianWait),
    })),
    since:
      since === null
        ? null
        : {
            since: new Date(since.since).toISOString(),
            median_before_hours: hours(since.medianBefore),
            median_after_hours: hours(since.medianAfter),
          },
  };
}

function describe(found: readonly Bottleneck[]): string {
  const [worst] = found;
  if (worst === undefined) return 'No time is lost between steps, as far as this log can tell.';
  return [
    `Most time is lost before “${worst.step}”: ${formatDuration(worst.lost)} in ${worst.cases} cases, ${formatShare(worst.share)} of all the time that cases take.`,
    ...describeEvidence(worst),
    '',
    'Steps',
    describeTable(found.filter(({ kind }) => kind === 'step')),
    '',
    'Hand-overs',
    describeTable(found.filter(({ kind }) => kind === 'transition')),
  ].join('\n');
}

function describeEvidence({
  medianWait,
  p85Wait,
  worstCases,
  resources,
  since,
}: Bottleneck): readonly string[] {
  const worst = worstCases.map(({ id, lost }) => `${id} (${formatDuration(lost)})`).join(', ');
  const who = resources.map(({ name, lost }) => `${name} (${formatDuration(lost)})`).join(', ');
  return [
    `Half of them wait no more than ${formatDuration(medianWait)}, 85 % no more than ${formatDuration(p85Wait)}.`,
    `Cases that lost most: ${worst}.`,
    ...(who === '' ? [] : [`Before the work of: ${who}.`]),
    ...(since === null
      ? []
      : [
          `Longer since ${new Date(since.since).toISOString().slice(0, 10)}: half waited ${formatDuration(since.medianBefore)} before, ${formatDuration(since.medianAfter)} after.`,
        ]),
  ];
}

function describeTable(found: readonly Bottleneck[]): string {
  return formatTable(
    ['before', 'after', 'lost', 'of all', 'cases', 'median', '85 %', 'longer since'],
    found.map((each) => [
      each.step,
      each.from ?? '',
      formatDuration(each.lost),
      formatShare(each.share),
      String(each.cases),
      formatDuration(each.medianWait),
      formatDuration(each.p85Wait),
      each.since === null ? '' : new Date(each.since.since).toISOString().slice(0, 10),
    ]),
  );
}
