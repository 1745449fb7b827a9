/** What would change if something about a process were changed, with the range that chance and a short log leave. */
import type { Interval } from '../statistics/interval.ts';
import { quantile, sorted } from '../statistics/quantile.ts';
import { makeRandom } from '../statistics/random.ts';
import { mean } from '../statistics/summary.ts';
import { makeModel, scaled, sizeOf, type FittedProcess } from './fit-process.ts';
import type { ProcessModel, Station } from './process-model.ts';
import { simulateProcess, type SimulationResult } from './simulate-process.ts';

/** Factors of 1 and absent parts change nothing. */
export type Change = {
  /** How many times as many cases arrive. */
  readonly arrivals?: number;
  /** Cases in progress at once. */
  readonly limit?: number;
  /** By name of the step: more (or, below 0, fewer) people, and factors of its work and of the delay before it. */
  readonly steps?: Readonly<
    Record<string, { readonly people?: number; readonly work?: number; readonly delay?: number }>
  >;
};

export type Measure = 'mean_lead_time' | 'p85_lead_time' | 'throughput' | 'in_progress';

export type Effect = {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** That holds 90 of 100 differences, each of another log that might have been. */
  readonly interval: Interval;
};

export type WhatIf = Readonly<Record<Measure, Effect>>;

export type WhatIfOptions = {
  readonly seed?: number;
  /** Runs, each with and without the change on the same cases. */
  readonly rounds?: number;
  readonly cases?: number;
  readonly onProgress?: (share: number) => void;
};

export function compareChange(
  fitted: FittedProcess,
  change: Change,
  { seed = 1, rounds = 20, cases = 1000, onProgress }: WhatIfOptions = {},
): WhatIf {
  const before: Figures[] = [];
  const after: Figures[] = [];
  for (let round = 0; round < rounds; round++) {
    const model = makeModel(fitted, makeRandom(seed * 7919 + round));
    const options = { seed: seed + round, ...sizeOf(fitted, cases) };
    before.push(figuresOf(simulateProcess(model, options)));
    after.push(figuresOf(simulateProcess(applyChange(model, change), options)));
    onProgress?.((round + 1) / rounds);
  }
  const effect = (measure: Measure): Effect =>
    describeEffect(
      before.map((each) => each[measure]),
      after.map((each) => each[measure]),
    );
  return {
    mean_lead_time: effect('mean_lead_time'),
    p85_lead_time: effect('p85_lead_time'),
    throughput: effect('throughput'),
    in_progress: effect('in_progress'),
  };
}

type Figures = Readonly<Record<Measure, number>>;

export function figuresOf({ leadTimes, throughput, inProgress }: SimulationResult): Figures {
  return {
    mean_lead_time: mean(leadTimes),
    p85_lead_time: quantile(sorted(leadTimes), 0.85),
    throughput,
    in_progress: inProgress,
  };
}

function describeEffect(before: readonly number[], after: readonly number[]): Effect {
  const differences = sorted(after.map((value, at) => value - (before[at] as number)));
  return {
    before: mean(before),
    after: mean(after),
    difference: mean(differences),
    interval: { low: quantile(differences, 0.05), high: quantile(differences, 0.95) },
  };
}

export function applyChange(model: ProcessModel, { arrivals = 1, limit, steps = {} }: Change): ProcessModel {
  return {
    ...model,
    arrival: scaled(model.arrival, 1 / arrivals),
    limit: limit ?? model.limit,
    stations: model.stations.map((station): Station => {
      const { people = 0, work = 1, delay = 1 } = steps[station.name] ?? {};
      return {
        ...station,
        servers: Math.max(1, station.servers + people),
        service: scaled(station.service, work),
        delay: scaled(station.delay, delay),
      };
    }),
  };
}
