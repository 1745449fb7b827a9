/** A model of a process from its log: arrivals, ways, times of work and the people who do it. */
import { elapsedByClock, type Elapsed } from '../calendar/elapsed.ts';
import type { Visits } from '../bottlenecks/visits.ts';
import { FlowRefusal } from '../read/flow-refusal.ts';
import { NONE, type EventLog } from '../log/event-log.ts';
import type { Random } from '../statistics/random.ts';
import { observed, type Sampler } from '../statistics/samplers.ts';
import { mean } from '../statistics/summary.ts';
import type { ProcessModel, Station } from './process-model.ts';
import { simulateProcess } from './simulate-process.ts';

export type FittedStation = {
  readonly name: string;
  /** Of each visit, in ms: the work, and the wait before it. */
  readonly services: readonly number[];
  readonly waits: readonly number[];
  readonly servers: number;
  /** Share of the waits that its queue does not explain. */
  readonly delayShare: number;
};

export type FittedProcess = {
  readonly arrivals: readonly number[];
  readonly stations: readonly FittedStation[];
  readonly paths: readonly (readonly number[])[];
  /** Of each case of the log, in ms: from its first moment to its last. */
  readonly leadTimes: readonly number[];
};

export type FitOptions = {
  readonly elapsed?: Elapsed;
  readonly seed?: number;
};

const ROUNDS = 3;
const CALIBRATION_CASES = 2000;

/**
 * Waits that the queue of a step explains are left to it; the rest is kept as delay, so that the model takes as long as
 * the log does. How many do a step is the sum of the shares of their work that people give to it.
 */
export function fitProcess(
  log: EventLog,
  visits: Visits,
  { elapsed = elapsedByClock, seed = 1 }: FitOptions = {},
): FittedProcess {
  let fitted = takeApart(log, visits, elapsed);
  refuseUnfit(fitted);
  for (let round = 0; round < ROUNDS; round++) {
    const { stations } = simulateProcess(makeModel(fitted), {
      seed: seed + round,
      ...sizeOf(fitted, CALIBRATION_CASES),
    });
    fitted = {
      ...fitted,
      stations: fitted.stations.map((station, at) => ({
        ...station,
        delayShare: shareUnexplained(mean(station.waits), stations[at]?.meanWait ?? 0),
      })),
    };
  }
  return fitted;
}

/** Of one case nothing says how often cases arrive; of cases with more steps than a run may take, too few are run. */
function refuseUnfit({ paths }: FittedProcess): void {
  if (paths.length < 2)
    throw new FlowRefusal('too_small', {
      message: 'The log has a single case, too few to simulate.',
      why: 'Nothing says how often cases arrive.',
      fix: 'Check which column names the case (--case), or take a longer log.',
    });
  const steps = mean(paths.map(({ length }) => length));
  if (steps * FEWEST_CASES > MOST_STEPS)
    throw new FlowRefusal('too_large', {
      message: `Cases have ${Math.round(steps)} steps on average, too many to simulate.`,
      why: `A run of ${FEWEST_CASES} cases would take more than ${MOST_STEPS} steps.`,
      fix: 'Check which column names the case (--case), or leave activities out with --filter.',
    });
}

function shareUnexplained(seen: number, queued: number): number {
  return seen > 0 && !Number.isNaN(queued) ? Math.max(0, 1 - queued / seen) : 1;
}

/** Steps that one run may take: forty runs of so many end within seconds. */
const MOST_STEPS = 400_000;
const FEWEST_CASES = 20;

/** Cases enough to fill the process before any is counted; fewer where cases have very many steps. */
export function sizeOf(
  { arrivals, leadTimes, paths }: FittedProcess,
  cases: number,
): { readonly cases: number; readonly warmUp: number } {
  const longest = leadTimes.toSorted((a, b) => a - b)[Math.floor(leadTimes.length * 0.95)] ?? 0;
  const warmUp = Math.min(20_000, Math.ceil(longest / Math.max(1e-9, mean(arrivals))) + 50);
  const affordable = MOST_STEPS / mean(paths.map(({ length }) => length));
  const share = Math.min(1, affordable / (cases + warmUp));
  return { cases: Math.ceil(cases * share), warmUp: Math.ceil(warmUp * share) };
}

