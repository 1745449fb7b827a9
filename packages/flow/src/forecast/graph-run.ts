/** One run through a dependency graph after another, over typed arrays: nothing is allocated on the way. */
import type { Random } from '../statistics/random.ts';
import type { DependencyGraph } from './dependency-graph.ts';
import { STEP_BITS, STEPS, tabulate } from './duration-estimate.ts';
import { TeamHands } from './team-hands.ts';

export const NONE = -1;

/** A random number has bits enough for so many draws from a table. */
const DRAWS = 3;
const DRAW_RANGE = 2 ** (DRAWS * STEP_BITS);

export class GraphRun {
  /** Of each item, in the last run: the day it was finished, the days it took, and what decided when it could begin. */
  readonly finished: Float64Array;
  readonly took: Float64Array;
  /** A place in `into` of the graph; `NONE` where the item began when it might. */
  readonly decidedBy: Int32Array;
  /** The item that kept its team’s hands busy until it began; `NONE` where it did not wait for hands. */
  readonly heldBy: Int32Array;
  /** How many days it waited for them. */
  readonly waited: Float64Array;
  readonly #graph: DependencyGraph;
  /** The durations of item `i` from `i * STEPS` on. */
  readonly #tables: Float32Array;
  readonly #earliest: Float64Array;
  /** As `into`: of each place in it, the item waited for, and how long after it. */
  readonly #source: Uint32Array;
  readonly #lag: Float64Array;
  readonly #random: Random;
  readonly #hands: TeamHands | null;
  readonly #order: Uint32Array;
  #bits = 0;
  #draws = 0;

  constructor(graph: DependencyGraph, random: Random) {
    const { items, dependencies, into, source } = graph;
    this.#graph = graph;
    this.#random = random;
    this.#tables = new Float32Array(items.length * STEPS);
    items.forEach(({ duration }, item) => this.#tables.set(tabulate(duration), item * STEPS));
    this.#earliest = Float64Array.from(items, ({ notBefore = 0 }) => notBefore);
    this.#source = into.map((edge) => source[edge] as number);
    this.#lag = Float64Array.from(into, (edge) => dependencies[edge]?.lag ?? 0);
    this.finished = new Float64Array(items.length);
    this.took = new Float64Array(items.length);
    this.decidedBy = new Int32Array(items.length);
    this.heldBy = new Int32Array(items.length).fill(NONE);
    this.waited = new Float64Array(items.length);
    this.#hands = graph.hands.size === 0 ? null : new TeamHands(graph);
    this.#order = this.#hands?.order ?? graph.order;
  }

  /** Goes through all items, each after those it waits for; gives the one that is finished last. */
  next(): number {
    const { firstInto } = this.#graph;
    const [order, hands] = [this.#order, this.#hands];
    hands?.reset();
    const { finished, took, decidedBy } = this;
    const [earliest, source, lag] = [this.#earliest, this.#source, this.#lag];
    let last = NONE;
    let latest = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < order.length; at++) {
      const item = order[at] as number;
      let begin = earliest[item] as number;
      let decider = NONE;
      const afterLast = firstInto[item + 1] as number;
      for (let place = firstInto[item] as number; place < afterLast; place++) {
        const ready = (finished[source[place] as number] as number) + (lag[place] as number);
        if (ready > begin || (decider === NONE && ready === begin)) {
          begin = ready;
          decider = place;
        }
      }
      const days = this.#draw(item);
      if (hands !== null) begin = this.#waitForHands(hands, item, { ready: begin, days });
      took[item] = days;
      decidedBy[item] = decider;
      finished[item] = begin + days;
      if (begin + days > latest) {
        latest = begin + days;
        last = item;
      }
    }
    return last;
  }

  /** When it begins after all. */
  #waitForHands(
    hands: TeamHands,
    item: number,
    { ready, days }: { readonly ready: number; readonly days: number },
  ): number {
    const free = hands.freeFor(item);
    const begin = Math.max(ready, free);
    const before = hands.take(item, begin + days);
    this.heldBy[item] = free > ready ? before : NONE;
    this.waited[item] = begin - ready;
    return begin;
  }

  #draw(item: number): number {
    if (this.#draws === 0) {
      this.#bits = (this.#random() * DRAW_RANGE) | 0;
      this.#draws = DRAWS;
    }
    const step = this.#bits & (STEPS - 1);
    this.#bits >>>= STEP_BITS;
    this.#draws -= 1;
    return this.#tables[item * STEPS + step] as number;
  }
}
