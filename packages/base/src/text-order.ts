/**
 * The order of text is the same in every engine: a sort key is made here, stored beside the value, and
 * compared by code point (`COLLATE "C"` in SQL). Database and browser collations differ between versions.
 */

const MARKS = /\p{M}+/gu;
const DIGITS = /\d+/g;

/** Longest sort key kept, in code units; enough to order, short enough to index. */
export const SORT_KEY_LENGTH = 200;

/** Lower case without marks, runs of digits by their value (`item 2` before `item 10`). */
export function makeSortKey(text: string): string {
  return cutText(foldText(text).replace(DIGITS, orderDigits), SORT_KEY_LENGTH);
}

/** For comparing without regard to case and marks: `Café` and `cafe` fold to the same text. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase();
}

function orderDigits(run: string): string {
  const value = run.replace(/^0+(?=\d)/, '');
  return `${String.fromCharCode(0x30 + Math.min(value.length, 9))}${value}`;
}

/** By code point, as UTF-8 bytes sort; plain `<` differs above U+FFFF. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return rankUnit(left) - rankUnit(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others, so they sort after U+E000–U+FFFF. */
function rankUnit(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** The first `length` code units, never half of a surrogate pair. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  const splitsPair = last >= 0xd800 && last < 0xdc00;
  return text.slice(0, splitsPair ? length - 1 : length);
}