/** With a source of chance, of a resample of what was seen: another log that might have been. */
export function makeModel({ arrivals, stations, paths }: FittedProcess, random?: Random): ProcessModel {
  const again = <T>(values: readonly T[]): readonly T[] =>
    random === undefined ? values : values.map(() => values[Math.floor(random() * values.length)] as T);
  return {
    arrival: observed(again(arrivals)),
    paths: again(paths),
    stations: stations.map(({ name, services, waits, servers, delayShare }): Station => ({
      name,
      service: observed(again(services)),
      delay: scaled(observed(again(waits)), delayShare),
      servers,
    })),
    limit: Number.POSITIVE_INFINITY,
  };
}

export function scaled(sampler: Sampler, factor: number): Sampler {
  return { mean: sampler.mean * factor, draw: (random) => sampler.draw(random) * factor };
}

function takeApart(log: EventLog, visits: Visits, elapsed: Elapsed): FittedProcess {
  const codes = [...new Set(visits.activity)].filter((code) => code !== NONE).toSorted((a, b) => a - b);
  const stationOf = new Map(codes.map((code, at) => [code, at]));
  const services: number[][] = codes.map(() => []);
  const waits: number[][] = codes.map(() => []);
  const paths = new Map<number, number[]>();
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (let visit = 0; visit < visits.activity.length; visit++) {
    const at = stationOf.get(visits.activity[visit] as number);
    if (at === undefined) continue;
    const [ready, begin, end] = [
      visits.ready[visit] as number,
      visits.begin[visit] as number,
      visits.end[visit] as number,
    ];
    const index = visits.caseOf[visit] as number;
    services[at]?.push(elapsed(begin, end));
    waits[at]?.push(elapsed(ready, begin));
    if (!first.has(index)) first.set(index, ready);
    last.set(index, Math.max(last.get(index) ?? end, end));
    const path = paths.get(index);
    if (path) path.push(at);
    else paths.set(index, [at]);
  }
  const starts = [...first.values()].toSorted((a, b) => a - b);
  const arrivals = starts.slice(1).map((start, at) => elapsed(starts[at] as number, start));
  const workers = countWorkers(visits, stationOf);
  return {
    arrivals: arrivals.length > 0 ? arrivals : [1],
    paths: [...paths.values()],
    leadTimes: [...first].map(([index, start]) => elapsed(start, last.get(index) as number)),
    stations: codes.map((code, at) => ({
      name: log.activities[code] ?? '',
      services: services[at] as number[],
      waits: waits[at] as number[],
      servers: serversFor(workers[at] as number, {
        services: services[at] as number[],
        arrivals,
        cases: paths.size,
      }),
      delayShare: 1,
    })),
  };
}

/** For each station, people in whole ones: one who gives it half of his pieces of work counts half. */
function countWorkers(visits: Visits, stationOf: ReadonlyMap<number, number>): readonly number[] {
  const perPerson = new Map<number, Map<number, number>>();
  visits.resource.forEach((who, visit) => {
    const station = stationOf.get(visits.activity[visit] as number);
    if (who === NONE || station === undefined) return;
    const own = perPerson.get(who) ?? new Map<number, number>();
    own.set(station, (own.get(station) ?? 0) + 1);
    perPerson.set(who, own);
  });
  const workers = Array.from({ length: stationOf.size }, () => 0);
  for (const own of perPerson.values()) {
    const all = [...own.values()].reduce((sum, count) => sum + count, 0);
    for (const [station, count] of own) workers[station] = (workers[station] as number) + count / all;
  }
  return workers;
}

type Load = {
  readonly services: readonly number[];
  readonly arrivals: readonly number[];
  readonly cases: number;
};

/** As many as there are people, and no fewer than the work needs; without people, nobody waits for them. */
function serversFor(workers: number, { services, arrivals, cases }: Load): number {
  if (workers === 0) return Number.POSITIVE_INFINITY;
  const work = services.reduce((sum, each) => sum + each, 0) / cases;
  const load = arrivals.length === 0 ? 0 : work / Math.max(1e-9, mean(arrivals));
  return Math.max(1, Math.ceil(workers), Math.floor(load) + 1);
}
