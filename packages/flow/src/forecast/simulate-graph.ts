/**
 * Monte Carlo through a dependency graph: in each run every item takes a time drawn from its estimate and begins when
 * all it waits for are finished. Van Slyke, Monte Carlo Methods and the PERT Problem, Operations Research 11 (1963);
 * criticality is the share of runs in which an item or dependency lies on the path that decides the end. Where an item
 * waited for its team’s hands, the path goes on with the item that kept them busy.
 */
import { FlowRefusal } from '../read/flow-refusal.ts';
import { wilsonInterval, type Interval } from '../statistics/interval.ts';
import type { Random } from '../statistics/random.ts';
import { selectRank } from '../statistics/select.ts';
import type { DependencyGraph } from './dependency-graph.ts';
import { FinishColumns } from './finish-columns.ts';
import { GraphRun, NONE } from './graph-run.ts';

export type FinishOutlook = {
  /** Days at which it is finished with these chances. */
  readonly p50: number;
  readonly p85: number;
  readonly p95: number;
  /** Chance of being finished by the day it is due; null where none is. */
  readonly onTime: number | null;
  /** Where the chance lies but for the number of runs (95 %). */
  readonly onTimeInterval: Interval | null;
  /** Mean of the days after it is due, runs on time counting 0. */
  readonly expectedDelay: number | null;
};

export type GraphOutlook = {
  /** Of the target, or of the last item in each run. */
  readonly end: FinishOutlook;
  readonly items: readonly (FinishOutlook & {
    readonly id: string;
    readonly team: string;
    readonly criticality: number;
  })[];
  readonly dependencies: readonly {
    readonly from: string;
    readonly to: string;
    readonly criticality: number;
  }[];
  /**
   * Share of the deciding path’s days that fall to each team; of those with limited hands also how many days its items
   * wait for them, added up, in the mean of the runs.
   */
  readonly teams: readonly {
    readonly team: string;
    readonly share: number;
    readonly hands?: number;
    readonly waited?: number;
  }[];
};

export type GraphOptions = {
  readonly random: Random;
  readonly runs?: number;
  /** The item whose end is asked for; the last of all unless given. */
  readonly target?: string;
  /** Day by which the end is due. */
  readonly due?: number;
  readonly onProgress?: (share: number) => void;
};

export function simulateGraph(graph: DependencyGraph, options: GraphOptions): GraphOutlook {
  const { runs = 10_000, target } = options;
  const { items, dependencies } = graph;
  const due = options.due ?? items.find(({ id }) => id === target)?.due;
  const tally = runMany(graph, { ...options, runs, ...(due === undefined ? {} : { due }) });
  const lateness = (item: number): Lateness => ({
    late: tally.late[item] as number,
    delay: tally.delay[item] as number,
    runs,
  });
  return {
    end: describeFinish(tally.ends, lateness(items.length), due),
    items: items.map(({ id, team = '', due: promised }, item) => ({
      id,
      team,
      ...describeFinish(tally.finishes.of(item), lateness(item), promised),
      criticality: (tally.itemHits[item] as number) / runs,
    })),
    dependencies: dependencies.map(({ from, to }, edge) => ({
      from,
      to,
      criticality: (tally.edgeHits[edge] as number) / runs,
    })),
    teams: describeTeams(graph, tally, runs),
  };
}

const RUNS_PER_REPORT = 1000;
/** The first runs, from which the percentiles of items are taken; those of the end are from all. */
const KEPT = 2500;
/** Nine seconds, in days: durations are kept to seven digits. */
const TOLERANCE = 1e-4;

/** What is counted over many runs. */
class Tally {
  readonly finishes: FinishColumns;
  readonly ends: Float32Array;
  /** Runs in which each item, and after them the end, came after it was due; and by how many days in all. */
  readonly late: Uint32Array;
  readonly delay: Float64Array;
  /** Runs in which each lay on the deciding path, and the days it took there. */
  readonly itemHits: Uint32Array;
  readonly edgeHits: Uint32Array;
  readonly itemDays: Float64Array;
  /** Days it waited for hands. */
  readonly waits: Float64Array;
  readonly #due: Float64Array;

  constructor({ items, dependencies }: DependencyGraph, runs: number, dueEnd: number | undefined) {
    this.finishes = new FinishColumns(items.length, Math.min(runs, KEPT));
    this.ends = new Float32Array(runs);
    this.late = new Uint32Array(items.length + 1);
    this.delay = new Float64Array(items.length + 1);
    this.itemHits = new Uint32Array(items.length);
    this.edgeHits = new Uint32Array(dependencies.length);
    this.itemDays = new Float64Array(items.length);
    this.waits = new Float64Array(items.length);
    this.#due = Float64Array.from([...items.map(({ due }) => due), dueEnd], (due) => due ?? Infinity);
  }

