/** Forecasts: ten thousand runs through a graph of 200 items and 500 dependencies, and fifteen years tested week by week. */
import {
  backtest,
  makeDependencyGraph,
  makeRandom,
  simulateGraph,
  type Dependency,
  type DependencyGraph,
  type GraphItem,
  type Random,
} from '@throughline/flow';
import { median, withBaseline, type Measures } from './measure.ts';

const ITEMS = 200;
const DEPENDENCIES = 500;
const RUNS = 10_000;
const WEEKS = 780;
const ROUNDS = 9;

export async function measureForecast(): Promise<Measures> {
  const graph = makeGraph(makeRandom(1));
  const walk = time(() => simulateGraph(graph, { random: makeRandom(2), runs: RUNS, due: 60 }));
  const plain = time(() => walkPlainly(graph, makeRandom(2)));
  const weeks = makeWeeks(makeRandom(3));
  const past = time(() => [4, 12].map((horizon) => backtest(weeks, { window: 12, horizon })));
  return {
    'forecast.graph': withBaseline(walk, 'ms', plain),
    'forecast.backtest': { value: past, unit: 'ms' },
  };
}

function time(work: () => unknown): number {
  for (let round = 0; round < 3; round++) work();
  return median(
    Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

function makeGraph(random: Random): DependencyGraph {
  const items = Array.from({ length: ITEMS }, (_, at): GraphItem => ({
    id: `item ${at}`,
    team: `team ${at % 9}`,
    duration:
      at % 2 === 0
        ? { type: 'percentiles', median: 4, p85: 9 }
        : { type: 'range', low: 1, likely: 3, high: 10 },
    due: 60,
  }));
  const dependencies = new Map<string, Dependency>();
  while (dependencies.size < DEPENDENCIES) {
    const from = Math.floor(random() * (ITEMS - 1));
    const to = from + 1 + Math.floor(random() * Math.min(30, ITEMS - 1 - from));
    dependencies.set(`${from} ${to}`, { from: `item ${from}`, to: `item ${to}` });
  }
  return makeDependencyGraph(items, [...dependencies.values()]);
}

/** The same walk as it is usually written: objects by name, a draw by the quantile formula each time. */
function walkPlainly({ items, dependencies, order }: DependencyGraph, random: Random): number {
  const before = new Map(items.map(({ id }) => [id, dependencies.filter(({ to }) => to === id)]));
  const ends: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const finished = new Map<string, number>();
    for (const at of order) {
      const item = items[at] as GraphItem;
      const ready = (before.get(item.id) ?? []).map(({ from }) => finished.get(from) ?? 0);
      finished.set(item.id, Math.max(0, ...ready) + drawPlainly(item, random));
    }
    ends.push(Math.max(...finished.values()));
  }
  return ends.toSorted((a, b) => a - b)[Math.floor(ends.length / 2)] as number;
}

function drawPlainly({ duration }: GraphItem, random: Random): number {
  if (duration.type === 'percentiles') {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return duration.median * Math.exp((Math.log(duration.p85 / duration.median) / 1.0364) * normal);
  }
  if (duration.type !== 'range') return 0;
  const { low, likely, high } = duration;
  const u = random();
  return u < (likely - low) / (high - low)
    ? low + Math.sqrt(u * (high - low) * (likely - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - likely));
}

function makeWeeks(random: Random): readonly number[] {
  let level = 9;
  return Array.from({ length: WEEKS }, () => {
    level = Math.min(30, Math.max(1, level * Math.exp(0.2 * (random() + random() - 1))));
    return Math.floor(2 * level * random());
  });
}
