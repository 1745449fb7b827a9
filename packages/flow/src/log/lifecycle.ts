/** Logs that say more of an activity than that it happened: which part of its life an event is. */
import { NONE, type EventLog } from './event-log.ts';
import { selectEvents } from './select-events.ts';

/** Events whose transition is `complete`, in any case. A log without transitions has nothing but complete ones. */
export function completeOnly(log: EventLog): EventLog {
  const { transition, transitions } = log;
  if (transition === null) return log;
  const isComplete = Uint8Array.from(transitions, (name) => (name.toLowerCase() === 'complete' ? 1 : 0));
  return selectEvents(
    log,
    Uint8Array.from(transition, (code) => isComplete[code] ?? 0),
  );
}

/** Activities named with their transitions: `Review+start`, and `Review+None` where an event has none. */
export function withTransitionNames(log: EventLog): EventLog {
  const { activity, activities, transition, transitions } = log;
  if (transition === null) return log;
  const codes = new Map<number, number>();
  const names: string[] = [];
  const width = transitions.length + 1;
  const renamed = activity.map((code, event) => {
    const part = transition[event] as number;
    const pair = code * width + part + 1;
    const known = codes.get(pair);
    if (known !== undefined) return known;
    codes.set(pair, names.length);
    return names.push(`${activities[code] ?? ''}+${part === NONE ? 'None' : (transitions[part] ?? '')}`) - 1;
  });
  return { ...log, activities: names, activity: renamed };
}

/** How often each transition occurs, in lower case; events without one under the empty name. */
export function countTransitions(log: EventLog): Readonly<Record<string, number>> {
  const { transition, transitions } = log;
  if (transition === null) return { '': log.time.length };
  const counts = new Map<string, number>();
  const byCode = new Uint32Array(transitions.length + 1);
  for (const code of transition) byCode[code + 1] = (byCode[code + 1] as number) + 1;
  for (const [at, count] of byCode.entries()) {
    const name = at === 0 ? '' : (transitions[at - 1] as string).toLowerCase();
    if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return Object.fromEntries(counts);
}
