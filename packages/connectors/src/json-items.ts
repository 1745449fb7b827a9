/**
 * Cuts a stream of JSON into its records without holding the whole: one a line, a list, or a list inside a page
 * object (`{"total": …, "issues": […]}`), several such pages one after the other included.
 */
import { decodeText } from './decode-text.ts';

export type JsonItem = {
  readonly line: number;
  readonly text: string;
  /** `member`: a part of a page beside its list, by key. `fault`: what could not be cut. */
  readonly kind: 'item' | 'member' | 'fault';
  readonly key?: string;
};

/** Under which a page keeps its records. */
const LISTS: ReadonlySet<string> = new Set([
  'issues',
  'items',
  'nodes',
  'results',
  'records',
  'values',
  'data',
]);
const MOST_CHARACTERS = 64_000_000;

const QUOTE = 0x22;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

export async function* readJsonItems(content: AsyncIterable<Uint8Array>): AsyncGenerator<JsonItem> {
  const scanner = makeScanner();
  for await (const piece of decodeText(content)) yield* scanner.push(piece);
  yield* scanner.end();
}

/** Where in the nesting the scanner stands: outside, in a list, after the list of a page. */
type Place = 'outside' | 'list' | 'page';

function makeScanner() {
  let buffer = '';
  let at = 0;
  let line = 1;
  let enough = 0;
  let place: Place = 'outside';
  let isInPage = false;

  const consume = (end: number): string => {
    const text = buffer.slice(at, end);
    for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', next + 1)) line += 1;
    at = end;
    return text;
  };
  const take = (end: number, kind: JsonItem['kind'], key?: string): JsonItem => {
    const began = line;
    return { line: began, text: consume(end), kind, ...(key === undefined ? {} : { key }) };
  };
  /** Past something that is no JSON: on with the next line. */
  const skipLine = (): JsonItem => {
    const end = buffer.indexOf('\n', at);
    const item = take(end < 0 ? buffer.length : end, 'fault');
    if (place === 'page') place = 'outside';
    return { ...item, text: item.text.slice(0, 200) };
  };

  /** Null where more text is needed; undefined where nothing is to be told. */
  const step = (isEnd: boolean): JsonItem | null | undefined => {
    const unit = buffer.charCodeAt(at);
    if (place === 'page') {
      if (unit === CLOSE_OBJECT) return closePage();
      const member = scanMember(buffer, at);
      if (member === null) return isEnd ? skipLine() : null;
      if (member === undefined) return skipLine();
      return openMember(member, isEnd);
    }
    if (unit === CLOSE_LIST && place === 'list') {
      consume(at + 1);
      place = isInPage ? 'page' : 'outside';
      return undefined;
    }
    if (unit === OPEN_LIST && place === 'outside') {
      consume(at + 1);
      place = 'list';
      return undefined;
    }
    if (unit !== OPEN_OBJECT) return skipLine();
    if (place === 'outside' && isPage(buffer, at)) {
      consume(at + 1);
      place = 'page';
      isInPage = true;
      return undefined;
    }
    const end = scanValue(buffer, at);
    if (end !== null) return take(end, 'item');
    return isEnd || buffer.length - at > MOST_CHARACTERS ? skipLine() : null;
  };
  const closePage = (): undefined => {
    consume(at + 1);
    place = 'outside';
    isInPage = false;
    return undefined;
  };
  const openMember = ({ key, value }: Member, isEnd: boolean): JsonItem | null | undefined => {
    if (LISTS.has(key) && buffer.charCodeAt(value) === OPEN_LIST) {
      consume(value + 1);
      place = 'list';
      return undefined;
    }
    const end = scanValue(buffer, value);
    if (end === null) return isEnd ? skipLine() : null;
    consume(value);
    return take(end, 'member', key);
  };

  function* scan(isEnd: boolean): Generator<JsonItem> {
    for (;;) {
      consume(afterGap(buffer, at));
      if (at >= buffer.length) break;
      const item = step(isEnd);
      if (item === null) break;
      if (item !== undefined) yield item;
    }
    buffer = buffer.slice(at);
    at = 0;
    enough = buffer.length * 2;
  }
  return {
    *push(text: string): Generator<JsonItem> {
      buffer += text;
      if (buffer.length >= enough) yield* scan(false);
    },
    *end(): Generator<JsonItem> {
      yield* scan(true);
    },
  };
}

/** White space, the commas between values, a byte order mark. */
function afterGap(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit > 0x20 && unit !== 0x2c && unit !== 0xfeff) break;
    at += 1;
  }
  return at;
}

/** True when one of the object's own keys, as far as there is text, holds a list of records. */
function isPage(text: string, start: number): boolean {
  let at = start + 1;
  for (;;) {
    at = afterGap(text, at);
    const member = scanMember(text, at);
    if (member === null || member === undefined) return false;
    if (LISTS.has(member.key) && text.charCodeAt(member.value) === OPEN_LIST) return true;
    const end = scanValue(text, member.value);
    if (end === null) return false;
    at = end;
  }
}

type Member = { readonly key: string; readonly value: number };

/** The key at an offset and where its value begins; null where text is missing, undefined where it is none. */
function scanMember(text: string, start: number): Member | null | undefined {
  if (text.charCodeAt(start) !== QUOTE) return undefined;
  const end = scanString(text, start);
  if (end === null) return null;
  let at = end;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  if (at >= text.length) return null;
  if (text[at] !== ':') return undefined;
  at += 1;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at >= text.length ? null : { key: text.slice(start + 1, end - 1), value: at };
}

/** The offset after a value; null where its end is missing. */
function scanValue(text: string, start: number): number | null {
  const first = text.charCodeAt(start);
  if (first === QUOTE) return scanString(text, start);
  if (first !== OPEN_OBJECT && first !== OPEN_LIST) return scanWord(text, start);
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      const end = scanString(text, at);
      if (end === null) return null;
      at = end - 1;
    } else if (unit === OPEN_OBJECT || unit === OPEN_LIST) depth += 1;
    else if (unit === CLOSE_OBJECT || unit === CLOSE_LIST) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

function scanString(text: string, start: number): number | null {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return null;
}

function scanWord(text: string, start: number): number | null {
  let at = start;
  while (at < text.length && /[-+.\w]/.test(text[at] as string)) at += 1;
  return at >= text.length ? null : Math.max(at, start + 1);
}
