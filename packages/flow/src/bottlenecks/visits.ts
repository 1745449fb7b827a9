/** Each piece of work in a log: when it could have begun, when it did, and when it was finished. */
import { NONE, type EventLog } from '../log/event-log.ts';
import type { StageRoles } from '../metrics/stage-role.ts';

/** Columns of equal length, in the order of the log’s events; times in ms. */
export type Visits = {
  /** Index of the case; visits of a case follow one another. */
  readonly caseOf: Uint32Array;
  readonly activity: Int32Array;
  /** The activity before it in its case; `NONE` for the first. */
  readonly previous: Int32Array;
  readonly resource: Int32Array;
  /** When the step before was finished: from here on it waits. */
  readonly ready: Float64Array;
  readonly begin: Float64Array;
  readonly end: Float64Array;
  /** Whether the log says when work began; else it is estimated. */
  readonly hasStarts: boolean;
};

/**
 * Of a log of steps, in order of time within its cases. Where it does not say when work on a step began, that is taken
 * to be when both the case was ready and its resource had finished what came before, elsewhere too (Wombacher & Iacob,
 * Start Time and Duration Distribution Estimation in Semi-Structured Processes, SAC 2013). Without a resource nothing
 * tells work from waiting: all time since the step before counts as waiting for it.
 */
export function findStepVisits(log: EventLog): Visits {
  const count = log.activity.length;
  const visits = makeVisits(count, log.start !== null);
  const freeSince = log.resource === null ? null : freeTimes(log, log.resource);
  for (let at = 0; at < log.caseIds.length; at++) {
    const first = log.firstEvent[at] as number;
    for (let event = first; event < (log.firstEvent[at + 1] as number); event++) {
      const end = log.time[event] as number;
      const start = log.start?.[event] ?? Number.NaN;
      const before = event === first ? firstReady(start, end) : Math.min(end, log.time[event - 1] as number);
      const free = freeSince === null ? end : (freeSince[event] as number);
      visits.caseOf[event] = at;
      visits.activity[event] = log.activity[event] as number;
      visits.previous[event] = event === first ? NONE : (log.activity[event - 1] as number);
      visits.resource[event] = log.resource?.[event] ?? NONE;
      visits.ready[event] = Math.min(before, Number.isNaN(start) ? before : Math.max(start, before));
      visits.begin[event] = Number.isNaN(start)
        ? Math.min(end, Math.max(before, free))
        : Math.max(before, Math.min(start, end));
      visits.end[event] = end;
    }
  }
  return visits;
}

/** Nothing says how long a case waited for its first step. */
function firstReady(start: number, end: number): number {
  return Number.isNaN(start) ? end : Math.min(start, end);
}

/** Of each event, when its resource last finished something before it; its own time where nobody is named. */
function freeTimes(log: EventLog, resource: Int32Array): Float64Array {
  const order = Uint32Array.from(log.time, (_, event) => event).sort(
    (a, b) => (log.time[a] as number) - (log.time[b] as number),
  );
  const lastEnd = new Float64Array(log.resources.length).fill(Number.NEGATIVE_INFINITY);
  const free = log.time.slice();
  for (const event of order) {
    const who = resource[event] as number;
    if (who === NONE) continue;
    free[event] = lastEnd[who] as number;
    lastEnd[who] = log.time[event] as number;
  }
  return free;
}

/**
 * Of a log of stages: a visit is the time in an active stage; what passed since the active stage before, in waiting,
 * blocked and `todo` stages, is its wait.
 */
export function findStageVisits(log: EventLog, roles: StageRoles): Visits {
  const events: number[] = [];
  const ends: number[] = [];
  const ready: number[] = [];
  const cases: number[] = [];
  for (let at = 0; at < log.caseIds.length; at++) {
    const last = (log.firstEvent[at + 1] as number) - 1;
    let free = log.time[log.firstEvent[at] as number] as number;
    // The last stage has not been left.
    for (let event = log.firstEvent[at] as number; event < last; event++) {
      if (roles[log.activity[event] as number] !== 'active') continue;
      const end = log.time[event + 1] as number;
      events.push(event);
      cases.push(at);
      ready.push(Math.min(free, log.time[event] as number));
      ends.push(end);
      free = end;
    }
  }
  const at = (column: Int32Array | null, event: number): number => column?.[event] ?? NONE;
  const activity = Int32Array.from(events, (event) => log.activity[event] as number);
  return {
    caseOf: Uint32Array.from(cases),
    activity,
    previous: activity.map((_, visit) =>
      visit > 0 && cases[visit] === cases[visit - 1] ? (activity[visit - 1] as number) : NONE,
    ),
    resource: Int32Array.from(events, (event) => at(log.resource, event)),
    ready: Float64Array.from(ready),
    begin: Float64Array.from(events, (event) => log.time[event] as number),
    end: Float64Array.from(ends),
    hasStarts: true,
  };
}

function makeVisits(count: number, hasStarts: boolean): Visits {
  return {
    caseOf: new Uint32Array(count),
    activity: new Int32Array(count),
    previous: new Int32Array(count),
    resource: new Int32Array(count),
    ready: new Float64Array(count),
    begin: new Float64Array(count),
    end: new Float64Array(count),
    hasStarts,
  };
}
