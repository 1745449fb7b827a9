/**
 * A lower bound on what explaining the rest of a trace costs from a marking: events whose activity cannot come any more
 * must be moves of the log alone, and steps that lie on every way to the end, beyond the events there are for them, must
 * be moves of the model alone. Both are counted for different activities, so their sum never exceeds the truth.
 */
import type { PetriNet } from '../discovery/petri-net.ts';
import type { MarkingGraph } from './marking-graph.ts';

export type Bound = {
  /** By label: 1 where it may still come. */
  readonly mayCome: Uint8Array;
  /** The labels that must still come, and how often. */
  readonly mustCome: ReadonlyMap<number, number>;
};

/** Nets with more transitions have no steps found that must come: that costs places × transitions × net. */
const LARGEST = 400;

export class RemainingCost {
  readonly #graph: MarkingGraph;
  readonly #may: readonly Uint8Array[];
  readonly #must: readonly (readonly number[])[];
  readonly #known: (Bound | undefined)[] = [];

  constructor(graph: MarkingGraph) {
    this.#graph = graph;
    const ways = new Ways(graph.net);
    const { places, transitions, final } = graph.net;
    const all = Array.from({ length: places }, (_, place) => place);
    this.#may = all.map((place) => ways.transitionsFrom(place));
    this.#must = all.map((place) =>
      transitions.length > LARGEST
        ? []
        : transitions.flatMap(({ label }, index) =>
            label !== null && this.#may[place]?.[index] === 1 && !ways.reaches(place, final, index)
              ? [index]
              : [],
          ),
    );
  }

  boundOf(marking: number): Bound {
    const known = this.#known[marking];
    if (known !== undefined) return known;
    const graph = this.#graph;
    const mayCome = new Uint8Array(graph.labels.length);
    const mustCome = new Map<number, number>();
    const forced = new Set<number>();
    for (const place of graph.placesOf(marking)) {
      for (const [transition, may] of (this.#may[place] as Uint8Array).entries())
        if (may === 1 && graph.labelOf(transition) >= 0) mayCome[graph.labelOf(transition)] = 1;
      for (const transition of this.#must[place] as readonly number[]) forced.add(transition);
    }
    for (const transition of forced) {
      const label = graph.labelOf(transition);
      mustCome.set(label, (mustCome.get(label) ?? 0) + 1);
    }
    const bound = { mayCome, mustCome };
    this.#known[marking] = bound;
    return bound;
  }
}

/** Ways through a net, a token taken to be in one place at a time. */
class Ways {
  readonly #net: PetriNet;
  readonly #consumers: readonly (readonly number[])[];

  constructor(net: PetriNet) {
    this.#net = net;
    const consumers: number[][] = Array.from({ length: net.places }, () => []);
    for (const [index, { inputs }] of net.transitions.entries())
      for (const place of inputs) (consumers[place] as number[]).push(index);
    this.#consumers = consumers;
  }

  /** 1 for each transition on some way from a place. */
  transitionsFrom(place: number): Uint8Array {
    const taken = new Uint8Array(this.#net.transitions.length);
    this.#walk(place, (transition) => {
      taken[transition] = 1;
      return true;
    });
    return taken;
  }

  /** Whether there is a way that does not take a transition. */
  reaches(from: number, to: number, without: number): boolean {
    return this.#walk(from, (transition) => transition !== without)[to] === 1;
  }

  #walk(from: number, mayTake: (transition: number) => boolean): Uint8Array {
    const seen = new Uint8Array(this.#net.places);
    const waiting = [from];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if (seen[place] === 1) continue;
      seen[place] = 1;
      for (const transition of this.#consumers[place] as readonly number[])
        if (mayTake(transition)) waiting.push(...(this.#net.transitions[transition]?.outputs ?? []));
    }
    return seen;
  }
}
