/** What is done where no cut is found; each keeps every trace, and the last always applies. */
import { followsGraph, type FollowsGraph } from './follows-graph.ts';
import { countTraces, makeSublog, project, type Sublog, type Trace } from './sublog.ts';

/** Log parts for the children of a parallel block or for the body of a loop with nothing on the way back. */
export type FallThrough =
  | { readonly kind: 'parallel'; readonly parts: readonly Sublog[] }
  | { readonly kind: 'repeat'; readonly body: Sublog }
  | { readonly kind: 'flower' };

/** Above this many activities no search is made for one that is concurrent with the rest: it costs a search each. */
const CONCURRENT_SEARCH = 64;

export function fallThrough(
  log: Sublog,
  graph: FollowsGraph,
  hasCut: (graph: FollowsGraph) => boolean,
): FallThrough {
  const { activities } = graph;
  const apart = findApart(log, graph, hasCut);
  if (apart.length > 0) {
    const rest = project(log, (each) => !apart.includes(each));
    return {
      kind: 'parallel',
      parts: [...apart.map((single) => project(log, (each) => each === single)), rest],
    };
  }
  const startsWith = new Set([...graph.starts.keys()].map((place) => activities[place] as number));
  const endsWith = new Set([...graph.ends.keys()].map((place) => activities[place] as number));
  const strict = cutAt(log, (before, after) => endsWith.has(before) && startsWith.has(after));
  if (countTraces(strict) > countTraces(log)) return { kind: 'repeat', body: strict };
  const loose = cutAt(log, (_, after) => startsWith.has(after));
  if (countTraces(loose) > countTraces(log)) return { kind: 'repeat', body: loose };
  return { kind: 'flower' };
}

/**
 * Activities that go beside all others: one that each trace has once, or one without which there is a cut. Of large logs
 * all that traces have once are taken together, for taking them one by one costs a search each.
 */
function findApart(
  log: Sublog,
  { activities }: FollowsGraph,
  hasCut: (graph: FollowsGraph) => boolean,
): readonly number[] {
  if (activities.length < 2) return [];
  const isOnce = (activity: number): boolean => log.every(({ events }) => countIn(events, activity) === 1);
  if (activities.length > CONCURRENT_SEARCH) {
    const once = activities.filter(isOnce);
    return once.length === activities.length ? once.slice(1) : once;
  }
  const single =
    activities.find(isOnce) ??
    activities.find((activity) => hasCut(followsGraph(project(log, (each) => each !== activity))));
  return single === undefined ? [] : [single];
}

function countIn(events: readonly number[], activity: number): number {
  return events.reduce((sum, event) => sum + (event === activity ? 1 : 0), 0);
}

function cutAt(log: Sublog, isCut: (before: number, after: number) => boolean): Sublog {
  const pieces: Trace[] = [];
  for (const { events, count } of log) {
    let from = 0;
    for (let at = 1; at < events.length; at++) {
      if (!isCut(events[at - 1] as number, events[at] as number)) continue;
      pieces.push({ events: events.slice(from, at), count });
      from = at;
    }
    pieces.push({ events: events.slice(from), count });
  }
  return makeSublog(pieces);
}
