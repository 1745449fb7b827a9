/** `throughline flow simulate FILE --change JSON`: what would happen if … */
import {
  compareChange,
  figuresOf,
  fitProcess,
  FlowRefusal,
  makeModel,
  simulateProcess,
  sizeOf,
  type Change,
  type Effect,
  type FittedProcess,
  type WhatIf,
} from '@throughline/flow';
import type { Command } from 'commander';
import { formatDuration, formatNumber, formatShare, formatTable } from '../flow/format.ts';
import { makeProgressBar } from '../flow/progress-bar.ts';
import { runFlow, type FlowCall } from '../flow/run-flow.ts';
import { elapsedOf } from './calendar-option.ts';
import { addItemOptions, jsonOf, numberOf } from './item-options.ts';
import { openVisits } from './open-visits.ts';

const HOUR = 3_600_000;
const CASES = 1000;

export function addSimulateCommand(flow: Command): void {
  addItemOptions(flow.command('simulate'))
    .argument('<file>', 'event log, or changes of status; .gz too')
    .description('Fit a simulation to the log and say what a change would do')
    .option(
      '--change <json>',
      '{"arrivals": 1.2, "limit": 40, "steps": {"Review": {"people": 1, "work": 0.8, "delay": 0.5}}}',
    )
    .option('--rounds <n>', 'runs, each of another log that might have been', '20')
    .option('--seed <n>', 'where chance begins; the same seed gives the same figures', '1')
    .option('--calendar <json>', 'working hours and days off, or @FILE; see docs/forecast.md')
    .option('--weekends-off', 'take off a whole day for each Saturday and Sunday')
    .action(runFlow(runSimulation));
}

async function runSimulation({ args, options, output, signal }: FlowCall): Promise<void> {
  const rounds = numberOf(options, 'rounds', { least: 2, greatest: 1000 }) ?? 20;
  const seed = numberOf(options, 'seed', { least: 1, greatest: 1_000_000 }) ?? 1;
  const { elapsed } = elapsedOf(options);
  const { log, visits, basis } = await openVisits(args[0] ?? '', options, { signal });
  const fitted = fitProcess(log, visits, { elapsed, seed });
  const change = checkChange(jsonOf<Change>(options, 'change') ?? {}, fitted);
  const bar = makeProgressBar('Simulating');
  const effects = compareChange(fitted, change, { seed, rounds, cases: CASES, onProgress: bar.show });
  bar.clear();
  const check = checkFit(fitted, seed);
  const result = {
    fitted: check,
    stations: describeStations(fitted),
    change,
    effects: inUnits(effects),
    rounds,
    seed,
    basis,
  };
  output.result(result, () =>
    describe({ effects, check, fitted, basis, isChanged: Object.keys(change).length > 0 }),
  );
}

/** Refuses a step that is not there, and a factor that is none. */
function checkChange(change: Change, { stations }: FittedProcess): Change {
  const names = new Set(stations.map(({ name }) => name));
  const unknown = Object.keys(change.steps ?? {}).find((name) => !names.has(name));
  if (unknown !== undefined)
    throw refuse(`There is no step “${unknown}”.`, `The log has ${[...names].slice(0, 40).join(', ')}.`);
  const factors = [
    change.arrivals,
    change.limit,
    ...Object.values(change.steps ?? {}).flatMap(({ work, delay }) => [work, delay]),
  ];
  const people = Object.values(change.steps ?? {}).map((step) => step.people);
  const isFit =
    factors.every((factor) => factor === undefined || (typeof factor === 'number' && factor >= 0)) &&
    people.every((each) => each === undefined || Number.isInteger(each)) &&
    change.arrivals !== 0 &&
    (change.limit === undefined || change.limit >= 1);
  if (!isFit)
    throw refuse(
      '--change has a value that cannot be.',
      'Factors are numbers from 0, people whole numbers, a limit at least 1.',
    );
  return change;
}

