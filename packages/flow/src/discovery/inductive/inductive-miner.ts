/**
 * The inductive miner (Leemans, Fahland, van der Aalst, 2013) and its variant for infrequent behaviour (2014). Without a
 * noise threshold every trace of the log is one of the tree's; the tree is sound always.
 */
import type { EventLog } from '../../log/event-log.ts';
import { SILENT, simplifyTree, type ProcessTree } from '../process-tree.ts';
import { findVariants, sequenceOf } from '../variants.ts';
import { findExclusiveCut } from './exclusive-cut.ts';
import { fallThrough } from './fall-through.ts';
import { followsGraph, withoutInfrequent, type FollowsGraph, type Groups } from './follows-graph.ts';
import { findLoopCut } from './loop-cut.ts';
import { findParallelCut } from './parallel-cut.ts';
import { findSequenceCut } from './sequence-cut.ts';
import { splitExclusive, splitLoop, splitParallel, splitSequence } from './split-log.ts';
import { countTraces, makeSublog, type Sublog } from './sublog.ts';

export type MinerOptions = {
  /** From 0 (every trace fits) to 1: what is rarer than this share of the most frequent alternative is left out. */
  readonly noise?: number;
};

/** The log must have the events of a case in the order of time. */
export function mineTree(log: EventLog, { noise = 0 }: MinerOptions = {}): ProcessTree {
  const variants = findVariants(log);
  const sublog = makeSublog(
    Array.from(variants.example, (index, variant) => ({
      events: [...sequenceOf(log, index)],
      count: variants.count[variant] as number,
    })),
  );
  const miner: Miner = { noise, nameOf: (activity) => log.activities[activity] as string };
  return simplifyTree(mine(sublog, miner));
}

type Miner = { readonly noise: number; readonly nameOf: (activity: number) => string };

const CUTS = [
  { kind: 'exclusive', find: findExclusiveCut, split: splitExclusive },
  { kind: 'sequence', find: findSequenceCut, split: splitSequence },
  { kind: 'parallel', find: findParallelCut, split: splitParallel },
  { kind: 'loop', find: findLoopCut, split: splitLoop },
] as const;

function mine(log: Sublog, miner: Miner): ProcessTree {
  const visible = log.filter(({ events }) => events.length > 0);
  const empty = countTraces(log) - countTraces(visible);
  if (visible.length === 0) return SILENT;
  if (empty > 0 && empty > miner.noise * countTraces(log))
    return { kind: 'exclusive', children: [SILENT, mine(visible, miner)] };
  const graph = followsGraph(visible);
  if (graph.activities.length === 1) return mineOne(visible, graph, miner);
  return (
    mineCut(visible, graph, miner) ??
    (miner.noise > 0 ? mineCut(visible, withoutInfrequent(graph, miner.noise), miner) : null) ??
    mineRest(visible, graph, miner)
  );
}

/** One activity: once in each trace, or again and again. */
function mineOne(log: Sublog, { activities }: FollowsGraph, { noise, nameOf }: Miner): ProcessTree {
  const leaf: ProcessTree = { kind: 'activity', name: nameOf(activities[0] as number) };
  const events = log.reduce((sum, trace) => sum + trace.events.length * trace.count, 0);
  const again = events - countTraces(log);
  return again === 0 || again <= noise * events ? leaf : { kind: 'loop', children: [leaf, SILENT] };
}

function mineCut(log: Sublog, graph: FollowsGraph, miner: Miner): ProcessTree | null {
  for (const { kind, find, split } of CUTS) {
    const groups = find(graph);
    if (groups === null) continue;
    const parts = split(log, groupsByActivity(groups, graph), groups.length);
    return { kind, children: parts.map((part) => mine(part, miner)) };
  }
  return null;
}

function groupsByActivity(groups: Groups, { activities }: FollowsGraph): ReadonlyMap<number, number> {
  return new Map(
    groups.flatMap((places, group) => places.map((place) => [activities[place] as number, group] as const)),
  );
}

function mineRest(log: Sublog, graph: FollowsGraph, miner: Miner): ProcessTree {
  const found = fallThrough(log, graph, (each) => CUTS.some(({ find }) => find(each) !== null));
  switch (found.kind) {
    case 'parallel':
      return { kind: 'parallel', children: found.parts.map((part) => mine(part, miner)) };
    case 'repeat':
      return { kind: 'loop', children: [mine(found.body, miner), SILENT] };
    case 'flower': {
      const any = graph.activities.map(
        (activity) => ({ kind: 'activity', name: miner.nameOf(activity) }) as const,
      );
      return { kind: 'loop', children: [{ kind: 'exclusive', children: any }, SILENT] };
    }
  }
}
