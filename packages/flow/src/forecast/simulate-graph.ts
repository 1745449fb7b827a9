/**
 * Monte Carlo through a dependency graph: in each run every item takes a time drawn from its estimate and begins when
 * all it waits for are finished. Van Slyke, Monte Carlo Methods and the PERT Problem, Operations Research 11 (1963);
 * criticality is the share of runs in which an item or dependency lies on the path that decides the end.
 */
import { wilsonInterval, type Interval } from '../statistics/interval.ts';
import type { Random } from '../statistics/random.ts';
import { selectRank } from '../statistics/select.ts';
import type { DependencyGraph } from './dependency-graph.ts';
import { STEP_BITS, STEPS, tabulate } from './duration-estimate.ts';

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
  /** Share of the deciding path’s days that fall to each team. */
  readonly teams: readonly { readonly team: string; readonly share: number }[];
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
  const walk = walkMany(graph, { ...options, runs, ...(due === undefined ? {} : { due }) });
  const kept = Math.min(runs, KEPT);
  const finish = (item: number): Float32Array => walk.finishes.subarray(item * kept, (item + 1) * kept);
  const lateness = (item: number) => ({
    late: walk.late[item] as number,
    delay: walk.delay[item] as number,
  });
  return {
    end: describeFinish(walk.ends, { ...lateness(items.length), runs }, due),
    items: items.map(({ id, team = '', due: promised }, item) => ({
      id,
      team,
      ...describeFinish(finish(item), { ...lateness(item), runs }, promised),
      criticality: (walk.itemHits[item] as number) / runs,
    })),
    dependencies: dependencies.map(({ from, to }, edge) => ({
      from,
      to,
      criticality: (walk.edgeHits[edge] as number) / runs,
    })),
    teams: shareByTeam(graph, walk.itemDays),
  };
}

type Walk = {
  /** Of item `i` in run `r` of those kept: at `i * kept + r`. Seven digits are enough for percentiles. */
  readonly finishes: Float32Array;
  readonly ends: Float32Array;
  /** Runs in which each item, and after them the end, came after it was due; and by how many days in all. */
  readonly late: Uint32Array;
  readonly delay: Float64Array;
  /** Runs in which each lay on the deciding path, and the days it took there. */
  readonly itemHits: Uint32Array;
  readonly edgeHits: Uint32Array;
  readonly itemDays: Float64Array;
};

const RUNS_PER_REPORT = 1000;
/** The first runs, from which the percentiles of items are taken; those of the end are from all. */
const KEPT = 2500;
/** Runs that are kept together. */
const BLOCK = 32;
/** A random number has bits enough for so many draws from a table. */
const DRAWS = 3;
const DRAW_RANGE = 2 ** (3 * STEP_BITS);
const NONE = -1;
/** Nine seconds, in days: durations are kept to seven digits. */
const TOLERANCE = 1e-4;

/** One loop, since it is gone through for every item of every run. */
function walkMany(
  graph: DependencyGraph,
  { random, runs, target, due: dueEnd = Infinity, onProgress }: GraphOptions & { readonly runs: number },
): Walk {
  const { items, order, firstInto, into } = graph;
  const count = items.length;
  const { tables, earliest, due, source, lag } = layOut(graph);
  const goal = target === undefined ? NONE : items.findIndex(({ id }) => id === target);
  const kept = Math.min(runs, KEPT);
  const walk = makeWalk(graph, runs);
  const { late, delay } = walk;
  const finished = new Float64Array(count);
  const took = new Float64Array(count);
  const decidedBy = new Int32Array(count);
  const block = new Float32Array(count * BLOCK);
  let bits = 0;
  let draws = 0;
  for (let run = 0; run < runs; run++) {
    let last = goal;
    let latest = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < count; at++) {
      const item = order[at] as number;
      let begin = earliest[item] as number;
      let decider = NONE;
      const afterLast = firstInto[item + 1] as number;
      for (let next = firstInto[item] as number; next < afterLast; next++) {
        const ready = (finished[source[next] as number] as number) + (lag[next] as number);
        if (ready > begin || (decider === NONE && ready === begin)) {
          begin = ready;
          decider = next;
        }
      }
      if (draws === 0) {
        bits = (random() * DRAW_RANGE) | 0;
        draws = DRAWS;
      }
      const days = tables[item * STEPS + (bits & (STEPS - 1))] as number;
      bits >>>= STEP_BITS;
      draws -= 1;
      const end = begin + days;
      took[item] = days;
      decidedBy[item] = decider;
      finished[item] = end;
      const over = end - (due[item] as number);
      if (over > TOLERANCE) addLate(item, over, { late, delay });
      if (end > latest) {
        latest = end;
        if (goal === NONE) last = item;
      }
    }
    const end = finished[last] as number;
    if (end - dueEnd > TOLERANCE) addLate(count, end - dueEnd, { late, delay });
    walk.ends[run] = end;
    if (run < kept) {
      block.set(finished, (run % BLOCK) * count);
      if (run % BLOCK === BLOCK - 1 || run === kept - 1)
        keepBlock(walk.finishes, { block, count, kept, run });
    }
    tracePath(walk, { from: last, decidedBy, took, source, into });
    if (run % RUNS_PER_REPORT === 0) onProgress?.(run / runs);
  }
  return walk;
}

