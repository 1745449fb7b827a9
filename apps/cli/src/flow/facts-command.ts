/** `throughline flow facts`: the numbers of a log, exactly. */
import {
  isStandardColumn,
  logFacts,
  type EventLog,
  type LogFacts,
  type ReadReport,
  type Role,
  type ViewFacts,
} from '@throughline/flow';
import type { Command } from 'commander';
import { addLogOptions, type LogOptions } from './log-options.ts';
import { openLog } from './open-log.ts';
import { runFlow } from './run-flow.ts';
import { formatDuration, formatShare, formatTable } from './format.ts';

export function addFactsCommand(flow: Command): void {
  addLogOptions(flow.command('facts'))
    .argument('<file>', 'event log: XES, CSV, or what Jira or GitHub export; .gz too')
    .description('Count cases, events, steps, variants and times')
    .action(
      runFlow(async ({ args, options, output, signal }) => {
        const { asInFile, sha256, report } = await openLog(args[0] ?? '', options, { signal });
        const facts = { sha256, ...logFacts(withoutGuesses(asInFile, report, options)) };
        const { leftOut } = report;
        output.result(leftOut.length === 0 ? facts : { ...facts, left_out: leftOut }, describeFacts);
      }),
    );
}

/** Columns that only look like transitions or resources are no facts, unless they are named. */
function withoutGuesses(log: EventLog, { format, columns }: ReadReport, options: LogOptions): EventLog {
  const isGuess = (role: Role): boolean => {
    const name = columns[role];
    return (
      format === 'csv' && name !== undefined && options[role] === undefined && !isStandardColumn(role, name)
    );
  };
  return {
    ...log,
    ...(isGuess('lifecycle') ? { transitions: [], transition: null } : {}),
    ...(isGuess('resource') ? { resources: [], resource: null } : {}),
  };
}

function describeFacts(facts: LogFacts): string {
  return Object.entries(facts.views)
    .map(([name, view]) => describeView(name, view))
    .join('\n\n');
}

const VIEWS: Readonly<Record<string, string>> = {
  all: 'All events',
  complete: 'Completed events only',
  'name+lifecycle': 'Activities told apart by transition',
};

function describeView(name: string, view: ViewFacts): string {
  const { case_duration_s: duration, events_per_case: length } = view;
  const seconds = (value: number): string => formatDuration(value * 1000);
  const pairs = (list: ViewFacts['top_df_pairs']): string =>
    formatTable(
      ['from', 'to', 'times', 'median', 'mean', 'in all'],
      list.map((pair) => [
        pair.from,
        pair.to,
        String(pair.count),
        seconds(pair.median_wait_s),
        seconds(pair.mean_wait_s),
        seconds(pair.total_wait_s),
      ]),
    );
  return [
    `${VIEWS[name] ?? name}: ${view.cases} cases, ${view.events} events, ${view.activities} activities, ${view.variants} variants`,
    `From ${view.first_event} to ${view.last_event}.`,
    `Events a case: ${length.min} to ${length.max}, median ${length.median}, mean ${length.mean}.`,
    `A case lasts ${seconds(duration.median)} in the median, ${seconds(duration.mean)} on average; 85 % end within ${seconds(duration.p85)}, 95 % within ${seconds(duration.p95)}.`,
    `${view.cases_with_a_repeated_activity} cases repeat an activity; the ten commonest variants cover ${formatShare(view.cases_covered_by_top_10_variants / view.cases)} of the cases.`,
    '',
    'Most frequent steps',
    pairs(view.top_df_pairs),
    '',
    'Where most time passes',
    pairs(view.slowest_df_pairs_by_total_wait),
  ].join('\n');
}
