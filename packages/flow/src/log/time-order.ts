/** Events of a case by time; those of equal time stay as they stood. */
import type { EventLog } from './event-log.ts';
import { reorderEvents } from './reorder.ts';

export function isInTimeOrder(log: EventLog): boolean {
  const { firstEvent, time, caseIds } = log;
  for (let index = 0; index < caseIds.length; index++) {
    const end = firstEvent[index + 1] as number;
    for (let event = (firstEvent[index] as number) + 1; event < end; event++)
      if ((time[event] as number) < (time[event - 1] as number)) return false;
  }
  return true;
}

/** The same log, or the log itself where it is in order already. */
export function inTimeOrder(log: EventLog): EventLog {
  if (isInTimeOrder(log)) return log;
  const { firstEvent, time } = log;
  const order = Uint32Array.from(time, (_, index) => index);
  for (let index = 0; index < log.caseIds.length; index++) {
    order
      .subarray(firstEvent[index], firstEvent[index + 1])
      .sort((a, b) => (time[a] as number) - (time[b] as number) || a - b);
  }
  return reorderEvents(log, order);
}
