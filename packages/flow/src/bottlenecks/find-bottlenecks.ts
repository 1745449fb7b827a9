/** Steps and hand-overs where cases lose most time, each with the evidence. */
import { elapsedByClock, type Elapsed } from '../calendar/elapsed.ts';
import { NONE, type EventLog } from '../log/event-log.ts';
import { quantile, sorted } from '../statistics/quantile.ts';
import { findChange, type Change } from './find-change.ts';
import type { Visits } from './visits.ts';

export type Bottleneck = {
  readonly kind: 'step' | 'transition';
  /** Of a transition, where it comes from. */
  readonly from: string | null;
  readonly step: string;
  /** Time waited before the step in all cases: time lost × cases. In ms. */
  readonly lost: number;
  /** Share of the time that all cases take. */
  readonly share: number;
  readonly cases: number;
  readonly visits: number;
  readonly medianWait: number;
  readonly p85Wait: number;
  readonly meanWork: number;
  /** Those that lost most in it. */
  readonly worstCases: readonly { readonly id: string; readonly lost: number }[];
  /** Who did the step after the waiting, those before whom most was lost first. */
  readonly resources: readonly {
    readonly name: string;
    readonly lost: number;
    readonly visits: number;
    readonly medianWait: number;
  }[];
  /** When waiting became longer, if it did. */
  readonly since: Change | null;
};

export type BottleneckOptions = {
  readonly elapsed?: Elapsed;
  /** How many of each kind; 10 unless given. */
  readonly limit?: number;
};

const WORST = 5;

/** Most time lost first; steps, then transitions. */
export function findBottlenecks(
  log: EventLog,
  visits: Visits,
  { elapsed = elapsedByClock, limit = 10 }: BottleneckOptions = {},
): readonly Bottleneck[] {
  const waits = visits.ready.map((ready, visit) => elapsed(ready, visits.begin[visit] as number));
  const works = visits.begin.map((begin, visit) => elapsed(begin, visits.end[visit] as number));
  const all = [...waits.keys()];
  const time = waits.reduce((sum, wait, visit) => sum + wait + (works[visit] as number), 0);
  const places = log.activities.length;
  const describe =
    (kind: Bottleneck['kind']) =>
    (group: readonly number[]): Bottleneck =>
      describeGroup(group, { kind, log, visits, waits, works, time });
  const steps = groupBy(all, (visit) => visits.activity[visit] as number);
  const transitions = groupBy(all, (visit) =>
    visits.previous[visit] === NONE
      ? NONE
      : (visits.previous[visit] as number) * places + (visits.activity[visit] as number),
  );
  const top = (
    groups: ReadonlyMap<number, readonly number[]>,
    kind: Bottleneck['kind'],
  ): readonly Bottleneck[] =>
    [...groups.values()]
      .map((group) => ({ group, lost: sumOf(waits, group) }))
      .filter(({ lost }) => lost > 0)
      .toSorted((a, b) => b.lost - a.lost)
      .slice(0, limit)
      .map(({ group }) => describe(kind)(group));
  return [...top(steps, 'step'), ...top(transitions, 'transition')];
}

/** By key; what has a negative one is left out. */
function groupBy(
  visits: Iterable<number>,
  keyOf: (visit: number) => number,
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const visit of visits) {
    const key = keyOf(visit);
    if (key < 0) continue;
    const group = groups.get(key);
    if (group) group.push(visit);
    else groups.set(key, [visit]);
  }
  return groups;
}

type Context = {
  readonly kind: Bottleneck['kind'];
  readonly log: EventLog;
  readonly visits: Visits;
  readonly waits: Float64Array;
  readonly works: Float64Array;
  /** Of all cases. */
  readonly time: number;
};

function describeGroup(
  group: readonly number[],
  { kind, log, visits, waits, works, time }: Context,
): Bottleneck {
  const first = group[0] as number;
  const ordered = sorted(group.map((visit) => waits[visit] as number));
  const lost = sumOf(waits, group);
  const perCase = totals(group, (visit) => visits.caseOf[visit] as number, waits);
  return {
    kind,
    from: kind === 'step' ? null : (log.activities[visits.previous[first] as number] ?? null),
    step: log.activities[visits.activity[first] as number] ?? '',
    lost,
    share: time === 0 ? 0 : lost / time,
    cases: perCase.size,
    visits: group.length,
    medianWait: quantile(ordered, 0.5),
    p85Wait: quantile(ordered, 0.85),
    meanWork: sumOf(works, group) / group.length,
    worstCases: [...perCase]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, WORST)
      .map(([index, own]) => ({ id: log.caseIds[index] ?? '', lost: own })),
    resources: describeResources(group, { log, visits, waits }),
    since: findChange(
      group.map((visit) => ({ time: visits.ready[visit] as number, value: waits[visit] as number })),
    ),
  };
}

function describeResources(
  group: readonly number[],
  { log, visits, waits }: Pick<Context, 'log' | 'visits' | 'waits'>,
): Bottleneck['resources'] {
  return [...groupBy(group, (visit) => visits.resource[visit] as number)]
    .map(([resource, own]) => ({
      name: log.resources[resource] ?? '',
      lost: sumOf(waits, own),
      visits: own.length,
      medianWait: quantile(sorted(own.map((visit) => waits[visit] as number)), 0.5),
    }))
    .toSorted((a, b) => b.lost - a.lost)
    .slice(0, WORST);
}

function totals(
  group: readonly number[],
  keyOf: (visit: number) => number,
  values: Float64Array,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const visit of group)
    sums.set(keyOf(visit), (sums.get(keyOf(visit)) ?? 0) + (values[visit] as number));
  return sums;
}

function sumOf(values: Float64Array, group: readonly number[]): number {
  let sum = 0;
  for (const visit of group) sum += values[visit] as number;
  return sum;
}
