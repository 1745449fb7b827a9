/**
 * Activity instances from events that tell the beginning and the end of work apart: a `complete` is paired with the
 * earliest open `start` of the same activity in its case, by the same resource if there is one.
 */
import { NONE, type EventLog } from './event-log.ts';
import { selectEvents } from './select-events.ts';

/** The log with its `complete` events alone, beginnings known where there is a `start`; itself where it has none. */
export function pairLifecycle(log: EventLog): EventLog {
  const { transition, transitions } = log;
  const lower = transitions.map((name) => name.toLowerCase());
  if (transition === null || log.start !== null || !lower.includes('start') || !lower.includes('complete'))
    return log;
  const start = new Float64Array(log.time.length).fill(Number.NaN);
  const keep = new Uint8Array(log.time.length);
  for (let index = 0; index < log.caseIds.length; index++) {
    const open = new Map<number, number[]>();
    for (
      let event = log.firstEvent[index] as number;
      event < (log.firstEvent[index + 1] as number);
      event++
    ) {
      const part = lower[transition[event] as number];
      const activity = log.activity[event] as number;
      if (part === 'start') open.set(activity, [...(open.get(activity) ?? []), event]);
      if (part !== 'complete') continue;
      keep[event] = 1;
      const began = takeOpen(open.get(activity) ?? [], log.resource, event);
      if (began !== NONE) start[event] = log.time[began] as number;
    }
  }
  return selectEvents({ ...log, start }, keep);
}

/** Removes the one it takes from those that are open. */
function takeOpen(open: number[], resource: Int32Array | null, event: number): number {
  if (open.length === 0) return NONE;
  const same = resource === null ? -1 : open.findIndex((each) => resource[each] === resource[event]);
  return open.splice(Math.max(0, same), 1)[0] ?? NONE;
}
