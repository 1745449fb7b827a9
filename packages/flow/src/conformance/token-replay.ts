/**
 * Token-based replay (Rozinat, van der Aalst, 2008): events are taken as steps of a net, tokens they lack are put there
 * and counted, as are those left at the end. Silent steps are taken where an event needs them.
 */
import type { EventLog } from '../log/event-log.ts';
import type { PetriNet, Transition } from '../discovery/petri-net.ts';
import { findVariants, sequenceOf } from '../discovery/variants.ts';
import { MarkingGraph, type Reached } from './marking-graph.ts';

export type Tokens = {
  readonly produced: number;
  readonly consumed: number;
  readonly missing: number;
  readonly remaining: number;
};

export type VariantReplay = Tokens & {
  readonly cases: number;
  /** Events whose activity the net does not have. */
  readonly unknown: number;
  readonly fits: boolean;
};

export type LogReplay = {
  readonly variants: readonly VariantReplay[];
  /** ½ (1 − missing / consumed) + ½ (1 − remaining / produced), over all cases. */
  readonly fitness: number;
  readonly fittingCases: number;
};

/** The log must have the events of a case in the order of time. */
export function replayLog(log: EventLog, net: PetriNet): LogReplay {
  const graph = new MarkingGraph(net);
  const { count, example } = findVariants(log);
  const variants = Array.from(example, (index, variant) => {
    const names = Array.from(sequenceOf(log, index), (code) => log.activities[code] as string);
    return { ...replayTrace(graph, names), cases: count[variant] as number };
  });
  const sum = (part: keyof Tokens): number =>
    variants.reduce((all, each) => all + each[part] * each.cases, 0);
  const [consumed, produced] = [sum('consumed'), sum('produced')];
  const fitness =
    consumed === 0 ? 1 : (1 - sum('missing') / consumed) / 2 + (1 - sum('remaining') / produced) / 2;
  return {
    variants,
    fitness,
    fittingCases: variants.reduce((all, { fits, cases }) => all + (fits ? cases : 0), 0),
  };
}

function replayTrace(graph: MarkingGraph, names: readonly string[]): Omit<VariantReplay, 'cases'> {
  const { net } = graph;
  const count = { produced: 1, consumed: 0, missing: 0, remaining: 0 };
  let marking: readonly number[] = [net.initial];
  let unknown = 0;
  const take = (transition: number): void => {
    const { inputs, outputs } = net.transitions[transition] as Transition;
    count.consumed += inputs.length;
    count.produced += outputs.length;
    count.missing += inputs.filter((place) => !marking.includes(place)).length;
    marking = graph.fire(transition, marking);
  };
  for (const name of names) {
    const candidates = net.transitions.flatMap(({ label }, index) => (label === name ? [index] : []));
    const [first] = candidates;
    if (first === undefined) {
      unknown += 1;
      continue;
    }
    const ways = candidates.flatMap((transition) =>
      graph
        .enable((net.transitions[transition] as Transition).inputs, marking)
        .map((reached) => ({ transition, reached })),
    );
    const way = ways.toSorted((a, b) => a.reached.silent.length - b.reached.silent.length)[0];
    for (const silent of way?.reached.silent ?? []) take(silent);
    take(way?.transition ?? first);
  }
  for (const silent of shortestEnd(graph, marking)?.silent ?? []) take(silent);
  count.consumed += 1;
  if (!marking.includes(net.final)) count.missing += 1;
  count.remaining = marking.length - (marking.includes(net.final) ? 1 : 0);
  return { ...count, unknown, fits: count.missing + count.remaining + unknown === 0 };
}

/** The silent steps to the end that leave the fewest tokens behind. */
function shortestEnd(graph: MarkingGraph, marking: readonly number[]): Reached | undefined {
  return graph
    .enable([graph.net.final], marking)
    .toSorted((a, b) => a.marking.length - b.marking.length || a.silent.length - b.silent.length)[0];
}
