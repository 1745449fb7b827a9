/** Traces and events on their way to a log: one growing column for each attribute. */
import { AttributeBuilder, type AttributeKind } from '../log/attribute-builder.ts';
import { type AttributeColumn, type Attributes, type EventLog } from '../log/event-log.ts';
import { makeGrowingCodes } from '../log/growing.ts';
import { hashBytes, NameTable } from '../log/name-table.ts';
import { decodeText, type Encoding } from './decode-text.ts';
import { LeftOutCounter } from './left-out.ts';
import type { Role } from './read-options.ts';
import { TimeColumn } from './time-column.ts';
import { TimeReader } from './time-reader.ts';
import type { XmlTag } from './xml-scanner.ts';
import type { ZoneOffset } from './zone-offset.ts';

export type XesKeys = Readonly<Record<Role, string>>;

/** What becomes of an attribute of one key. */
type Slot = { readonly role: Role | null; readonly builder: AttributeBuilder };

type Value = { readonly path: readonly number[]; readonly value: number; readonly isEvent: boolean };

const EVENT_ROLES = ['activity', 'time', 'start', 'lifecycle', 'resource'] as const;

/** Names an attribute within another: `outer/inner`. */
const NESTED = '/';

export class XesLogBuilder {
  readonly leftOut = new LeftOutCounter();
  events = 0;
  readonly #keys: XesKeys;
  readonly #keyTable = new NameTable();
  readonly #eventSlots: (Slot | undefined)[] = [];
  readonly #caseSlots: (Slot | undefined)[] = [];
  readonly #nested = {
    event: new Map<string, AttributeBuilder>(),
    case: new Map<string, AttributeBuilder>(),
  };
  readonly #caseIds: string[] = [];
  readonly #firstEvent = makeGrowingCodes();
  readonly #activities = new NameTable();
  readonly #transitions = new NameTable();
  readonly #resources = new NameTable();
  readonly #activity = makeGrowingCodes();
  readonly #transition = makeGrowingCodes();
  readonly #resource = makeGrowingCodes();
  readonly #time: TimeColumn;
  readonly #start: TimeColumn;
  readonly #touched = new Set<AttributeBuilder>();
  #isInTrace = false;
  #caseId: string | null = null;
  #eventInCase = 0;
  #hasActivity = false;
  #timeState: 'missing' | 'bad' | 'good' = 'missing';

  constructor(keys: XesKeys, offset: ZoneOffset) {
    this.#keys = keys;
    this.#time = new TimeColumn(new TimeReader(offset), true);
    this.#start = new TimeColumn(new TimeReader(offset), true);
  }

  get timesWithoutZone(): number {
    return this.#time.reader.withoutZone;
  }

  keyCode({ bytes, valueStarts, valueEnds }: XmlTag, key: number): number {
    return this.#keyTable.intern(bytes, valueStarts[key] as number, valueEnds[key] as number);
  }

  beginTrace(): void {
    this.#caseId = null;
    this.#eventInCase = 0;
    this.#firstEvent.push(this.events);
  }

  endTrace(): void {
    this.#caseIds.push(this.#caseId ?? `#${this.#caseIds.length + 1}`);
  }

  beginEvent(isInTrace: boolean): void {
    this.#isInTrace = isInTrace;
    this.#eventInCase += 1;
    this.#hasActivity = false;
    this.#timeState = 'missing';
    if (this.#touched.size > 0) this.#touched.clear();
  }

  endEvent(): void {
    const place = (): string =>
      `case ${this.#caseId ?? `#${this.#caseIds.length + 1}`}, event ${this.#eventInCase}`;
    if (!this.#isInTrace) this.leftOut.add('no_case', () => `event ${this.#eventInCase} outside of traces`);
    else if (!this.#hasActivity) this.leftOut.add('no_activity', place);
    else if (this.#timeState === 'missing') this.leftOut.add('no_time', place);
    else if (this.#timeState === 'bad') this.leftOut.add('bad_time', place);
    else {
      this.events += 1;
      return;
    }
    const columns = [this.#activity, this.#transition, this.#resource, this.#time, this.#start];
    for (const column of [...columns, ...this.#touched]) column.cut(this.events);
  }

  /** The value of the innermost attribute of a path. */
  attribute(tag: XmlTag, given: Value): void {
    const { path, value, isEvent } = given;
    if (path.length > 1) {
      this.#setAttribute(this.#nestedBuilder(tag, given), tag, given);
      return;
    }
    const slot = this.#slot(path[0] as number, tag, isEvent);
    if (slot.role === null) this.#setAttribute(slot.builder, tag, given);
    else
      this.#setRole(slot.role, tag.bytes, tag.valueStarts[value] as number, tag.valueEnds[value] as number);
  }

  finish(encoding: Encoding): EventLog {
    const { events } = this;
    const cases = this.#caseIds.length;
    const firstEvent = Uint32Array.from({ length: cases + 1 }, (_, index) =>
      index === cases ? events : this.#firstEvent.get(index),
    );
    return {
      caseIds: this.#caseIds,
      firstEvent,
      activities: this.#activities.names(encoding),
      activity: this.#activity.take(events),
      time: this.#time.take(events),
      start: this.#start.length === 0 ? null : this.#start.take(events),
      transitions: this.#transitions.names(encoding),
      transition: this.#transition.length === 0 ? null : this.#transition.take(events),
      resources: this.#resources.names(encoding),
      resource: this.#resource.length === 0 ? null : this.#resource.take(events),
      eventAttributes: this.#take(this.#eventSlots, this.#nested.event, { length: events, encoding }),
      caseAttributes: this.#take(this.#caseSlots, this.#nested.case, { length: cases, encoding }),
    };
  }

  #take(
    slots: readonly (Slot | undefined)[],
    nested: ReadonlyMap<string, AttributeBuilder>,
    { length, encoding }: { length: number; encoding: Encoding },
  ): Attributes {
    const named = slots.flatMap((slot, key): [string, AttributeBuilder][] =>
      slot === undefined || slot.role !== null ? [] : [[this.#keyTable.name(key, encoding), slot.builder]],
    );
    return new Map<string, AttributeColumn>(
      [...named, ...nested]
        .filter(([, builder]) => !builder.isEmpty)
        .map(([name, builder]) => [name, builder.columnOf(builder.takeCodes(length), encoding)]),
    );
  }

  #slot(key: number, tag: XmlTag, isEvent: boolean): Slot {
    const slots = isEvent ? this.#eventSlots : this.#caseSlots;
    const known = slots[key];
    if (known !== undefined) {
      if (known.role === null && known.builder.kind !== kindOf(tag)) known.builder.kind = 'text';
      return known;
    }
    const name = this.#keyTable.name(key);
    const role = isEvent
      ? (EVENT_ROLES.find((each) => this.#keys[each] === name) ?? null)
      : name === this.#keys.case
        ? 'case'
        : null;
    const slot: Slot = { role, builder: new AttributeBuilder(kindOf(tag)) };
    slots[key] = slot;
    return slot;
  }

  #setRole(role: Role, bytes: Uint8Array, start: number, end: number): void {
    const event = this.events;
    switch (role) {
      case 'case':
        this.#caseId = decodeText(bytes, { start, end });
        return;
      case 'activity':
        this.#hasActivity = true;
        this.#activity.set(event, this.#activities.intern(bytes, start, end));
        return;
      case 'time':
        this.#timeState = this.#time.set(event, bytes, start, end) ? 'good' : 'bad';
        return;
      case 'start':
        this.#start.set(event, bytes, start, end);
        return;
      case 'lifecycle':
        this.#transition.set(event, this.#transitions.intern(bytes, start, end));
        return;
      case 'resource':
        // An empty name is nobody.
        if (end > start) this.#resource.set(event, this.#resources.intern(bytes, start, end));
    }
  }

  #setAttribute(
    builder: AttributeBuilder,
    { bytes, valueStarts, valueEnds }: XmlTag,
    { value, isEvent }: Value,
  ): void {
    const index = isEvent ? this.events : this.#caseIds.length;
    const start = valueStarts[value] as number;
    const end = valueEnds[value] as number;
    if (isEvent) this.#touched.add(builder);
    builder.set(index, bytes, start, end, hashBytes(bytes, start, end));
  }

  #nestedBuilder(tag: XmlTag, { path, isEvent }: Value): AttributeBuilder {
    const name = path.map((key) => this.#keyTable.name(key)).join(NESTED);
    const known = isEvent ? this.#nested.event : this.#nested.case;
    const builder = known.get(name) ?? new AttributeBuilder(kindOf(tag));
    known.set(name, builder);
    if (builder.kind !== kindOf(tag)) builder.kind = 'text';
    return builder;
  }
}

/** The kind of an attribute by the first letter of its tag: string, date, int, float, boolean, id. */
function kindOf({ bytes, nameStart, nameEnd }: XmlTag): AttributeKind {
  switch (bytes[nameStart]) {
    case 0x64:
      return 'date';
    case 0x66:
      return 'number';
    case 0x69:
      return nameEnd - nameStart === 3 ? 'number' : 'text';
    case 0x62:
      return 'boolean';
    default:
      return 'text';
  }
}
