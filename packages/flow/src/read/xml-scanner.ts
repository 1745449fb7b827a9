/**
 * Finds the tags in a stream of XML bytes, as far as data formats use XML: elements and attributes. Text between
 * tags is passed over. A document type is refused, and with it every entity but the five that need none: nothing is
 * ever expanded, opened or fetched.
 */
import { decodeText, encodeText, type Encoding } from './decode-text.ts';
import { FlowRefusal } from './flow-refusal.ts';
import { joinBytes } from './join-bytes.ts';

export type XmlHandler = {
  readonly open: (tag: XmlTag) => void;
  readonly close: () => void;
};

/** A tag's name without its prefix, and its attributes, as places in `bytes`; used again for the next tag. */
export type XmlTag = {
  readonly bytes: Uint8Array;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly valueStarts: Int32Array;
  readonly valueEnds: Int32Array;
};

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const COLON = 0x3a;
const ATTRIBUTES = 256;
/** 1 for bytes within a value that mean more than themselves: quotes, references, tags, line breaks. */
const SPECIAL = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 || byte === AMPERSAND || byte === LT || byte === 0x22 || byte === 0x27 ? 1 : 0,
);
const LONGEST_TAG = 16_000_000;
const DEEPEST = 1000;

export class XmlScanner implements XmlTag {
  bytes: Uint8Array = new Uint8Array();
  nameStart = 0;
  nameEnd = 0;
  count = 0;
  encoding: Encoding = 'utf-8';
  readonly starts = new Int32Array(ATTRIBUTES);
  readonly ends = new Int32Array(ATTRIBUTES);
  readonly valueStarts = new Int32Array(ATTRIBUTES);
  readonly valueEnds = new Int32Array(ATTRIBUTES);
  readonly #hasEntities = new Uint8Array(ATTRIBUTES);
  readonly #handler: XmlHandler;
  #depth = 0;
  #elements = 0;
  /** Bytes that earlier chunks had. */
  #before = 0;
  #enough = 0;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** Calls the handler for each tag that is complete. Takes the bytes over: it may change them. */
  push(chunk: Uint8Array): void {
    this.bytes = this.bytes.length === 0 ? chunk : joinBytes(this.bytes, chunk);
    if (this.bytes.length < this.#enough) return;
    const rest = this.#scan();
    if (this.bytes.length - rest > LONGEST_TAG)
      throw this.#broken('A tag or comment is longer than 16 MB', rest);
    this.#before += rest;
    this.bytes = this.bytes.subarray(rest);
    this.#enough = Math.min(this.bytes.length * 2, LONGEST_TAG);
  }

  end(): void {
    const rest = this.#scan();
    const isInTag = this.bytes.indexOf(LT, rest) >= 0;
    if (isInTag || this.#depth > 0)
      throw this.#broken('The file ends in the middle of an element', this.bytes.length);
    if (this.#elements === 0) throw this.#broken('There is no element in it', 0);
  }

  /** How far it came. */
  #scan(): number {
    const { bytes } = this;
    let at = 0;
    for (;;) {
      const tag = bytes.indexOf(LT, at);
      if (tag < 0) return bytes.length;
      const next = this.#tag(tag);
      if (next < 0) return tag;
      at = next;
    }
  }

  #tag(tag: number): number {
    switch (this.bytes[tag + 1]) {
      case SLASH:
        return this.#close(tag);
      case QUESTION:
        return this.#instruction(tag);
      case BANG:
        return this.#declaration(tag);
      case undefined:
        return -1;
      default:
        return this.#open(tag);
    }
  }

  #close(tag: number): number {
    const end = this.bytes.indexOf(GT, tag);
    if (end < 0) return -1;
    if (this.#depth === 0) throw this.#broken('An element ends that never began', tag);
    this.#depth -= 1;
    this.#handler.close();
    return end + 1;
  }

  #instruction(tag: number): number {
    const end = this.#find('?>', tag);
    if (end < 0) return -1;
    const text = decodeText(this.bytes, { start: tag, end });
    const encoding = /^<\?xml\s[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1]?.toLowerCase();
    if (encoding !== undefined && /^(iso-8859-1|latin-?1|windows-1252|cp1252)$/.test(encoding))
      this.encoding = 'windows-1252';
    return end;
  }

