/** What readers of JSON share: times, counts of what is left out, the log at the end. */
import { inTimeOrder } from '../log/time-order.ts';
import { makeLog, type AttributeValue, type EventRecord } from '../log/make-log.ts';
import { encodeText } from './decode-text.ts';
import { refuseEmpty } from './flow-refusal.ts';
import { LeftOutCounter } from './left-out.ts';
import type { LogFormat, ReadOptions, ReadResult } from './read-options.ts';
import { TimeReader } from './time-reader.ts';
import { makeZoneOffset } from './zone-offset.ts';

export class JsonLogBuilder {
  readonly leftOut = new LeftOutCounter();
  readonly #events: EventRecord[] = [];
  readonly #cases = new Map<string, Readonly<Record<string, AttributeValue>>>();
  readonly #reader: TimeReader;

  constructor({ zone = 'UTC' }: ReadOptions) {
    this.#reader = new TimeReader(makeZoneOffset(zone));
  }

  addCase(id: string, attributes: Readonly<Record<string, AttributeValue | undefined>>): void {
    const known = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== '');
    this.#cases.set(id, Object.fromEntries(known) as Record<string, AttributeValue>);
  }

  /** An event whose time is still text; left out and counted where it has none. */
  add(
    event: Omit<EventRecord, 'time' | 'resource'> & { resource: string | undefined },
    time: string | undefined,
  ): void {
    const { resource, ...known } = event;
    const place = (): string => `case ${event.case}, “${event.activity}”`;
    if (time === undefined) {
      this.leftOut.add('no_time', place);
      return;
    }
    const bytes = encodeText(time);
    const ms = this.#reader.read(bytes, 0, bytes.length);
    if (Number.isNaN(ms)) this.leftOut.add('bad_time', place);
    else this.#events.push({ ...known, time: ms, ...(resource === undefined ? {} : { resource }) });
  }

  finish(format: LogFormat, columns: ReadResult['report']['columns']): ReadResult {
    const leftOut = this.leftOut.list();
    if (this.#events.length === 0) throw refuseEmpty(leftOut);
    return {
      log: inTimeOrder(makeLog(this.#events, this.#cases)),
      report: { format, columns, leftOut, notes: [] },
    };
  }
}
