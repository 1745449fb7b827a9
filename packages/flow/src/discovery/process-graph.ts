/** The directly-follows graph as it is drawn and told: activities and steps with frequencies and times. */
import type { EventLog } from '../log/event-log.ts';
import { quantileInPlace } from '../statistics/quantile.ts';
import { collectWaits, directlyFollows, waitsOfPair, type DirectlyFollows } from './directly-follows.ts';

/** In ms. */
export type TimeSpread = {
  readonly mean: number;
  readonly median: number;
  readonly p85: number;
  readonly p95: number;
  readonly total: number;
};

export type ProcessStep = {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** From one event to the next; from its end to the next beginning where beginnings are known. */
  readonly wait: TimeSpread;
};

export type ProcessActivity = {
  readonly name: string;
  readonly count: number;
  readonly starts: number;
  readonly ends: number;
  /** From beginning to end; null where beginnings are not known. */
  readonly work: TimeSpread | null;
};

export type ProcessGraph = {
  readonly cases: number;
  readonly activities: readonly ProcessActivity[];
  readonly steps: readonly ProcessStep[];
};

/** The log must have the events of a case in the order of time. Most frequent first. */
export function discoverGraph(log: EventLog): ProcessGraph {
  const waitsFrom = log.start === null ? log : withBeginnings(log, log.start);
  const pairs = directlyFollows(log);
  const waits = collectWaits(waitsFrom, pairs);
  const name = (code: number): string => log.activities[code] as string;
  const steps = Array.from(pairs.count, (count, pair) => ({
    from: name(pairs.from[pair] as number),
    to: name(pairs.to[pair] as number),
    count,
    wait: timeSpread(waitsOfPair(waits, pair)),
  }));
  return {
    cases: pairs.starts.reduce((sum, count) => sum + count, 0),
    activities: describeActivities(log, pairs).toSorted((a, b) => b.count - a.count),
    steps: steps.sort((a, b) => b.count - a.count),
  };
}

function describeActivities(
  log: EventLog,
  { occurrences, starts, ends }: DirectlyFollows,
): readonly ProcessActivity[] {
  const work = log.start === null ? null : workByActivity(log, log.start, occurrences);
  return log.activities.flatMap((name, code) => {
    const count = occurrences[code] as number;
    if (count === 0) return [];
    const spans = work?.[code];
    return [
      {
        name,
        count,
        starts: starts[code] as number,
        ends: ends[code] as number,
        work: spans === undefined || spans.length === 0 ? null : timeSpread(spans),
      },
    ];
  });
}

function workByActivity(
  { activity, time }: EventLog,
  start: Float64Array,
  occurrences: Uint32Array,
): readonly Float64Array[] {
  const spans = Array.from(occurrences, (count) => new Float64Array(count));
  const filled = new Uint32Array(occurrences.length);
  for (let event = 0; event < time.length; event++) {
    const span = (time[event] as number) - (start[event] as number);
    if (Number.isNaN(span)) continue;
    const code = activity[event] as number;
    (spans[code] as Float64Array)[filled[code] as number] = span;
    filled[code] = (filled[code] as number) + 1;
  }
  return spans.map((values, code) => values.subarray(0, filled[code]));
}

/**
 * A log in which the gap between the times of two events is the wait between them: each next event is moved to the gap
 * from the end before it to its own beginning, never below nothing.
 */
function withBeginnings(log: EventLog, start: Float64Array): EventLog {
  const time = new Float64Array(log.time.length);
  for (let index = 0; index + 1 < log.firstEvent.length; index++) {
    const first = log.firstEvent[index] as number;
    for (let event = first + 1; event < (log.firstEvent[index + 1] as number); event++) {
      const begin = Number.isNaN(start[event]) ? (log.time[event] as number) : (start[event] as number);
      time[event] = (time[event - 1] as number) + Math.max(0, begin - (log.time[event - 1] as number));
    }
  }
  return { ...log, time };
}

/**
 * Of values that it keeps and rearranges. Order statistics of millions are found when they are asked for: a map shows one
 * of them, for the steps it draws.
 */
export function timeSpread(values: Float64Array): TimeSpread {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values[at] as number;
  const known = new Map<number, number>();
  const at = (share: number): number => {
    const found = known.get(share) ?? quantileInPlace(values, share);
    known.set(share, found);
    return found;
  };
  return {
    total,
    mean: total / values.length,
    get median() {
      return at(0.5);
    },
    get p85() {
      return at(0.85);
    },
    get p95() {
      return at(0.95);
    },
  };
}
