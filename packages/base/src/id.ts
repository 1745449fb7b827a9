/**
 * Ids are `<prefix>_<26 characters>`: a UUIDv7 (RFC 9562) in Crockford base32, so that ids sort by the
 * time they were made and say what they name. Time and randomness are arguments: this package has neither.
 */
import { assert } from './assert.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

export type IdSource = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Fills the bytes with randomness fit for identifiers. */
  readonly randomBytes: (length: number) => Uint8Array;
};

/** The 16 bytes of a UUIDv7: 48 bits of milliseconds, version and variant bits, 74 random bits. */
export function makeUuid7(milliseconds: number, random: Uint8Array): Uint8Array {
  assert(random.length >= 10, 'A UUIDv7 needs 10 random bytes');
  const bytes = new Uint8Array(16);
  let rest = milliseconds;
  for (let index = 5; index >= 0; index--) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  return bytes;
}

/** 16 bytes as 26 characters; the order of the text is the order of the bytes. */
export function encodeBase32(bytes: Uint8Array): string {
  assert(bytes.length === 16, 'Ids hold 16 bytes');
  let text = '';
  let buffer = 0;
  let bits = 2; // 130 bits in 26 characters: two leading zero bits keep the order
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(buffer >>> bits) & 31];
    }
    buffer &= (1 << bits) - 1;
  }
  return text;
}

export function makeId<P extends string>(prefix: P, source: IdSource): `${P}_${string}` {
  return `${prefix}_${encodeBase32(makeUuid7(source.now(), source.randomBytes(10)))}`;
}

const ID = /^([a-z][a-z0-9]*)_([0-9a-hjkmnp-tv-z]{26})$/;

/** True when the text has the form of an id, of the prefix when one is given. Says nothing of existence. */
export function isId(text: unknown, prefix?: string): text is string {
  if (typeof text !== 'string') return false;
  const match = ID.exec(text);
  return match !== null && (prefix === undefined || match[1] === prefix);
}

export function idPrefix(id: string): string {
  return id.slice(0, id.indexOf('_'));
}
