/** Where items spend their time: in each stage, at work against waiting, and blocked. */
import { elapsedByClock, type Elapsed } from '../calendar/elapsed.ts';
import type { EventLog } from '../log/event-log.ts';
import { summarize, type Summary } from '../statistics/summary.ts';
import type { StageRole, StageRoles } from './stage-role.ts';

export type StageTime = {
  readonly stage: string;
  readonly role: StageRole;
  /** Times it was entered, and items that did. */
  readonly visits: number;
  readonly items: number;
  /** All time spent in it, in ms; open visits count until `until`. */
  readonly total: number;
  /** Of each item's whole time in it, in ms. */
  readonly perItem: Summary;
};

export type StageTimes = {
  readonly stages: readonly StageTime[];
  /** Time at work over all time since work began; `NaN` where none began. */
  readonly flowEfficiency: number;
  /** In ms, of all items. */
  readonly blockedTime: number;
};

export type StageTimesOptions = {
  /** The moment the log was taken: visits without an end last until then. */
  readonly until: number;
  readonly elapsed?: Elapsed;
};

/** Time in a `done` stage is not counted; the log's events must be in order of time within their case. */
export function stageTimes(
  log: EventLog,
  roles: StageRoles,
  { until, elapsed = elapsedByClock }: StageTimesOptions,
): StageTimes {
  const visits = new Uint32Array(roles.length);
  const perItem: Map<number, number>[] = roles.map(() => new Map());
  for (let at = 0; at < log.caseIds.length; at++) {
    const end = log.firstEvent[at + 1] as number;
    for (let event = log.firstEvent[at] as number; event < end; event++) {
      const stage = log.activity[event] as number;
      if (stage < 0 || roles[stage] === 'done' || roles[stage] === null) continue;
      const next = nextMove(log, roles, { after: event, end });
      const left = next < end ? (log.time[next] as number) : Math.max(until, log.time[event] as number);
      const time = elapsed(log.time[event] as number, left);
      const times = perItem[stage] as Map<number, number>;
      times.set(at, (times.get(at) ?? 0) + time);
      visits[stage] = (visits[stage] as number) + 1;
    }
  }
  const stages = perItem.flatMap((times, stage) =>
    times.size === 0
      ? []
      : [
          describe(log.activities[stage] as string, roles[stage] as StageRole, {
            times,
            visits: visits[stage] as number,
          }),
        ],
  );
  return { stages, ...efficiency(stages) };
}

/** The next event of the case that moves the item; `end` where there is none. */
function nextMove(
  log: EventLog,
  roles: StageRoles,
  { after, end }: { readonly after: number; readonly end: number },
): number {
  let event = after + 1;
  while (event < end && roles[log.activity[event] as number] === null) event++;
  return event;
}

function describe(
  stage: string,
  role: StageRole,
  { times, visits }: { readonly times: ReadonlyMap<number, number>; readonly visits: number },
): StageTime {
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return { stage, role, visits, items: times.size, total, perItem: summarize(times.values()) };
}

/** Flow efficiency: Modig & Åhlström, This is Lean (2012). */
function efficiency(stages: readonly StageTime[]): {
  readonly flowEfficiency: number;
  readonly blockedTime: number;
} {
  const timeIn = (wanted: StageRole): number =>
    stages.reduce((sum, { role, total }) => sum + (role === wanted ? total : 0), 0);
  const [active, waiting, blockedTime] = [timeIn('active'), timeIn('waiting'), timeIn('blocked')];
  const begun = active + waiting + blockedTime;
  return { flowEfficiency: begun === 0 ? Number.NaN : active / begun, blockedTime };
}
