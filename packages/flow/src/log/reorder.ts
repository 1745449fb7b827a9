/** A log with its events picked in another order: the one way in which columns are rearranged. */
import type { AttributeColumn, Attributes, EventLog } from './event-log.ts';

type Column = Float64Array | Int32Array | Uint8Array;

export function pick<T extends Column>(column: T, order: Uint32Array): T {
  const picked = new (column.constructor as new (length: number) => T)(order.length);
  for (let index = 0; index < order.length; index++) picked[index] = column[order[index] as number] as number;
  return picked;
}

export function pickAttributes(attributes: Attributes, order: Uint32Array): Attributes {
  return new Map([...attributes].map(([key, column]) => [key, pickAttribute(column, order)]));
}

function pickAttribute(column: AttributeColumn, order: Uint32Array): AttributeColumn {
  if (column.kind === 'text') return { ...column, codes: pick(column.codes, order) };
  if (column.kind === 'boolean') return { ...column, values: pick(column.values, order) };
  return { ...column, values: pick(column.values, order) };
}

/** `order` lists the events that are kept; the cases' bounds are given where they change. */
export function reorderEvents(
  log: EventLog,
  order: Uint32Array,
  firstEvent: Uint32Array = log.firstEvent,
): EventLog {
  return {
    ...log,
    firstEvent,
    activity: pick(log.activity, order),
    time: pick(log.time, order),
    start: log.start && pick(log.start, order),
    transition: log.transition && pick(log.transition, order),
    resource: log.resource && pick(log.resource, order),
    eventAttributes: pickAttributes(log.eventAttributes, order),
  };
}
