import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventLog } from '../log/event-log.ts';
import { makeLog, type EventRecord } from '../log/make-log.ts';
import { readLog } from '../read/read-log.ts';
import { writeCsv } from './write-csv.ts';
import { writeXes } from './write-xes.ts';

const name = fc.string({
  unit: fc.constantFrom('a', 'B', 'é', '<', '&', '"', "'", ',', ' x', '\n', '7'),
  minLength: 1,
});
const event = fc.record({
  case: fc.constantFrom('c1', 'c 2', 'c"3', 'c,4'),
  activity: name,
  time: fc.integer({ min: 0, max: 4e12 }),
  resource: fc.constantFrom('Ann', 'Bob & Co'),
  transition: fc.constantFrom('start', 'complete'),
  attributes: fc.record({
    note: name.map((text) => `n${text}`),
    cost: fc.double({ noNaN: true, noDefaultInfinity: true }),
  }),
});
const log = fc
  .array(event, { minLength: 2, maxLength: 12 })
  .map((events) => makeLog(events as EventRecord[]));

/** What a person would call the same, whatever numbers names have. */
function spell(each: EventLog): unknown {
  const { caseIds, firstEvent, activities, activity, time, transitions, transition, resources, resource } =
    each;
  return caseIds.map((id, index) => ({
    id,
    events: Array.from(
      { length: (firstEvent[index + 1] as number) - (firstEvent[index] as number) },
      (_, at) => {
        const event_ = (firstEvent[index] as number) + at;
        return [
          activities[activity[event_] as number],
          time[event_],
          transitions[transition?.[event_] as number],
          resources[resource?.[event_] as number],
          ...[...each.eventAttributes, ...each.caseAttributes].map(([key, column]) => {
            const from = each.eventAttributes.has(key) ? event_ : index;
            return [
              key,
              column.kind === 'text' ? column.names[column.codes[from] as number] : column.values[from],
            ];
          }),
        ];
      },
    ),
  }));
}

async function* stream(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

describe('writing a log and reading it', () => {
  it('gives the same log in XES', async () => {
    await fc.assert(
      fc.asyncProperty(log, async (each) => {
        expect(spell((await readLog(stream(writeXes(each)))).log)).toEqual(spell(each));
      }),
    );
  });

  it('gives the same log in CSV', async () => {
    const columns = { case: 'case:concept:name', activity: 'concept:name', time: 'time:timestamp' };
    await fc.assert(
      fc.asyncProperty(log, async (each) => {
        const { log: read } = await readLog(stream(writeCsv(each)), { columns, format: 'csv' });
        const sorted = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => part);
        expect(
          JSON.parse(sorted(spell({ ...read, eventAttributes: new Map(), caseAttributes: new Map() }))),
        ).toEqual(JSON.parse(sorted(spell({ ...each, eventAttributes: new Map() }))));
      }),
    );
  });
});
