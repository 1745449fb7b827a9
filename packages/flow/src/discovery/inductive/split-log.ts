/**
 * Divides a log along a cut. Where traces do not fit it, as they may with rare behaviour left out of the graph, as few
 * events as possible are left out.
 */
import { makeSublog, type Sublog, type Trace } from './sublog.ts';

/** The number of each activity's group. */
export type GroupOf = ReadonlyMap<number, number>;
type Split = (log: Sublog, groupOf: GroupOf, groups: number) => readonly Sublog[];

/** A trace goes to the group that has most of its events. */
export const splitExclusive: Split = (log, groupOf, groups) => {
  const parts = emptyParts(groups);
  for (const { events, count } of log) {
    const votes = new Uint32Array(groups);
    for (const event of events)
      votes[groupOf.get(event) as number] = (votes[groupOf.get(event) as number] as number) + 1;
    const winner = votes.indexOf(Math.max(...votes));
    parts[winner]?.push({ events: events.filter((event) => groupOf.get(event) === winner), count });
  }
  return parts.map(makeSublog);
};

/** Each group sees its own events. */
export const splitParallel: Split = (log, groupOf, groups) => {
  const parts = emptyParts(groups);
  for (const { events, count } of log)
    for (const [group, part] of parts.entries())
      part.push({ events: events.filter((event) => groupOf.get(event) === group), count });
  return parts.map(makeSublog);
};

/** A trace is cut into one piece a group, in their order. */
export const splitSequence: Split = (log, groupOf, groups) => {
  const parts = emptyParts(groups);
  for (const { events, count } of log) {
    const pieces: number[][] = Array.from({ length: groups }, () => []);
    const assigned = assignInOrder(
      events.map((event) => groupOf.get(event) as number),
      groups,
    );
    for (const [at, event] of events.entries())
      if (assigned[at] === groupOf.get(event)) pieces[assigned[at] as number]?.push(event);
    for (const [group, piece] of pieces.entries()) parts[group]?.push({ events: piece, count });
  }
  return parts.map(makeSublog);
};

/** Rising group numbers, one an event, that agree with as many of the wanted ones as possible. */
function assignInOrder(wanted: readonly number[], groups: number): readonly number[] {
  if (wanted.every((group, at) => at === 0 || group >= (wanted[at - 1] as number))) return wanted;
  // best[g]: most agreements so far if the last event was given to g or before; from: to which it then was given.
  let best = new Int32Array(groups);
  const choices: Int32Array[] = [];
  for (const group of wanted) {
    const gained = best.slice();
    gained[group] = (gained[group] as number) + 1;
    const choice = new Int32Array(groups);
    for (let last = 0; last < groups; last++) {
      choice[last] = last;
      if (last === 0 || (gained[last] as number) > (gained[last - 1] as number)) continue;
      gained[last] = gained[last - 1] as number;
      choice[last] = choice[last - 1] as number;
    }
    best = gained;
    choices.push(choice);
  }
  const assigned: number[] = [];
  let last = groups - 1;
  for (const choice of choices.toReversed()) {
    last = choice[last] as number;
    assigned.push(last);
  }
  return assigned.reverse();
}

/** A trace is cut where it changes between the body (group 0) and a way back; the body surrounds each way back. */
export const splitLoop: Split = (log, groupOf, groups) => {
  const parts = emptyParts(groups);
  for (const { events, count } of log) {
    let piece: number[] = [];
    let group = 0;
    const close = (next: number): void => {
      parts[group]?.push({ events: piece, count });
      if (group !== 0 && next !== 0) parts[0]?.push({ events: [], count });
      piece = [];
      group = next;
    };
    for (const event of events) {
      const next = groupOf.get(event) as number;
      if (next !== group) close(next);
      piece.push(event);
    }
    close(0);
    if (groupOf.get(events.at(-1) ?? -1) !== 0) parts[0]?.push({ events: [], count });
  }
  return parts.map(makeSublog);
};

function emptyParts(groups: number): Trace[][] {
  return Array.from({ length: groups }, () => []);
}
