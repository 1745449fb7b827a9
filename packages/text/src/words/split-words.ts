/**
 * Cuts text into words, in any script. `Intl.Segmenter` knows words of scripts without spaces, but takes five times
 * as long as this; runs of such scripts are cut into overlapping pairs instead, which serve search as well.
 */
import { cutText } from '@throughline/base';
import { foldCompatibility } from './fold.ts';

/** Longer ones are logs that somebody pasted: what they say first is what they say. */
export const LONGEST_TEXT = 20_000;
const LONGEST_WORD = 64;

const WORD = /[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu;
// oxlint-disable-next-line no-control-regex
const ASCII = /^[\x00-\x7f]*$/;
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu;
/** Where a name may be made of several words: `nameNode`, `HDFSClient`, `ipv6`. */
const INNER = /\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}|\p{L}\p{N}|\p{N}\p{L}/u;
const PLURAL_ABBREVIATION = /^\p{Lu}+s$/u;

/** In the order of the text. Lower case, except where capitals may part the words of a name: see `splitName`. */
export function splitWords(text: string): readonly string[] {
  const found = foldCompatibility(cutText(text, LONGEST_TEXT)).match(WORD) ?? [];
  const words: string[] = [];
  for (const word of found) {
    if (ASCII.test(word)) words.push(keepName(word));
    else for (const piece of splitUnspaced(word)) words.push(keepName(piece));
  }
  return words;
}

function keepName(word: string): string {
  const cut = cutText(word, LONGEST_WORD);
  return INNER.test(cut) && !PLURAL_ABBREVIATION.test(cut) ? cut : cut.toLowerCase();
}

function splitUnspaced(word: string): readonly string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const run of word.matchAll(UNSPACED)) {
    if (run.index > at) pieces.push(word.slice(at, run.index));
    pieces.push(...pairsOf(run[0]));
    at = run.index + run[0].length;
  }
  if (at < word.length) pieces.push(word.slice(at));
  return pieces;
}

function pairsOf(run: string): readonly string[] {
  const characters = Array.from(run);
  if (characters.length < 3) return [run];
  return characters.slice(0, -1).map((character, index) => `${character}${characters[index + 1] ?? ''}`);
}

/** Whether a word stands for itself: a pair of a script without spaces, or a picture. */
export function isUnspaced(word: string): boolean {
  return !ASCII.test(word) && /^(?:\p{Lo}\p{M}*){1,2}$|^\p{Extended_Pictographic}/u.test(word);
}

const PART = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|\p{N}+|\p{Lo}+/gu;

/** The words that a name is made of, in lower case; none for what is one word. */
export function splitName(word: string): readonly string[] {
  if (!INNER.test(word)) return [];
  return (word.match(PART) ?? []).filter((part) => part.length > 1).map((part) => part.toLowerCase());
}