function refuse(message: string, why: string): FlowRefusal {
  return new FlowRefusal('bad_option', { message, why, fix: 'Correct --change.' });
}

type Check = {
  readonly seen_mean_lead_hours: number;
  readonly simulated_mean_lead_hours: number;
  readonly seen_p85_lead_hours: number;
  readonly simulated_p85_lead_hours: number;
};

/** The model beside the log it was made from. */
function checkFit(fitted: FittedProcess, seed: number): Check {
  const simulated = figuresOf(
    simulateProcess(makeModel(fitted), { seed: seed + 100, ...sizeOf(fitted, 4 * CASES) }),
  );
  const seen = figuresOf({
    leadTimes: Float64Array.from(fitted.leadTimes),
    throughput: 0,
    inProgress: 0,
    stations: [],
  });
  return {
    seen_mean_lead_hours: seen.mean_lead_time / HOUR,
    simulated_mean_lead_hours: simulated.mean_lead_time / HOUR,
    seen_p85_lead_hours: seen.p85_lead_time / HOUR,
    simulated_p85_lead_hours: simulated.p85_lead_time / HOUR,
  };
}

function describeStations({ stations }: FittedProcess): readonly object[] {
  return stations.map(({ name, servers, delayShare, services }) => ({
    name,
    people: Number.isFinite(servers) ? servers : null,
    visits: services.length,
    delay_not_explained_by_its_queue: delayShare,
  }));
}

/** Hours, and cases a day. */
function inUnits(effects: WhatIf): Readonly<Record<string, Effect>> {
  const scale = ({ before, after, difference, interval }: Effect, factor: number): Effect => ({
    before: before * factor,
    after: after * factor,
    difference: difference * factor,
    interval: { low: interval.low * factor, high: interval.high * factor },
  });
  return {
    mean_lead_hours: scale(effects.mean_lead_time, 1 / HOUR),
    p85_lead_hours: scale(effects.p85_lead_time, 1 / HOUR),
    cases_a_day: scale(effects.throughput, 24 * HOUR),
    in_progress: effects.in_progress,
  };
}

type Told = {
  readonly effects: WhatIf;
  readonly check: Check;
  readonly fitted: FittedProcess;
  readonly basis: string;
  readonly isChanged: boolean;
};

function describe({ effects, check, fitted, basis, isChanged }: Told): string {
  const row = (
    name: string,
    { before, after, difference, interval }: Effect,
    format: (value: number) => string,
  ) => [
    name,
    format(before),
    format(after),
    format(difference),
    `${format(interval.low)} to ${format(interval.high)}`,
  ];
  const perDay = (rate: number): string => formatNumber(rate * 24 * HOUR);
  const off = check.simulated_mean_lead_hours / check.seen_mean_lead_hours - 1;
  return [
    isChanged ? 'What the change would do' : 'Nothing is changed; add --change. The process as it is:',
    formatTable(
      ['', 'now', 'then', 'change', '90 % between'],
      [
        row('lead time, mean', effects.mean_lead_time, formatDuration),
        row('lead time, 85 %', effects.p85_lead_time, formatDuration),
        row('done a day', effects.throughput, perDay),
        row('in progress', effects.in_progress, formatNumber),
      ],
    ),
    '',
    `The simulation takes ${formatDuration(check.simulated_mean_lead_hours * HOUR)} on average, the log ${formatDuration(check.seen_mean_lead_hours * HOUR)}: off by ${formatShare(Math.abs(off))}.`,
    ...(Math.abs(off) > 0.2 ? ['Mind: that is much; what it says of changes is a guess.'] : []),
    `Steps and people: ${fitted.stations
      .map(({ name, servers }) => `${name} ${Number.isFinite(servers) ? servers : '(no queue)'}`)
      .slice(0, 20)
      .join(', ')}.`,
    basis,
  ].join('\n');
}
