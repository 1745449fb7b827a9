/** A log from events as objects: for sources that are small, and for logs that are made up. */
import { NONE, type AttributeColumn, type Attributes, type EventLog } from './event-log.ts';

export type AttributeValue = string | number | boolean;

export type EventRecord = {
  readonly case: string;
  readonly activity: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly start?: number;
  readonly transition?: string;
  readonly resource?: string;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
};

export type CaseAttributes = ReadonlyMap<string, Readonly<Record<string, AttributeValue>>>;

/** Events of a case keep the order they are given in; cases stand in the order of their first event. */
export function makeLog(
  events: readonly EventRecord[],
  caseAttributes: CaseAttributes = new Map(),
): EventLog {
  const byCase = groupByCase(events);
  const ordered = [...byCase.values()].flat();
  const activities = codeNames(ordered.map(({ activity }) => activity));
  const transitions = codeNames(ordered.map(({ transition }) => transition));
  const resources = codeNames(ordered.map(({ resource }) => resource));
  const firstEvent = new Uint32Array(byCase.size + 1);
  let index = 0;
  for (const list of byCase.values()) {
    firstEvent[index + 1] = (firstEvent[index] as number) + list.length;
    index += 1;
  }
  const caseIds = [...byCase.keys()];
  return {
    caseIds,
    firstEvent,
    activities: activities.names,
    activity: activities.codes,
    time: Float64Array.from(ordered, ({ time }) => time),
    start: ordered.some(({ start }) => start !== undefined)
      ? Float64Array.from(ordered, ({ start }) => start ?? Number.NaN)
      : null,
    transitions: transitions.names,
    transition: transitions.names.length === 0 ? null : transitions.codes,
    resources: resources.names,
    resource: resources.names.length === 0 ? null : resources.codes,
    eventAttributes: makeAttributes(ordered.map(({ attributes }) => attributes ?? {})),
    caseAttributes: makeAttributes(caseIds.map((id) => caseAttributes.get(id) ?? {})),
  };
}

function groupByCase(events: readonly EventRecord[]): Map<string, EventRecord[]> {
  const byCase = new Map<string, EventRecord[]>();
  for (const event of events) {
    const list = byCase.get(event.case);
    if (list === undefined) byCase.set(event.case, [event]);
    else list.push(event);
  }
  return byCase;
}

function codeNames(values: readonly (string | undefined)[]): { names: readonly string[]; codes: Int32Array } {
  const known = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    if (value === undefined) return NONE;
    const code = known.get(value) ?? known.size;
    known.set(value, code);
    return code;
  });
  return { names: [...known.keys()], codes };
}

function makeAttributes(records: readonly Readonly<Record<string, AttributeValue>>[]): Attributes {
  const keys = new Set(records.flatMap((record) => Object.keys(record)));
  return new Map([...keys].map((key) => [key, makeColumn(records.map((record) => record[key]))]));
}

function makeColumn(values: readonly (AttributeValue | undefined)[]): AttributeColumn {
  const known = values.filter((value) => value !== undefined);
  if (known.every((value) => typeof value === 'number'))
    return {
      kind: 'number',
      values: Float64Array.from(values, (value) => (value as number | undefined) ?? Number.NaN),
    };
  if (known.every((value) => typeof value === 'boolean'))
    return {
      kind: 'boolean',
      values: Uint8Array.from(values, (value) => (value === undefined ? 2 : value ? 1 : 0)),
    };
  return {
    kind: 'text',
    ...codeNames(values.map((value) => (value === undefined ? undefined : String(value)))),
  };
}