  #declaration(tag: number): number {
    const { bytes } = this;
    if (tag + 9 > bytes.length) return -1;
    const head = decodeText(bytes, { start: tag, end: tag + 9 });
    if (head.startsWith('<!--')) return this.#find('-->', tag + 4);
    if (head === '<![CDATA[') return this.#find(']]>', tag);
    throw new FlowRefusal('unsafe_xml', {
      message: `The file declares a document type (byte ${this.#before + tag}).`,
      why: 'Document types can define entities that grow without bound or read other files; event logs need none.',
      fix: 'Export the log again without DOCTYPE, or take the declaration out if you trust it.',
    });
  }

  /** Behind the next occurrence; -1 where there is none yet. */
  #find(mark: string, from: number): number {
    const [first = 0, ...others] = encodeText(mark);
    for (let at = from; ; at += 1) {
      at = this.bytes.indexOf(first, at);
      if (at < 0 || at + others.length >= this.bytes.length) return -1;
      if (others.every((byte, index) => this.bytes[at + 1 + index] === byte)) return at + mark.length;
    }
  }

  #open(tag: number): number {
    const { bytes } = this;
    let at = this.#name(tag + 1);
    this.count = 0;
    for (;;) {
      while (isSpace(bytes[at])) at += 1;
      const byte = bytes[at];
      if (byte === undefined) return -1;
      if (byte === GT) return this.#opened(at + 1, false);
      if (byte === SLASH) {
        if (bytes[at + 1] === undefined) return -1;
        if (bytes[at + 1] !== GT) throw this.#broken('A tag has a stray “/”', at);
        return this.#opened(at + 2, true);
      }
      at = this.#attribute(at);
      if (at < 0) return -1;
    }
  }

  /** Behind the element's name, of which the part after the prefix is kept. */
  #name(from: number): number {
    const { bytes } = this;
    let at = from;
    this.nameStart = from;
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined || byte === GT || byte === SLASH || isSpace(byte)) break;
      if (byte === LT) throw this.#broken('A tag begins within a tag', at);
      at += 1;
      if (byte === COLON) this.nameStart = at;
    }
    this.nameEnd = at;
    return at;
  }

  #attribute(from: number): number {
    const { bytes } = this;
    let at = from;
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined) return -1;
      if (byte === EQUALS || isSpace(byte)) break;
      if (byte === LT || byte === GT) throw this.#broken('An attribute has no value', at);
      at += 1;
    }
    const nameEnd = at;
    while (isSpace(bytes[at])) at += 1;
    if (bytes[at] === undefined) return -1;
    if (bytes[at] !== EQUALS) throw this.#broken('An attribute has no value', at);
    at += 1;
    while (isSpace(bytes[at])) at += 1;
    const quote = bytes[at];
    if (quote === undefined) return -1;
    if (quote !== 0x22 && quote !== 0x27) throw this.#broken('The value of an attribute has no quotes', at);
    const valueStart = at + 1;
    const close = this.#valueEnd(valueStart, quote);
    if (close < 0) return -1;
    if (this.count === ATTRIBUTES) throw this.#broken(`A tag has more than ${ATTRIBUTES} attributes`, from);
    this.starts[this.count] = from;
    this.ends[this.count] = nameEnd;
    this.valueStarts[this.count] = valueStart;
    this.valueEnds[this.count] = close;
    this.count += 1;
    return close + 1;
  }

  #valueEnd(from: number, quote: number): number {
    const { bytes } = this;
    let hasEntities = 0;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (SPECIAL[byte] === 0) continue;
      if (byte === quote) {
        this.#hasEntities[this.count] = hasEntities;
        return at;
      }
      if (byte === AMPERSAND || byte < 0x20) hasEntities = 1;
      else if (byte === LT) throw this.#broken('A value contains “<”', at);
    }
    return -1;
  }

  #opened(next: number, isEmpty: boolean): number {
    for (let index = 0; index < this.count; index++)
      if (this.#hasEntities[index] === 1) this.valueEnds[index] = this.#resolve(index);
    this.#elements += 1;
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw this.#broken(`Elements are nested more than ${DEEPEST} deep`, next);
    this.#handler.open(this);
    if (isEmpty) {
      this.#depth -= 1;
      this.#handler.close();
    }
    return next;
  }

  /** Puts characters in the place of references, which are never shorter; the end of what comes out. */
  #resolve(index: number): number {
    const { bytes } = this;
    const end = this.valueEnds[index] as number;
    let into = this.valueStarts[index] as number;
    for (let at = into; at < end;) {
      const byte = bytes[at] as number;
      if (byte !== AMPERSAND) {
        // Line breaks and tabs within a value stand for spaces; CR LF for one.
        if (byte !== 0x0d || bytes[at + 1] !== 0x0a) bytes[into++] = byte < 0x20 ? 0x20 : byte;
        at += 1;
        continue;
      }
      const semicolon = bytes.indexOf(0x3b, at);
      const name =
        semicolon < 0 || semicolon > end ? '' : decodeText(bytes, { start: at + 1, end: semicolon });
      for (const part of this.#reference(name, at)) bytes[into++] = part;
      at = semicolon + 1;
    }
    return into;
  }

  #reference(name: string, at: number): Uint8Array {
    const known = REFERENCES[name];
    if (known !== undefined) return encodeText(known);
    const digits = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const point =
      digits === null
        ? Number.NaN
        : Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] === undefined ? 10 : 16);
    if (point > 0 && point <= 0x10_ffff)
      return this.encoding === 'windows-1252' && point < 0x100
        ? Uint8Array.of(point)
        : encodeText(String.fromCodePoint(point));
    throw new FlowRefusal('unsafe_xml', {
      message: `The file uses an entity that XML does not define: “&${name.slice(0, 40)};” (byte ${this.#before + at}).`,
      why: 'Entities are not expanded, for they can grow without bound or read other files.',
      fix: 'Export the log again with plain characters.',
    });
  }

  #broken(message: string, at: number): FlowRefusal {
    return new FlowRefusal('broken_file', {
      message: `${message} (byte ${this.#before + at}).`,
      why: 'This is not well-formed XML: the file may have been cut off or edited.',
      fix: 'Export or download it again.',
    });
  }
}

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
