/** Small logs for tests: of each case, what happened and when. */
import type { EventLog } from '../log/event-log.ts';

export type BuiltEvent = {
  readonly case: string;
  readonly activity: string;
  readonly time: number;
  readonly start?: number;
  readonly resource?: string;
  readonly category?: string;
};

/** Cases in the order they are first met, events of a case in order of time. */
export function buildStageLog(
  events: readonly BuiltEvent[],
  created: Readonly<Record<string, number>> = {},
): EventLog {
  const caseIds = [...new Set(events.map((event) => event.case))];
  const ordered = caseIds.flatMap((id) =>
    events.filter((event) => event.case === id).toSorted((a, b) => a.time - b.time),
  );
  const firstEvent = Uint32Array.from([
    ...caseIds.map((id) => ordered.findIndex((event) => event.case === id)),
    ordered.length,
  ]);
  const activities = namesOf(ordered.map(({ activity }) => activity));
  const resources = namesOf(ordered.map(({ resource }) => resource));
  const categories = namesOf(ordered.map(({ category }) => category));
  const code = (names: readonly string[], name = ''): number => names.indexOf(name);
  return {
    caseIds,
    firstEvent,
    activities,
    activity: Int32Array.from(ordered, ({ activity }) => code(activities, activity)),
    time: Float64Array.from(ordered, ({ time }) => time),
    start: ordered.some(({ start }) => start !== undefined)
      ? Float64Array.from(ordered, ({ start }) => start ?? Number.NaN)
      : null,
    transitions: [],
    transition: null,
    resources,
    resource:
      resources.length === 0 ? null : Int32Array.from(ordered, ({ resource }) => code(resources, resource)),
    eventAttributes:
      categories.length === 0
        ? new Map()
        : new Map([
            [
              'category',
              {
                kind: 'text',
                names: categories,
                codes: Int32Array.from(ordered, ({ category }) => code(categories, category)),
              },
            ],
          ]),
    caseAttributes:
      Object.keys(created).length === 0
        ? new Map()
        : new Map([
            [
              'created',
              { kind: 'date', values: Float64Array.from(caseIds, (id) => created[id] ?? Number.NaN) },
            ],
          ]),
  };
}

function namesOf(names: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(names.filter((name) => name !== undefined))];
}