  add(run: number, finished: Float64Array, end: number): void {
    for (let item = 0; item < finished.length; item++) this.#compare(item, finished[item] as number);
    this.#compare(finished.length, end);
    this.ends[run] = end;
    this.finishes.add(run, finished);
  }

  addWaits(waited: Float64Array): void {
    for (let item = 0; item < waited.length; item++)
      this.waits[item] = (this.waits[item] as number) + (waited[item] as number);
  }

  #compare(item: number, day: number): void {
    const over = day - (this.#due[item] as number);
    if (over <= TOLERANCE) return;
    this.late[item] = (this.late[item] as number) + 1;
    this.delay[item] = (this.delay[item] as number) + over;
  }

  /** Back from an item along what decided when each could begin. */
  trace(from: number, { took, decidedBy, heldBy }: GraphRun, { into, source }: DependencyGraph): void {
    for (let item = from; ;) {
      this.itemHits[item] = (this.itemHits[item] as number) + 1;
      this.itemDays[item] = (this.itemDays[item] as number) + (took[item] as number);
      const holder = heldBy[item] as number;
      if (holder !== NONE) {
        item = holder;
        continue;
      }
      const place = decidedBy[item] as number;
      if (place === NONE) return;
      const edge = into[place] as number;
      this.edgeHits[edge] = (this.edgeHits[edge] as number) + 1;
      item = source[edge] as number;
    }
  }
}

function runMany(
  graph: DependencyGraph,
  { random, runs, target, due, onProgress }: GraphOptions & { readonly runs: number },
): Tally {
  const goal = target === undefined ? NONE : findItem(graph, target);
  const run = new GraphRun(graph, random);
  const tally = new Tally(graph, runs, due);
  for (let at = 0; at < runs; at++) {
    const last = run.next();
    const end = goal === NONE ? last : goal;
    tally.add(at, run.finished, run.finished[end] as number);
    tally.trace(end, run, graph);
    if (graph.hands.size > 0) tally.addWaits(run.waited);
    if (at % RUNS_PER_REPORT === 0) onProgress?.(at / runs);
  }
  return tally;
}

function findItem({ items }: DependencyGraph, target: string): number {
  const index = items.findIndex(({ id }) => id === target);
  if (index >= 0) return index;
  throw new FlowRefusal('bad_graph', {
    message: `“${target}” is not among the items.`,
    why: 'It was to be the end of all.',
    fix: 'Name one of them, or leave the target out.',
  });
}

type Lateness = { readonly late: number; readonly delay: number; readonly runs: number };

/** Reorders the days. */
function describeFinish(
  days: Float32Array,
  { late, delay, runs }: Lateness,
  due: number | undefined,
): FinishOutlook {
  const percentiles = percentilesOf(days);
  if (due === undefined) return { ...percentiles, onTime: null, onTimeInterval: null, expectedDelay: null };
  return {
    ...percentiles,
    onTime: (runs - late) / runs,
    onTimeInterval: wilsonInterval(runs - late, runs),
    expectedDelay: delay / runs,
  };
}

/** Of type 1; reorders the values. */
function percentilesOf(values: Float32Array): Pick<FinishOutlook, 'p50' | 'p85' | 'p95'> {
  const rankOf = (p: number): number => Math.ceil(p * values.length - 1e-9) - 1;
  const p50 = selectRank(values, rankOf(0.5));
  const p85 = selectRank(values, rankOf(0.85), rankOf(0.5));
  return { p50, p85, p95: selectRank(values, rankOf(0.95), rankOf(0.85)) };
}

function describeTeams(
  { items, hands }: DependencyGraph,
  { itemDays, waits }: Tally,
  runs: number,
): GraphOutlook['teams'] {
  const byTeam = (values: Float64Array): ReadonlyMap<string, number> => {
    const sums = new Map<string, number>();
    items.forEach(({ team = '' }, item) => sums.set(team, (sums.get(team) ?? 0) + (values[item] as number)));
    return sums;
  };
  const days = byTeam(itemDays);
  const waited = byTeam(waits);
  const all = itemDays.reduce((sum, each) => sum + each, 0);
  return [...days]
    .map(([team, each]) => {
      const limit = hands.get(team);
      return {
        team,
        share: all === 0 ? 0 : each / all,
        ...(limit === undefined ? {} : { hands: limit, waited: (waited.get(team) ?? 0) / runs }),
      };
    })
    .toSorted((a, b) => b.share - a.share);
}
