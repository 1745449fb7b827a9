/**
 * Teams with so many pairs of hands: each does that many items at once, and the next waits until a pair is free. A team
 * takes its items in the order in which they would be ready if each took its median and nobody waited for hands (serial
 * scheduling by planned times: Kelley, The Critical-Path Method, 1963), and keeps to it whatever a run brings.
 */
import type { DependencyGraph } from './dependency-graph.ts';
import { STEPS, tabulate } from './duration-estimate.ts';

const NONE = -1;

export class TeamHands {
  /** Of the items, each after all it waits for. */
  readonly order: Uint32Array;
  /** Of each item, its team's pairs of hands: from the first up to, without, the last; none where nothing is limited. */
  readonly #first: Uint32Array;
  readonly #afterLast: Uint32Array;
  readonly #freeFrom: Float64Array;
  /** The item that each pair of hands did last. */
  readonly #did: Int32Array;
  /** The pair that was found free first. */
  #found = NONE;

  constructor(graph: DependencyGraph) {
    const { items, hands } = graph;
    const firstOf = new Map<string, number>();
    let count = 0;
    for (const [team, each] of hands) {
      firstOf.set(team, count);
      count += each;
    }
    // What takes no time needs no hands.
    const isLimited = items.map(
      ({ team = '', duration }) => hands.has(team) && (tabulate(duration).at(-1) ?? 0) > 0,
    );
    this.#first = Uint32Array.from(items, ({ team = '' }) => firstOf.get(team) ?? 0);
    this.#afterLast = this.#first.map((first, item) =>
      isLimited[item] === true ? first + (hands.get(items[item]?.team ?? '') ?? 0) : first,
    );
    this.#freeFrom = new Float64Array(count);
    this.#did = new Int32Array(count);
    this.order = orderByPlan(graph);
  }

  /** Before each run. */
  reset(): void {
    this.#freeFrom.fill(Number.NEGATIVE_INFINITY);
    this.#did.fill(NONE);
  }

  /** The day from which somebody is free for an item. */
  freeFor(item: number): number {
    const afterLast = this.#afterLast[item] as number;
    let least = Number.POSITIVE_INFINITY;
    this.#found = NONE;
    for (let pair = this.#first[item] as number; pair < afterLast; pair++)
      if ((this.#freeFrom[pair] as number) < least) {
        least = this.#freeFrom[pair] as number;
        this.#found = pair;
      }
    return this.#found === NONE ? Number.NEGATIVE_INFINITY : least;
  }

  /** Gives the item to the pair last asked for, and tells which item that pair did before. */
  take(item: number, finished: number): number {
    if (this.#found === NONE) return NONE;
    const before = this.#did[this.#found] as number;
    this.#did[this.#found] = item;
    this.#freeFrom[this.#found] = finished;
    return before;
  }
}

function orderByPlan({ items, dependencies, order, firstInto, into, source }: DependencyGraph): Uint32Array {
  const ready = new Float64Array(items.length);
  const finished = new Float64Array(items.length);
  const rank = new Uint32Array(items.length);
  for (const [at, item] of order.entries()) {
    const waits = into.subarray(firstInto[item], firstInto[item + 1]);
    const days = items[item] === undefined ? [] : tabulate(items[item].duration);
    ready[item] = waits.reduce(
      (latest, edge) =>
        Math.max(latest, (finished[source[edge] as number] as number) + (dependencies[edge]?.lag ?? 0)),
      items[item]?.notBefore ?? 0,
    );
    finished[item] = (ready[item] as number) + (days[STEPS / 2] ?? 0);
    rank[item] = at;
  }
  return order.toSorted(
    (a, b) => (ready[a] as number) - (ready[b] as number) || (rank[a] as number) - (rank[b] as number),
  );
}
