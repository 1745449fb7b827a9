/** Items and the three moments that flow metrics are made of. */
import type { EventLog } from '../log/event-log.ts';
import type { StageRoles } from './stage-role.ts';

/** Columns of equal length; times in ms since 1970 UTC, `NaN` where that has not happened or is not known. */
export type WorkItems = {
  readonly ids: readonly string[];
  /** Asked for. */
  readonly created: Float64Array;
  /** Work on it began. */
  readonly started: Float64Array;
  /** Finished, and not opened again. */
  readonly done: Float64Array;
};

export type StageItemsOptions = {
  /** Whether an item that was opened again stays done, as of the last time it was; else it is open. */
  readonly keepsReopened?: boolean;
};

/**
 * From a log whose activities are the stages that items move into. Work starts when an item first enters a stage that
 * is neither `todo` nor `done`; it is done when it enters a `done` stage for the last time, if it stays.
 */
export function makeItemsFromStages(
  log: EventLog,
  roles: StageRoles,
  { keepsReopened = false }: StageItemsOptions = {},
): WorkItems {
  const items = makeEmptyItems(log.caseIds);
  const createdAttribute = findCreated(log);
  for (let at = 0; at < log.caseIds.length; at++) {
    const first = log.firstEvent[at] as number;
    const end = log.firstEvent[at + 1] as number;
    items.created[at] = createdAttribute?.[at] ?? Number.NaN;
    if (first < end && Number.isNaN(items.created[at])) items.created[at] = log.time[first] as number;
    for (let event = first; event < end; event++) {
      const role = roles[log.activity[event] as number] ?? null;
      if (role === null) continue;
      const time = log.time[event] as number;
      if (role !== 'todo' && role !== 'done' && !((items.started[at] as number) <= time))
        items.started[at] = time;
      if (role === 'done') items.done[at] = time;
      else if (!keepsReopened) items.done[at] = Number.NaN;
    }
  }
  return items;
}

export type StepItemsOptions = {
  /** Activities that finish a case; every case is finished by its last event unless given. */
  readonly done?: readonly string[];
};

/** From a log whose activities are steps: a case begins with its first and is finished by its last. */
export function makeItemsFromSteps(log: EventLog, { done }: StepItemsOptions = {}): WorkItems {
  const items = makeEmptyItems(log.caseIds);
  const finishing = done === undefined ? null : new Set(done.map((name) => log.activities.indexOf(name)));
  for (let at = 0; at < log.caseIds.length; at++) {
    const first = log.firstEvent[at] as number;
    const end = log.firstEvent[at + 1] as number;
    if (first === end) continue;
    const begun = log.start?.[first] ?? Number.NaN;
    items.created[at] = Number.isNaN(begun) ? (log.time[first] as number) : begun;
    items.started[at] = items.created[at] as number;
    for (let event = end - 1; event >= first && Number.isNaN(items.done[at]); event--)
      if (finishing === null || finishing.has(log.activity[event] as number))
        items.done[at] = log.time[event] as number;
  }
  return items;
}

/** Those for which `isKept` says so, by index. */
export function keepItems(items: WorkItems, isKept: (at: number) => boolean): WorkItems {
  const kept = items.ids.map((_, at) => at).filter(isKept);
  const pick = (column: Float64Array): Float64Array => Float64Array.from(kept, (at) => column[at] as number);
  return {
    ids: kept.map((at) => items.ids[at] as string),
    created: pick(items.created),
    started: pick(items.started),
    done: pick(items.done),
  };
}

function makeEmptyItems(ids: readonly string[]): WorkItems {
  const make = (): Float64Array => new Float64Array(ids.length).fill(Number.NaN);
  return { ids, created: make(), started: make(), done: make() };
}

function findCreated(log: EventLog): Float64Array | undefined {
  for (const [name, column] of log.caseAttributes)
    if (column.kind === 'date' && /creat|opened|reported/i.test(name)) return column.values;
  return undefined;
}
