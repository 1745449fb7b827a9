/** `throughline flow metrics FILE`: how fast, how much, how much at once, and where time goes. */
import { FIRST_MONDAY, FlowRefusal } from '@throughline/flow';
import type { Command } from 'commander';
import { formatNumber, formatShare, formatTable } from '../flow/format.ts';
import type { LogOptions } from '../flow/log-options.ts';
import { runFlow, type FlowCall } from '../flow/run-flow.ts';
import { elapsedOf } from './calendar-option.ts';
import { addItemOptions, dateOf, textOf } from './item-options.ts';
import { measureFlow, type FlowMetrics } from './measure-flow.ts';
import { openItems } from './open-items.ts';

const DAY = 86_400_000;
const SHOWN = 10;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export function addMetricsCommand(flow: Command): void {
  addItemOptions(flow.command('metrics'))
    .argument('<file>', 'list of items with done dates, changes of status, or events; .gz too')
    .description('Measure cycle and lead time, throughput, work in progress and its age, time in each stage')
    .option('--calendar <json>', 'working hours and days off, or @FILE; see docs/forecast.md')
    .option('--weekends-off', 'take off a whole day for each Saturday and Sunday')
    .option('--longer-than <duration>', 'leave out shorter times, such as 1h or 30min', '0')
    .option('--from <date>', 'count throughput from this date')
    .option('--until <date>', 'up to this date, without it')
    .option('--week-starts <day>', 'first day of a week', 'monday')
    .action(runFlow(runMetrics));
}

async function runMetrics({ args, options, output, signal }: FlowCall): Promise<void> {
  const { elapsed, name } = elapsedOf(options);
  const from = dateOf(options, 'from');
  const until = dateOf(options, 'until');
  const measured = {
    elapsed,
    longerThan: durationOf(options),
    weekOrigin: FIRST_MONDAY + weekdayOf(options) * DAY,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
  const opened = await openItems(args[0] ?? '', options, { signal });
  const metrics = measureFlow(opened, measured);
  const { leftOut } = opened;
  output.result({ ...metrics, ...(leftOut.length === 0 ? {} : { left_out: leftOut }) }, (told) =>
    describe(told, name),
  );
}

const UNITS: Readonly<Record<string, number>> = { d: DAY, h: 3_600_000, min: 60_000, s: 1000, '': DAY };

/** Nothing is shorter than no time at all: items without any duration count unless one is given. */
function durationOf(options: LogOptions): number {
  const match = /^(\d+(?:\.\d+)?)(d|h|min|s|)$/.exec(textOf(options, 'longerThan'));
  if (!match) throw refuse('--longer-than is not a duration.', 'Such as 1h, 30min or 2d.');
  const time = Number(match[1]) * (UNITS[match[2] ?? ''] as number);
  return time === 0 ? Number.NEGATIVE_INFINITY : time;
}

function weekdayOf(options: LogOptions): number {
  const weekday = WEEKDAYS.indexOf(textOf(options, 'weekStarts'));
  if (weekday >= 0) return weekday;
  throw refuse('--week-starts is not a day.', `One of ${WEEKDAYS.join(', ')}.`);
}

function refuse(message: string, fix: string): FlowRefusal {
  return new FlowRefusal('bad_option', { message, why: '', fix });
}

function describe(metrics: FlowMetrics, counted: string): string {
  const { cycle_time_days: cycle, lead_time_days: lead, throughput, in_progress: progress } = metrics;
  const inWords = (name: string, { count, p50, p85, p95, mean }: FlowMetrics['cycle_time_days']): string =>
    count === 0
      ? `${name}: nothing to measure it on.`
      : `${name} (${counted}): half within ${formatNumber(p50)}, 85 % within ${formatNumber(p85)}, 95 % within ${formatNumber(p95)}; mean ${formatNumber(mean)}, of ${count} items.`;
  return [
    `${metrics.items} items, ${metrics.done} done: ${formatNumber(throughput.mean_per_week)} a week.`,
    inWords('Cycle time', cycle),
    inWords('Lead time', lead),
    `In progress on ${progress.at.slice(0, 10)}: ${progress.count}; on average ${formatNumber(progress.average)}.`,
    ...describeStages(metrics),
    ...describeAgeing(metrics),
    '',
    'Done in each of the last weeks',
    formatTable(
      ['from', 'to', 'items'],
      throughput.weeks.slice(-SHOWN).map(({ from, to, items }) => [from, to, String(items)]),
    ),
  ].join('\n');
}

function describeStages({
  stages,
  flow_efficiency: efficiency,
  blocked_days: blocked,
}: FlowMetrics): readonly string[] {
  if (stages === undefined) return [];
  const rows = stages
    .toSorted((a, b) => b.total_days - a.total_days)
    .map((stage) => [
      stage.stage,
      stage.role,
      String(stage.items),
      formatNumber(stage.total_days),
      formatNumber(stage.median_days),
      formatNumber(stage.p85_days),
    ]);
  return [
    ...(efficiency === null || efficiency === undefined
      ? []
      : [
          `Of the time since work began, items were worked on for ${formatShare(efficiency)}; ${formatNumber(blocked ?? 0)} days blocked.`,
        ]),
    '',
    'Where time goes (days)',
    formatTable(['stage', 'is', 'items', 'in all', 'median', '85 %'], rows),
  ];
}

function describeAgeing({ ageing }: FlowMetrics): readonly string[] {
  if (ageing.length === 0) return [];
  const rows = ageing
    .slice(0, SHOWN)
    .map(({ id, since, age_days: age, older_than: share }) => [
      id,
      since,
      formatNumber(age),
      Number.isNaN(share) ? '' : formatShare(share),
    ]);
  return ['', 'Oldest in progress', formatTable(['item', 'since', 'days', 'older than'], rows)];
}
