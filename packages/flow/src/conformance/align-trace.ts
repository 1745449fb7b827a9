/**
 * The cheapest explanation of a trace by a model (Adriansyah, Aligning Observed and Modeled Behavior, 2014): a run of the
 * model in which as few steps as possible are not in the trace, and events not in the run. Found by A*; the bound of
 * `RemainingCost` never exceeds the truth, so the first explanation found is a cheapest one.
 */
import type { MarkingGraph } from './marking-graph.ts';
import type { RemainingCost } from './remaining-cost.ts';

/** `log`: an event the model does not have there; `model`: a step the trace does not have there. */
export type Move = { readonly kind: 'both' | 'log' | 'model'; readonly label: number };

export type TraceAlignment = {
  readonly cost: number;
  readonly moves: readonly Move[];
  /** False where the search was given up and a good explanation taken for the best. */
  readonly isCheapest: boolean;
};

export type Aligner = {
  readonly graph: MarkingGraph;
  readonly bounds: RemainingCost;
  /** What a deviation costs, by label; labels the model does not have come after its own. */
  readonly costs: readonly number[];
  /** States after which a search is given up. */
  readonly patience: number;
};

type State = {
  readonly marking: number;
  readonly at: number;
  readonly cost: number;
  readonly before: State | null;
  readonly move: Move | null;
};

/** `trace` has the number of each event's label. */
export function alignTrace(aligner: Aligner, trace: readonly number[]): TraceAlignment {
  const { patience } = aligner;
  const exact = search(aligner, trace, { patience, greed: 1 });
  if (exact !== null) return { ...exact, isCheapest: true };
  const greedy = search(aligner, trace, { patience: Number.POSITIVE_INFINITY, greed: 1000 });
  if (greedy === null) return { ...naive(trace, aligner), isCheapest: false };
  return { ...greedy, isCheapest: false };
}

/** When the model has no run at all. */
function naive(trace: readonly number[], { costs }: Aligner): Omit<TraceAlignment, 'isCheapest'> {
  return {
    cost: trace.reduce((sum, label) => sum + (costs[label] as number), 0),
    moves: trace.map((label) => ({ kind: 'log', label })),
  };
}

type SearchOptions = { readonly patience: number; readonly greed: number };

function search(
  aligner: Aligner,
  trace: readonly number[],
  { patience, greed }: SearchOptions,
): Omit<TraceAlignment, 'isCheapest'> | null {
  const { graph, costs } = aligner;
  const bound = makeBound(aligner, trace);
  const best = new Map<number, number>();
  const width = trace.length + 1;
  const queue = new BucketQueue<State>();
  const open = (state: State): void => {
    const key = state.marking * width + state.at;
    const known = best.get(key);
    if (known !== undefined && known <= state.cost) return;
    best.set(key, state.cost);
    queue.push(state.cost + greed * bound(state.marking, state.at), state);
  };
  open({ marking: graph.initial, at: 0, cost: 0, before: null, move: null });
  for (let taken = 0; taken <= patience; taken++) {
    const next = queue.pop();
    if (next === undefined) return null;
    const { item: state, isLater } = next;
    const { marking, at, cost } = state;
    if ((best.get(marking * width + at) as number) < cost) continue;
    if (at === trace.length && graph.isEnd(marking)) return { cost, moves: movesTo(state) };
    const event = trace[at];
    if (!isLater) {
      // What costs nothing first: most cases need nothing else, and of the rest there may be thousands of ways.
      for (const { label, to } of graph.steps(marking))
        if (label === event)
          open({ marking: to, at: at + 1, cost, before: state, move: { kind: 'both', label } });
      queue.putOff(state);
      continue;
    }
    for (const { label, to } of graph.steps(marking)) {
      const dearer = cost + (costs[label] as number);
      open({ marking: to, at, cost: dearer, before: state, move: { kind: 'model', label } });
    }
    if (event !== undefined) {
      const dearer = cost + (costs[event] as number);
      open({ marking, at: at + 1, cost: dearer, before: state, move: { kind: 'log', label: event } });
    }
  }
  return null;
}

function movesTo(state: State): readonly Move[] {
  const moves: Move[] = [];
  for (let at: State | null = state; at !== null; at = at.before) if (at.move !== null) moves.push(at.move);
  return moves.reverse();
}

/** From a marking and a place in the trace to what the rest costs at least. */
function makeBound(
  { bounds, costs, graph }: Aligner,
  trace: readonly number[],
): (marking: number, at: number) => number {
  const known = [...new Set(trace)].filter((label) => label < graph.labels.length);
  const placeOf = new Map(known.map((label, place) => [label, place]));
  const width = known.length;
  // left[at * width + place]: events of the label from there on; foreign[at]: what those the model lacks cost.
  const left = new Int32Array((trace.length + 1) * width);
  const foreign = new Float64Array(trace.length + 1);
  for (let at = trace.length - 1; at >= 0; at--) {
    left.copyWithin(at * width, (at + 1) * width, (at + 2) * width);
    const label = trace[at] as number;
    const place = placeOf.get(label);
    foreign[at] = (foreign[at + 1] as number) + (place === undefined ? (costs[label] as number) : 0);
    if (place !== undefined) left[at * width + place] = (left[at * width + place] as number) + 1;
  }
  return (marking, at) => {
    const { mayCome, mustCome } = bounds.boundOf(marking);
    let cost = foreign[at] as number;
    for (let place = 0; place < width; place++) {
      const label = known[place] as number;
      if (mayCome[label] === 0) cost += (left[at * width + place] as number) * (costs[label] as number);
    }
    for (const [label, times] of mustCome) {
      const place = placeOf.get(label);
      const events = place === undefined ? 0 : (left[at * width + place] as number);
      if (times > events) cost += (times - events) * (costs[label] as number);
    }
    return cost;
  };
}

type Queued<T> = { readonly item: T; readonly isLater: boolean };

/** Small whole priorities; of equal ones the last comes first, which goes deep, and what was put off at the end. */
class BucketQueue<T> {
  readonly #buckets: { readonly now: T[]; readonly later: T[] }[] = [];
  #lowest = 0;
  #taken = 0;

  push(priority: number, item: T): void {
    this.#bucket(priority).now.push(item);
  }

  /** Puts what was taken last behind all of its priority. */
  putOff(item: T): void {
    this.#bucket(this.#taken).later.push(item);
  }

  pop(): Queued<T> | undefined {
    for (; this.#lowest < this.#buckets.length; this.#lowest++) {
      this.#taken = this.#lowest;
      const bucket = this.#buckets[this.#lowest];
      const now = bucket?.now.pop();
      if (now !== undefined) return { item: now, isLater: false };
      const later = bucket?.later.pop();
      if (later !== undefined) return { item: later, isLater: true };
    }
    return undefined;
  }

  #bucket(priority: number): { readonly now: T[]; readonly later: T[] } {
    if (priority < this.#lowest) this.#lowest = priority;
    return (this.#buckets[priority] ??= { now: [], later: [] });
  }
}
