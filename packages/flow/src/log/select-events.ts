/** Parts of a log: some of its events, or some of its cases. */
import type { EventLog } from './event-log.ts';
import { reorderEvents, withCases } from './reorder.ts';

/** Keeps the events with a 1. Cases that lose all of theirs stay, empty. */
export function selectEvents(log: EventLog, keep: Uint8Array): EventLog {
  const { firstEvent } = log;
  const order = new Uint32Array(keep.length);
  const bounds = new Uint32Array(firstEvent.length);
  let kept = 0;
  for (let index = 0; index + 1 < firstEvent.length; index++) {
    const end = firstEvent[index + 1] as number;
    for (let event = firstEvent[index] as number; event < end; event++)
      if (keep[event] === 1) order[kept++] = event;
    bounds[index + 1] = kept;
  }
  return kept === keep.length ? log : reorderEvents(log, order.subarray(0, kept), bounds);
}

/** Keeps the cases with a 1, whole. */
export function selectCases(log: EventLog, keep: Uint8Array): EventLog {
  const { firstEvent } = log;
  const cases = placesOfOnes(keep);
  if (cases.length === keep.length) return log;
  const bounds = new Uint32Array(cases.length + 1);
  for (const [at, index] of cases.entries())
    bounds[at + 1] =
      (bounds[at] as number) + (firstEvent[index + 1] as number) - (firstEvent[index] as number);
  const order = new Uint32Array(bounds[cases.length] as number);
  for (const [at, index] of cases.entries())
    for (
      let into = bounds[at] as number, event = firstEvent[index] as number;
      into < (bounds[at + 1] as number);
      into++, event++
    )
      order[into] = event;
  return withCases(reorderEvents(log, order, bounds), cases, log);
}

function placesOfOnes(keep: Uint8Array): Uint32Array {
  const places = new Uint32Array(keep.length);
  let count = 0;
  for (let index = 0; index < keep.length; index++) if (keep[index] === 1) places[count++] = index;
  return places.slice(0, count);
}
