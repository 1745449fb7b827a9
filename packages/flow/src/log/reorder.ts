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

/** What is worked out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: make() }).value;
}

/**
 * `order` lists the events that are kept; the cases' bounds are given where they change. Columns are picked when they are
 * first read: most work on a part of a log needs few of them.
 */
export function reorderEvents(
  log: EventLog,
  order: Uint32Array,
  firstEvent: Uint32Array = log.firstEvent,
): EventLog {
  const activity = once(() => pick(log.activity, order));
  const time = once(() => pick(log.time, order));
  const start = once(() => log.start && pick(log.start, order));
  const transition = once(() => log.transition && pick(log.transition, order));
  const resource = once(() => log.resource && pick(log.resource, order));
  const eventAttributes = once(() => pickAttributes(log.eventAttributes, order));
  return {
    caseIds: log.caseIds,
    firstEvent,
    activities: log.activities,
    get activity() {
      return activity();
    },
    get time() {
      return time();
    },
    get start() {
      return start();
    },
    transitions: log.transitions,
    get transition() {
      return transition();
    },
    resources: log.resources,
    get resource() {
      return resource();
    },
    get eventAttributes() {
      return eventAttributes();
    },
    caseAttributes: log.caseAttributes,
  };
}

/** The log with other cases: their names and attributes, in the order given. */
export function withCases(log: EventLog, cases: Uint32Array, all: EventLog): EventLog {
  const caseIds = once(() => Array.from(cases, (index) => all.caseIds[index] as string));
  const caseAttributes = once(() => pickAttributes(all.caseAttributes, cases));
  const described = Object.getOwnPropertyDescriptors(log);
  return Object.defineProperties({} as EventLog, {
    ...described,
    caseIds: { get: caseIds, enumerable: true },
    caseAttributes: { get: caseAttributes, enumerable: true },
  });
}
