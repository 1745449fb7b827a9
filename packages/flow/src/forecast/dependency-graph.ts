/** Items that wait for one another, laid out for walking through them many times. */
import { FlowRefusal } from '../read/flow-refusal.ts';
import type { DurationEstimate } from './duration-estimate.ts';

export type GraphItem = {
  readonly id: string;
  readonly team?: string;
  /** How long it takes once begun, in days. */
  readonly duration: DurationEstimate;
  /** Day before which it does not begin; 0, the day of the forecast, unless given. */
  readonly notBefore?: number;
  /** Day by which it is promised. */
  readonly due?: number;
};

/** `to` begins when `from` is finished, `lag` days later. */
export type Dependency = { readonly from: string; readonly to: string; readonly lag?: number };

export type DependencyGraph = {
  readonly items: readonly GraphItem[];
  readonly dependencies: readonly Dependency[];
  /** By team, how many items it can do at once; those that are missing can do any number. */
  readonly hands: ReadonlyMap<string, number>;
  /** Indices of items, each after all it waits for. */
  readonly order: Uint32Array;
  /** Dependencies into item `i` are those from `firstInto[i]` up to, without, `firstInto[i + 1]` of `into`. */
  readonly firstInto: Uint32Array;
  /** Indices of dependencies. */
  readonly into: Uint32Array;
  /** Of each dependency, the item it comes from. */
  readonly source: Uint32Array;
};

/** Refuses an unknown item or team, one named twice, and a cycle, which it names. */
export function makeDependencyGraph(
  items: readonly GraphItem[],
  dependencies: readonly Dependency[],
  hands: ReadonlyMap<string, number> = new Map(),
): DependencyGraph {
  const indexOf = indexItems(items);
  const find = (id: string, { from, to }: Dependency): number => {
    const index = indexOf.get(id);
    if (index !== undefined) return index;
    throw refuse(`“${id}” is not among the items.`, `The dependency ${from} → ${to} names it.`);
  };
  const source = Uint32Array.from(dependencies, (each) => find(each.from, each));
  const target = Uint32Array.from(dependencies, (each) => find(each.to, each));
  const { first, list } = groupByItem(target, items.length);
  const order = sortItems({ source, target, count: items.length });
  if (order.length < items.length) throw refuseCycle(findCycle(items, { source, target, order }));
  const teams = new Set(items.map(({ team = '' }) => team));
  for (const team of hands.keys())
    if (!teams.has(team)) throw refuse(`There is no team “${team}”.`, 'Hands are given for it.');
  return { items, dependencies, hands, order, firstInto: first, into: list, source };
}

function indexItems(items: readonly GraphItem[]): ReadonlyMap<string, number> {
  const indexOf = new Map<string, number>();
  items.forEach(({ id }, index) => {
    if (indexOf.has(id))
      throw refuse(`There are two items “${id}”.`, 'Dependencies would not say which they mean.');
    indexOf.set(id, index);
  });
  return indexOf;
}

type Edges = { readonly source: Uint32Array; readonly target: Uint32Array };

function groupByItem(
  ends: Uint32Array,
  count: number,
): { readonly first: Uint32Array; readonly list: Uint32Array } {
  const first = new Uint32Array(count + 1);
  for (const item of ends) first[item + 1] = (first[item + 1] as number) + 1;
  for (let item = 0; item < count; item++)
    first[item + 1] = (first[item + 1] as number) + (first[item] as number);
  const next = first.slice();
  const list = new Uint32Array(ends.length);
  ends.forEach((item, edge) => {
    list[next[item] as number] = edge;
    next[item] = (next[item] as number) + 1;
  });
  return { first, list };
}

/** Kahn, Topological Sorting of Large Networks (1962); items on or behind a cycle are missing from it. */
function sortItems({ source, target, count }: Edges & { readonly count: number }): Uint32Array {
  const { first, list } = groupByItem(source, count);
  const waiting = new Uint32Array(count);
  for (const item of target) waiting[item] = (waiting[item] as number) + 1;
  const order: number[] = [];
  for (let item = 0; item < count; item++) if (waiting[item] === 0) order.push(item);
  for (let at = 0; at < order.length; at++) {
    const item = order[at] as number;
    for (const edge of list.subarray(first[item], first[item + 1])) {
      const next = target[edge] as number;
      waiting[next] = (waiting[next] as number) - 1;
      if (waiting[next] === 0) order.push(next);
    }
  }
  return Uint32Array.from(order);
}

/** Every unsorted item waits for an unsorted one: going back along them must come round. */
function findCycle(
  items: readonly GraphItem[],
  { source, target, order }: Edges & { readonly order: Uint32Array },
): readonly string[] {
  const sorted = new Set(order);
  const waitsFor = new Map<number, number>();
  source.forEach((from, edge) => {
    const to = target[edge] as number;
    if (!sorted.has(from) && !sorted.has(to)) waitsFor.set(to, from);
  });
  const path: number[] = [];
  let item = items.findIndex((_, index) => !sorted.has(index));
  while (!path.includes(item)) {
    path.push(item);
    item = waitsFor.get(item) as number;
  }
  const round = path.slice(path.indexOf(item)).toReversed();
  const first = round.indexOf(Math.min(...round));
  const cycle = [...round.slice(first), ...round.slice(0, first)];
  return [...cycle, cycle[0] as number].map((index) => items[index]?.id ?? '');
}

function refuseCycle(names: readonly string[]): FlowRefusal {
  return new FlowRefusal('dependency_cycle', {
    message: `The dependencies go round in a circle: ${names.join(' → ')}.`,
    why: 'None of these items could ever begin.',
    fix: 'Take one of these dependencies out.',
  });
}

function refuse(message: string, why: string): FlowRefusal {
  return new FlowRefusal('bad_graph', { message, why, fix: 'Correct the file.' });
}
