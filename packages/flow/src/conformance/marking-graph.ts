/**
 * The markings of a net as far as they are needed, each with the visible steps possible from it. Silent steps are taken
 * only where a visible one needs them: what is not needed yet can be taken later, so nothing is lost, and far fewer
 * markings are met than by taking them one by one.
 */
import type { PetriNet, Transition } from '../discovery/petri-net.ts';

/** A visible step: the label's number, and the marking it leads to. */
export type Step = { readonly label: number; readonly to: number; readonly transition: number };

type Marking = readonly number[];

/** A marking, and the silent transitions that were taken to it. */
export type Reached = { readonly marking: Marking; readonly silent: readonly number[] };

/** A silent detour that is longer is not looked for. */
const DEEPEST = 200;

export class MarkingGraph {
  readonly labels: readonly string[];
  readonly initial: number;
  readonly net: PetriNet;
  readonly #labelOf: readonly number[];
  readonly #visible: readonly number[];
  /** Silent transitions that put a token into each place. */
  readonly #providers: readonly (readonly number[])[];
  /** Visible transitions that may follow, by the places they need. */
  readonly #reach: readonly Uint8Array[];
  readonly #numbers = new Map<string, number>();
  readonly #markings: Marking[] = [];
  readonly #steps: (readonly Step[] | undefined)[] = [];
  readonly #ends: (boolean | undefined)[] = [];

  constructor(net: PetriNet) {
    this.net = net;
    const labels = [...new Set(net.transitions.flatMap(({ label }) => (label === null ? [] : [label])))];
    const numberOf = new Map(labels.map((label, number) => [label, number]));
    this.labels = labels;
    this.#labelOf = net.transitions.map(({ label }) =>
      label === null ? -1 : (numberOf.get(label) as number),
    );
    this.#visible = net.transitions.flatMap(({ label }, index) => (label === null ? [] : [index]));
    this.#providers = Array.from({ length: net.places }, (_, place) =>
      net.transitions.flatMap(({ label, outputs }, index) =>
        label === null && outputs.includes(place) ? [index] : [],
      ),
    );
    this.#reach = silentReach(net);
    this.initial = this.number([net.initial]);
  }

  get size(): number {
    return this.#markings.length;
  }

  number(marking: Marking): number {
    const sorted = marking.toSorted((a, b) => a - b);
    const key = sorted.join(',');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#markings.length);
    return this.#markings.push(sorted) - 1;
  }

  /** The marked places, one twice that has two tokens. */
  placesOf(marking: number): Marking {
    return this.#markings[marking] as Marking;
  }

  labelOf(transition: number): number {
    return this.#labelOf[transition] as number;
  }

  /** All visible steps from a marking, each with as few silent ones before it as it needs. */
  steps(marking: number): readonly Step[] {
    const known = this.#steps[marking];
    if (known !== undefined) return known;
    const from = this.placesOf(marking);
    const found = new Map<string, Step>();
    for (const transition of this.#visible) {
      const { inputs } = this.net.transitions[transition] as Transition;
      if (!inputs.every((place) => from.some((marked) => this.#reach[marked]?.[place] === 1))) continue;
      for (const { marking: enabled } of this.#provide(inputs, { marking: from, silent: [] }, [])) {
        const to = this.number(this.fire(transition, enabled));
        const label = this.labelOf(transition);
        found.set(`${label},${to}`, { label, to, transition });
      }
    }
    const steps = [...found.values()];
    this.#steps[marking] = steps;
    return steps;
  }

  /** Whether nothing but silent steps lies between a marking and the end. */
  isEnd(marking: number): boolean {
    const known = this.#ends[marking];
    if (known !== undefined) return known;
    const { final } = this.net;
    const isEnd = this.enable([final], this.placesOf(marking)).some(
      (reached) => reached.marking.length === 1 && reached.marking[0] === final,
    );
    this.#ends[marking] = isEnd;
    return isEnd;
  }

  /** The markings in which tokens lie in all the places, after as few silent steps as are needed for them. */
  enable(places: readonly number[], marking: Marking): readonly Reached[] {
    return this.#provide(places, { marking, silent: [] }, []);
  }

  /** Without a check: tokens that are not there are not taken. */
  fire(transition: number, marking: Marking): Marking {
    const { inputs, outputs } = this.net.transitions[transition] as Transition;
    const left = [...marking];
    for (const place of inputs) if (left.includes(place)) left.splice(left.indexOf(place), 1);
    return [...left, ...outputs];
  }

  /** `used` has the silent steps under way, which none of their own needs may use again. */
  #provide(places: readonly number[], from: Reached, used: readonly number[]): readonly Reached[] {
    const { marking } = from;
    const missing = places.find((place) => !marking.includes(place));
    if (missing === undefined) return [from];
    if (used.length > DEEPEST) return [];
    const found: Reached[] = [];
    for (const silent of this.#providers[missing] as readonly number[]) {
      if (used.includes(silent)) continue;
      const { inputs } = this.net.transitions[silent] as Transition;
      if (!inputs.every((place) => marking.some((marked) => this.#reach[marked]?.[place] === 1))) continue;
      const path = [...used, silent];
      for (const enabled of this.#provide(inputs, from, path)) {
        const taken = { marking: this.fire(silent, enabled.marking), silent: [...enabled.silent, silent] };
        found.push(...this.#provide(places, taken, path));
      }
    }
    return found;
  }
}

/** For each place the places that silent steps alone may carry its token to, itself among them. */
function silentReach(net: PetriNet): readonly Uint8Array[] {
  const after: number[][] = Array.from({ length: net.places }, () => []);
  for (const { label, inputs, outputs } of net.transitions)
    if (label === null) for (const place of inputs) (after[place] as number[]).push(...outputs);
  return after.map((_, from) => {
    const row = new Uint8Array(net.places);
    const waiting = [from];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if (row[place] === 1) continue;
      row[place] = 1;
      waiting.push(...(after[place] as number[]));
    }
    return row;
  });
}
