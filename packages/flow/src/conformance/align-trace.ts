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
    const state = queue.pop();
    if (state === undefined) return null;
    const { marking, at, cost } = state;
    if ((best.get(marking * width + at) as number) < cost) continue;
    if (at === trace.length && graph.isEnd(marking)) return { cost, moves: movesTo(state) };
    const event = trace[at];
    for (const { label, to } of graph.steps(marking)) {
      open({
        marking: to,
        at,
        cost: cost + (costs[label] as number),
        before: state,
        move: { kind: 'model', label },
      });
      if (label === event)
        open({ marking: to, at: at + 1, cost, before: state, move: { kind: 'both', label } });
    }
    if (event !== undefined)
      open({
        marking,
        at: at + 1,
        cost: cost + (costs[event] as number),
        before: state,
        move: { kind: 'log', label: event },
      });
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
  const labels = graph.labels.length;
  // left[at * labels + label]: events of the label from there on.
  const left = new Int32Array((trace.length + 1) * labels);
  const foreign = new Float64Array(trace.length + 1);
  for (let at = trace.length - 1; at >= 0; at--) {
    left.copyWithin(at * labels, (at + 1) * labels, (at + 2) * labels);
    const label = trace[at] as number;
    foreign[at] = (foreign[at + 1] as number) + (label < labels ? 0 : (costs[label] as number));
    if (label < labels) left[at * labels + label] = (left[at * labels + label] as number) + 1;
  }
  return (marking, at) => {
    const { mayCome, mustCome } = bounds.boundOf(marking);
    let cost = foreign[at] as number;
    for (let label = 0; label < labels; label++) {
      const events = left[at * labels + label] as number;
      if (mayCome[label] === 0) cost += events * (costs[label] as number);
      else if ((mustCome[label] as number) > events)
        cost += ((mustCome[label] as number) - events) * (costs[label] as number);
    }
    return cost;
  };
}

/** Small whole priorities; of equal ones the last comes first, which goes deep. */
class BucketQueue<T> {
  readonly #buckets: T[][] = [];
  #lowest = 0;

  push(priority: number, item: T): void {
    (this.#buckets[priority] ??= []).push(item);
    if (priority < this.#lowest) this.#lowest = priority;
  }

  pop(): T | undefined {
    while (this.#lowest < this.#buckets.length) {
      const item = this.#buckets[this.#lowest]?.pop();
      if (item !== undefined) return item;
      this.#lowest += 1;
    }
    return undefined;
  }
}
