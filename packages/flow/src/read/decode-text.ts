/** Bytes to text without a decoder of the platform, for names: short, few, and mostly ASCII. */

export type Encoding = 'utf-8' | 'windows-1252';

const REPLACED = 0xfffd;

/** What Windows-1252 has where Latin-1 has control characters, from 0x80. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/**
 * The text of `bytes[start..end)`. Bytes that are no UTF-8 are taken as Windows-1252, name by name: exports mix
 * the two.
 */
export function decodeText(
  bytes: Uint8Array,
  { start, end, encoding = 'utf-8' }: { start: number; end: number; encoding?: Encoding },
): string {
  if (encoding === 'windows-1252') return decodeSingleBytes(bytes, start, end);
  return decodeUtf8(bytes, start, end) ?? decodeSingleBytes(bytes, start, end);
}

function decodeSingleBytes(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    text += byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charAt(byte - 0x80) : String.fromCharCode(byte);
  }
  return text;
}

function decodeUtf8(bytes: Uint8Array, start: number, end: number): string | null {
  let text = '';
  for (let at = start; at < end;) {
    const lead = bytes[at] as number;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      at += 1;
      continue;
    }
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    const point = at + length <= end && lead >= 0xc2 && lead < 0xf5 ? codePoint(bytes, at, length) : REPLACED;
    if (point === REPLACED && !isReplacement(bytes, at)) return null;
    text += String.fromCodePoint(point);
    at += length;
  }
  return text;
}

function isReplacement(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
}

const SMALLEST = [0, 0, 0x80, 0x800, 0x1_0000] as const;

function codePoint(bytes: Uint8Array, at: number, length: 2 | 3 | 4): number {
  let point = (bytes[at] as number) & (0xff >> (length + 1));
  for (let next = at + 1; next < at + length; next++) {
    const byte = bytes[next] as number;
    if ((byte & 0xc0) !== 0x80) return REPLACED;
    point = (point << 6) | (byte & 0x3f);
  }
  const isBroken = point < SMALLEST[length] || point > 0x10_ffff || (point >= 0xd800 && point < 0xe000);
  return isBroken ? REPLACED : point;
}

const LEAD = [0, 0xc0, 0xe0, 0xf0] as const;

/** UTF-8 bytes of a text; a lone surrogate becomes the replacement character. */
export function encodeText(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) as number;
    const point = code >= 0xd800 && code < 0xe000 ? REPLACED : code;
    if (point < 0x80) bytes[length++] = point;
    else {
      const tail = point < 0x800 ? 1 : point < 0x1_0000 ? 2 : 3;
      bytes[length++] = (LEAD[tail] as number) | (point >> (6 * tail));
      for (let shift = 6 * (tail - 1); shift >= 0; shift -= 6)
        bytes[length++] = 0x80 | ((point >> shift) & 0x3f);
    }
  }
  return bytes.slice(0, length);
}
