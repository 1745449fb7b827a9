import type { EventLog } from '../log/event-log.ts';
import { NONE } from '../log/event-log.ts';

export type CumulativeFlow = {
  /** Ends of the periods, ms. */
  readonly moments: readonly number[];
  readonly stages: readonly string[];
  /** For each stage, how many items were in it at each moment. */
  readonly counts: readonly Int32Array[];
};

/**
 * How many items are in each stage at moments a period apart, from the first event on. Events must be in order of
 * time within their case; an item stays where its last event took it.
 */
export function cumulativeFlow(
  log: EventLog,
  { from, to, period }: { readonly from: number; readonly to: number; readonly period: number },
): CumulativeFlow {
  const moments = Array.from({ length: Math.max(0, Math.ceil((to - from) / period)) }, (_, at) =>
    Math.min(to, from + (at + 1) * period),
  );
  const counts = log.activities.map(() => new Int32Array(moments.length + 1));
  const slotOf = (time: number): number =>
    Math.min(moments.length, Math.max(0, Math.ceil((time - from) / period) - 1));
  for (let at = 0; at < log.caseIds.length; at++) {
    let stage = NONE;
    for (let event = log.firstEvent[at] as number; event < (log.firstEvent[at + 1] as number); event++) {
      const slot = slotOf(log.time[event] as number);
      const entered = log.activity[event] as number;
      if (stage !== NONE) add(counts[stage], slot, -1);
      if (entered !== NONE) add(counts[entered], slot, 1);
      stage = entered;
    }
  }
  return {
    moments,
    stages: log.activities,
    counts: counts.map((steps) => runningSum(steps, moments.length)),
  };
}

function add(column: Int32Array | undefined, at: number, step: number): void {
  if (column) column[at] = (column[at] as number) + step;
}

function runningSum(steps: Int32Array, length: number): Int32Array {
  let total = 0;
  return steps.subarray(0, length).map((step) => (total += step));
}
