import { lowerText } from '../evaluate/texts.ts';

/** Letters and what they become, position by position: arguments of SQL's `translate`. */
export type LetterMap = { readonly from: string; readonly to: string };

/** No letter with a case stands above this code point. */
const LAST_CASED = 0x1e943;

/** Every letter that `lowerText` changes. Databases disagree about case, so they are told. */
export function makeLetterMap(): LetterMap {
  let from = '';
  let to = '';
  for (let point = 0x41; point <= LAST_CASED; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const letter = String.fromCodePoint(point);
    const lower = lowerText(letter);
    if (lower === letter) continue;
    from += letter;
    to += lower;
  }
  return { from, to };
}

/** The part of a map that can matter when a lower-case text is looked for. */
export function narrowLetterMap(map: LetterMap, wanted: string): LetterMap {
  const letters = new Set(wanted);
  const [from, to] = [Array.from(map.from), Array.from(map.to)];
  const isKept = (_letter: string, index: number): boolean => letters.has(to[index] as string);
  return { from: from.filter(isKept).join(''), to: to.filter((letter) => letters.has(letter)).join('') };
}