function makeWalk({ items, dependencies }: DependencyGraph, runs: number): Walk {
  return {
    finishes: new Float32Array(items.length * Math.min(runs, KEPT)),
    ends: new Float32Array(runs),
    late: new Uint32Array(items.length + 1),
    delay: new Float64Array(items.length + 1),
    itemHits: new Uint32Array(items.length),
    edgeHits: new Uint32Array(dependencies.length),
    itemDays: new Float64Array(items.length),
  };
}

function addLate(item: number, days: number, { late, delay }: Pick<Walk, 'late' | 'delay'>): void {
  late[item] = (late[item] as number) + 1;
  delay[item] = (delay[item] as number) + days;
}

type Block = {
  readonly block: Float32Array;
  readonly count: number;
  readonly kept: number;
  /** Its last. */
  readonly run: number;
};

/** From run by run to item by item; some runs at a time, since memory is slow to write to in leaps. */
function keepBlock(finishes: Float32Array, { block, count, kept, run }: Block): void {
  const first = run - (run % BLOCK);
  const length = run - first + 1;
  for (let item = 0; item < count; item++) {
    const into = item * kept + first;
    for (let each = 0, from = item; each < length; each++, from += count)
      finishes[into + each] = block[from] as number;
  }
}

type Layout = {
  /** The durations of item `i` from `i * STEPS` on. */
  readonly tables: Float32Array;
  readonly earliest: Float64Array;
  readonly due: Float64Array;
  /** As `into`: of each place in it, the item waited for, and how long after it. */
  readonly source: Uint32Array;
  readonly lag: Float64Array;
};

/** One after the other in memory, as the walk needs them. */
function layOut({ items, dependencies, into, source }: DependencyGraph): Layout {
  const tables = new Float32Array(items.length * STEPS);
  items.forEach(({ duration }, item) => tables.set(tabulate(duration), item * STEPS));
  return {
    tables,
    earliest: Float64Array.from(items, ({ notBefore = 0 }) => notBefore),
    due: Float64Array.from(items, (item) => item.due ?? Infinity),
    source: into.map((edge) => source[edge] as number),
    lag: Float64Array.from(into, (edge) => dependencies[edge]?.lag ?? 0),
  };
}

type Path = {
  readonly from: number;
  readonly decidedBy: Int32Array;
  readonly took: Float64Array;
  readonly source: Uint32Array;
  readonly into: Uint32Array;
};

/** Back from the end along what decided when each item could begin. */
function tracePath(
  { itemHits, edgeHits, itemDays }: Walk,
  { from, decidedBy, took, source, into }: Path,
): void {
  for (let item = from; item >= 0;) {
    itemHits[item] = (itemHits[item] as number) + 1;
    itemDays[item] = (itemDays[item] as number) + (took[item] as number);
    const place = decidedBy[item] as number;
    if (place === NONE) return;
    const edge = into[place] as number;
    edgeHits[edge] = (edgeHits[edge] as number) + 1;
    item = source[place] as number;
  }
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

function shareByTeam(graph: DependencyGraph, itemDays: Float64Array): GraphOutlook['teams'] {
  const days = new Map<string, number>();
  graph.items.forEach(({ team = '' }, item) =>
    days.set(team, (days.get(team) ?? 0) + (itemDays[item] as number)),
  );
  const all = itemDays.reduce((sum, each) => sum + each, 0);
  return [...days]
    .map(([team, each]) => ({ team, share: all === 0 ? 0 : each / all }))
    .toSorted((a, b) => b.share - a.share);
}
