/** Alignments of a whole log: each variant explained once. */
import type { EventLog } from '../log/event-log.ts';
import type { PetriNet } from '../discovery/petri-net.ts';
import { findVariants, sequenceOf } from '../discovery/variants.ts';
import { FlowRefusal } from '../read/flow-refusal.ts';
import { alignTrace, type Aligner, type TraceAlignment } from './align-trace.ts';
import { MarkingGraph } from './marking-graph.ts';
import { RemainingCost } from './remaining-cost.ts';

/** How strictly an activity must be as the model has it: deviations of `free` ones cost nothing. */
export type Rule = 'must' | 'may-differ' | 'free';

export type AlignOptions = {
  /** By activity; `must` for those not named. */
  readonly rules?: ReadonlyMap<string, Rule>;
  readonly patience?: number;
  readonly onProgress?: (share: number) => void;
};

export type LogAlignment = {
  /** Names by label: the model's, then those only the log has. */
  readonly labels: readonly string[];
  readonly variantOf: Int32Array;
  readonly variants: readonly (TraceAlignment & { readonly cases: number; readonly length: number })[];
  /** What the cheapest run of the model costs when nothing of it is in the log. */
  readonly emptyCost: number;
  readonly graph: MarkingGraph;
};

const PATIENCE = 600_000;
/** Steps of a model beyond which explanations are not looked for: each event would have thousands of ways. */
const LARGEST_MODEL = 1000;

/** The log must have the events of a case in the order of time. */
export function alignLog(log: EventLog, net: PetriNet, options: AlignOptions = {}): LogAlignment {
  const { rules, patience = PATIENCE, onProgress } = options;
  if (net.transitions.length > LARGEST_MODEL) throw refuseLarge(net.transitions.length);
  const graph = new MarkingGraph(net);
  const labelOf = new Map(graph.labels.map((name, label) => [name, label]));
  const foreign = log.activities.filter((name) => !labelOf.has(name));
  const labels = [...graph.labels, ...foreign];
  for (const [index, name] of foreign.entries()) labelOf.set(name, graph.labels.length + index);
  const codes = log.activities.map((name) => labelOf.get(name) as number);
  const costs = labels.map((name) => (rules?.get(name) === 'free' ? 0 : 1));
  const aligner: Aligner = { graph, bounds: new RemainingCost(graph), costs, patience };
  const { variantOf, count, example } = findVariants(log);
  const variants = Array.from(example, (index, variant) => {
    onProgress?.(variant / example.length);
    const trace = Array.from(sequenceOf(log, index), (code) => codes[code] as number);
    return { ...alignTrace(aligner, trace), cases: count[variant] as number, length: trace.length };
  });
  return { labels, variantOf, variants, emptyCost: alignTrace(aligner, []).cost, graph };
}

/**
 * 1 − cost / cost of explaining nothing: all events by the log alone and the model's cheapest run by the model alone
 * (Adriansyah 2014), summed over the cases.
 */
export function alignmentFitness({ variants, emptyCost }: LogAlignment): number {
  let cost = 0;
  let worst = 0;
  for (const variant of variants) {
    cost += variant.cost * variant.cases;
    worst += (variant.length + emptyCost) * variant.cases;
  }
  return worst === 0 ? 1 : 1 - cost / worst;
}

function refuseLarge(steps: number): FlowRefusal {
  return new FlowRefusal('too_large', {
    message: `The model has ${steps} steps, more than the ${LARGEST_MODEL} that cases are explained by.`,
    why: 'Every event would have thousands of explanations to choose from.',
    fix: 'Leave rare activities out with --filter, or give a smaller --model.',
  });
}
