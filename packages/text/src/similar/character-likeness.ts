/**
 * How alike two texts are written: the cosine of their runs of three and four characters, weighted by TF-IDF (each
 * run by 1 + ln of how often it occurs, times how rare it is), for whole texts and for titles.
 */
import { pushInt } from '../lexical/growing-ints.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import { bodyIn, numberIn, titleIn, wordsOfRow } from '../lexical/text-rows.ts';
import { gramsOfWord } from '../lexical/vocabulary.ts';
import type { AskedText } from './asked-text.ts';

/** What whole texts count; what is left is shared by the three comparisons with a title in them. */
const OF_WHOLE = 0.55;
const OF_TITLES = (1 - OF_WHOLE) / 3;

/** From 0 to 1. Alike once made, for one asked text and an index that does not change meanwhile. */
export type CharacterLikeness = {
  readonly likeness: (row: number) => number;
  /** Must be called before anything else is compared. */
  readonly close: () => void;
};

export function openCharacterLikeness(index: LexicalIndex, asked: AskedText): CharacterLikeness {
  const { gramScratch } = index;
  countAsked(index, asked);
  const grams = gramScratch.touched.data.slice(0, gramScratch.touched.length);
  const norms = weigh(index, { whole: gramScratch.queryWhole, title: gramScratch.queryTitle });
  return {
    likeness: (row) => {
      countRow(index, row);
      return compare(index, norms);
    },
    close: () => {
      for (const gram of grams) {
        gramScratch.queryWhole[gram] = 0;
        gramScratch.queryTitle[gram] = 0;
      }
    },
  };
}

function countAsked({ gramScratch }: LexicalIndex, { words, length }: AskedText): void {
  for (const { grams, title, body } of words)
    countGrams(gramScratch, grams, { title: length.title === 0 ? body : title, whole: title + body });
}

/** A text without a title is its own title. */
function countRow({ gramScratch, rows, vocabulary }: LexicalIndex, row: number): void {
  const isTitled = (rows.titleLength.data[row] as number) > 0;
  for (const packed of wordsOfRow(rows, row)) {
    const whole = titleIn(packed) + bodyIn(packed);
    const title = isTitled ? titleIn(packed) : whole;
    countGrams(gramScratch, gramsOfWord(vocabulary, numberIn(packed)), { title, whole });
  }
}

type Often = { readonly title: number; readonly whole: number };

function countGrams(
  { whole, title, touched }: LexicalIndex['gramScratch'],
  grams: Int32Array | readonly number[],
  often: Often,
): void {
  for (const gram of grams) {
    const before = whole[gram] as number;
    if (before === 0) pushInt(touched, gram);
    whole[gram] = before + often.whole;
    title[gram] = (title[gram] as number) + often.title;
  }
}

type Norms = {
  readonly whole: number;
  readonly title: number;
  /** What the asked text would score beside itself: its title is not its body. */
  readonly own: number;
};

/** Moves what was counted into weights, and tells how long they are. */
function weigh(index: LexicalIndex, into: { whole: Float32Array; title: Float32Array }): Norms {
  let wholeSquares = 0;
  let titleSquares = 0;
  let across = 0;
  forEachCounted(index, (gram, whole, title) => {
    into.whole[gram] = whole;
    into.title[gram] = title;
    wholeSquares += whole * whole;
    titleSquares += title * title;
    across += whole * title;
  });
  const whole = Math.sqrt(wholeSquares);
  const title = Math.sqrt(titleSquares);
  return { whole, title, own: OF_WHOLE + OF_TITLES * (1 + 2 * ratio(across, whole * title)) };
}

/** Of what was counted, with the asked text. */
function compare(index: LexicalIndex, asked: Norms): number {
  const { queryWhole, queryTitle } = index.gramScratch;
  let wholeSquares = 0;
  let titleSquares = 0;
  let wholes = 0;
  let titles = 0;
  let askedTitle = 0;
  let foundTitle = 0;
  forEachCounted(index, (gram, whole, title) => {
    wholeSquares += whole * whole;
    titleSquares += title * title;
    const ofAsked = queryWhole[gram] as number;
    if (ofAsked === 0) return;
    const ofAskedTitle = queryTitle[gram] as number;
    wholes += ofAsked * whole;
    titles += ofAskedTitle * title;
    askedTitle += ofAskedTitle * whole;
    foundTitle += ofAsked * title;
  });
  const whole = Math.sqrt(wholeSquares);
  const title = Math.sqrt(titleSquares);
  const alike =
    OF_WHOLE * ratio(wholes, asked.whole * whole) +
    OF_TITLES *
      (ratio(titles, asked.title * title) +
        ratio(askedTitle, asked.title * whole) +
        ratio(foundTitle, asked.whole * title));
  return Math.min(1, alike / asked.own);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Calls with each run that was counted and its weights, and leaves nothing counted. */
function forEachCounted(
  { gramScratch, rowsWithGram, totals, logarithms }: LexicalIndex,
  visit: (gram: number, whole: number, title: number) => void,
): void {
  const { whole, title, touched } = gramScratch;
  const table = logarithms(Math.max(totals.rows + 1, 2 ** 16));
  const all = (table[totals.rows + 1] as number) + 1;
  for (let at = 0; at < touched.length; at++) {
    const gram = touched.data[at] as number;
    const rare = all - (table[1 + (rowsWithGram[gram] as number)] as number);
    const ofWhole = whole[gram] as number;
    const ofTitle = title[gram] as number;
    whole[gram] = 0;
    title[gram] = 0;
    visit(
      gram,
      (1 + (table[ofWhole] as number)) * rare,
      ofTitle === 0 ? 0 : (1 + (table[ofTitle] as number)) * rare,
    );
  }
  touched.length = 0;
}
