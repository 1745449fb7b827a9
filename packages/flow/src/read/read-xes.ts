/** Event logs in XES (IEEE 1849), as a stream. */
import { withoutByteOrder } from './byte-order.ts';
import { refuseEmpty } from './flow-refusal.ts';
import type { Chunks, ReadOptions, ReadResult } from './read-options.ts';
import { XesLogBuilder, type XesKeys } from './xes-log-builder.ts';
import { XmlScanner, type XmlTag } from './xml-scanner.ts';
import { makeZoneOffset } from './zone-offset.ts';

/** The keys of the standard extensions; `start_timestamp` is what pm4py writes. */
const KEYS: XesKeys = {
  case: 'concept:name',
  activity: 'concept:name',
  time: 'time:timestamp',
  start: 'start_timestamp',
  lifecycle: 'lifecycle:transition',
  resource: 'org:resource',
};

export async function readXesLog(chunks: Chunks, options: ReadOptions = {}): Promise<ReadResult> {
  const keys = { ...KEYS, ...options.columns };
  const builder = new XesLogBuilder(keys, makeZoneOffset(options.zone ?? 'UTC'));
  const reader = new XesReader(builder);
  const scanner = new XmlScanner(reader);
  for await (const chunk of withoutByteOrder(chunks)) scanner.push(chunk);
  scanner.end();
  const leftOut = builder.leftOut.list();
  if (builder.events === 0) throw refuseEmpty(leftOut);
  const log = builder.finish(scanner.encoding);
  const { start, transition, resource } = log;
  const columns = {
    case: keys.case,
    activity: keys.activity,
    time: keys.time,
    ...(start === null ? {} : { start: keys.start }),
    ...(transition === null ? {} : { lifecycle: keys.lifecycle }),
    ...(resource === null ? {} : { resource: keys.resource }),
  };
  const { timesWithoutZone } = builder;
  const notes =
    timesWithoutZone > 0 && options.zone === undefined
      ? [`${timesWithoutZone} times say no time zone; they are taken as UTC. Name another with --zone.`]
      : [];
  return { log, report: { format: 'xes', columns, leftOut, notes } };
}

const LETTER = { e: 0x65, t: 0x74, k: 0x6b, v: 0x76, g: 0x67, x: 0x78, c: 0x63 } as const;

/** Knows where in the document a tag stands, and hands traces, events and attributes on. */
class XesReader {
  readonly #builder: XesLogBuilder;
  #depth = 0;
  #traceDepth = 0;
  #eventDepth = 0;
  /** Within `global`, `extension` and `classifier` nothing is an attribute of an event. */
  #skipDepth = 0;
  /** Attributes that are open, outermost first: their depths, and the codes of their keys. */
  readonly #depths: number[] = [];
  readonly #path: number[] = [];

  constructor(builder: XesLogBuilder) {
    this.#builder = builder;
  }

  readonly open = (tag: XmlTag): void => {
    this.#depth += 1;
    if (this.#skipDepth > 0) return;
    if (this.#eventDepth > 0 || !this.#opensPart(tag)) this.#attribute(tag);
  };

  readonly close = (): void => {
    if (this.#depth === this.#eventDepth) {
      this.#builder.endEvent();
      this.#eventDepth = 0;
    } else if (this.#depth === this.#traceDepth) {
      this.#builder.endTrace();
      this.#traceDepth = 0;
    } else if (this.#depth === this.#skipDepth) this.#skipDepth = 0;
    else if (this.#depths[this.#depths.length - 1] === this.#depth) {
      this.#depths.pop();
      this.#path.pop();
    }
    this.#depth -= 1;
  };

  /** Whether the tag is an event, a trace, or something without attributes of either. */
  #opensPart({ bytes, nameStart, nameEnd }: XmlTag): boolean {
    if (nameEnd - nameStart < 5) return false;
    const first = bytes[nameStart];
    const second = bytes[nameStart + 1];
    if (nameEnd - nameStart === 5 && first === LETTER.e && second === LETTER.v) {
      this.#eventDepth = this.#depth;
      this.#builder.beginEvent(this.#traceDepth > 0);
      return true;
    }
    if (nameEnd - nameStart === 5 && first === LETTER.t) {
      this.#traceDepth = this.#depth;
      this.#builder.beginTrace();
      return true;
    }
    const isHead =
      first === LETTER.g ||
      (first === LETTER.e && second === LETTER.x) ||
      (first === LETTER.c && nameEnd - nameStart === 10);
    if (isHead) this.#skipDepth = this.#depth;
    return isHead;
  }

  #attribute(tag: XmlTag): void {
    if (this.#traceDepth === 0 && this.#eventDepth === 0) return;
    const key = find(tag, LETTER.k, 3);
    if (key < 0) return;
    const value = find(tag, LETTER.v, 5);
    const isEvent = this.#eventDepth > 0;
    this.#depths.push(this.#depth);
    this.#path.push(this.#builder.keyCode(tag, key));
    if (value >= 0) this.#builder.attribute(tag, { path: this.#path, value, isEvent });
  }
}

/** The attribute of a tag by its first letter and length. */
function find(tag: XmlTag, letter: number, length: number): number {
  for (let index = 0; index < tag.count; index++) {
    const start = tag.starts[index] as number;
    if (tag.bytes[start] === letter && (tag.ends[index] as number) - start === length) return index;
  }
  return -1;
}
