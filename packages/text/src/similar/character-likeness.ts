/**
 * How alike two texts are written: the cosine of their runs of three and four characters, weighted by TF-IDF (each
 * run by 1 + ln of how often it occurs, times how rare it is), for whole texts and for titles.
 */
import { countGrams, countGramsOfRow, MOST_IN_TEXT, ONE_IN_TITLE } from '../lexical/gram-scratch.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { AskedText } from './asked-text.ts';

/** What whole texts count; what is left is shared by the three comparisons with a title in them. */
const OF_WHOLE = 0.55;
const OF_TITLES = (1 - OF_WHOLE) / 3;

/** For one asked text, and an index that does not change meanwhile. */
export type CharacterLikeness = {
  /** From 0 to 1. */
  readonly likeness: (row: number) => number;
  /** Must be called before anything else is compared. */
  readonly close: () => void;
};

export function openCharacterLikeness(index: LexicalIndex, asked: AskedText): CharacterLikeness {
  const { gramScratch, rows, vocabulary } = index;
  const { grams, norms } = weighAsked(index, asked);
  return {
    likeness: (row) => {
      countGramsOfRow(gramScratch, rows, { row, vocabulary });
      return compare(index, norms, (rows.titleLength.data[row] as number) > 0);
    },
    close: () => {
      for (const gram of grams) gramScratch.asked.fill(0, 2 * gram, 2 * gram + 2);
    },
  };
}

/** How long the asked text's vectors are. */
type Norms = {
  readonly whole: number;
  readonly title: number;
  /** What it would score beside itself: its title is not its body. */
  readonly own: number;
};

/** A text without a title is its own title. */
function weighAsked(
  index: LexicalIndex,
  { words, length }: AskedText,
): { readonly grams: Int32Array; readonly norms: Norms } {
  const { counts, touched, asked } = index.gramScratch;
  for (const { grams, title, body } of words)
    countGrams(index.gramScratch, grams, (length.title === 0 ? body : title) * ONE_IN_TITLE + title + body);
  const grams = touched.data.slice(0, touched.length);
  const rarity = makeRarity(index);
  let wholeSquares = 0;
  let titleSquares = 0;
  let across = 0;
  for (const gram of grams) {
    const rare = rarity.all - (rarity.table[1 + (index.rowsWithGram[gram] as number)] as number);
    const often = counts[gram] as number;
    const whole = weigh(rarity.table, often & MOST_IN_TEXT) * rare;
    const title = weigh(rarity.table, often >>> 16) * rare;
    asked[2 * gram] = whole;
    asked[2 * gram + 1] = title;
    wholeSquares += whole * whole;
    titleSquares += title * title;
    across += whole * title;
    counts[gram] = 0;
  }
  touched.length = 0;
  const whole = Math.sqrt(wholeSquares);
  const title = Math.sqrt(titleSquares);
  const own = OF_WHOLE + OF_TITLES * (1 + 2 * ratio(across, whole * title));
  return { grams, norms: { whole, title, own } };
}

/** Of what was counted of a text, with the asked one; leaves nothing counted. */
function compare(index: LexicalIndex, norms: Norms, isTitled: boolean): number {
  const { rowsWithGram, gramScratch } = index;
  const { counts, touched, asked } = gramScratch;
  const { table, all } = makeRarity(index);
  let wholeSquares = 0;
  let titleSquares = 0;
  let wholes = 0;
  let titles = 0;
  let askedTitle = 0;
  let foundTitle = 0;
  for (let at = 0; at < touched.length; at++) {
    const gram = touched.data[at] as number;
    const rare = all - (table[1 + (rowsWithGram[gram] as number)] as number);
    const often = counts[gram] as number;
    counts[gram] = 0;
    const whole = (1 + (table[often & MOST_IN_TEXT] as number)) * rare;
    const title = isTitled ? weigh(table, often >>> 16) * rare : whole;
    wholeSquares += whole * whole;
    titleSquares += title * title;
    const ofAsked = asked[2 * gram] as number;
    if (ofAsked === 0) continue;
    const ofAskedTitle = asked[2 * gram + 1] as number;
    wholes += ofAsked * whole;
    titles += ofAskedTitle * title;
    askedTitle += ofAskedTitle * whole;
    foundTitle += ofAsked * title;
  }
  touched.length = 0;
  const whole = Math.sqrt(wholeSquares);
  const title = Math.sqrt(titleSquares);
  const alike =
    OF_WHOLE * ratio(wholes, norms.whole * whole) +
    OF_TITLES *
      (ratio(titles, norms.title * title) +
        ratio(askedTitle, norms.title * whole) +
        ratio(foundTitle, norms.whole * title));
  return Math.min(1, alike / norms.own);
}

/** A run that so many texts have is as rare as `all` less the logarithm of one more than that. */
function makeRarity({ totals, logarithms }: LexicalIndex): {
  readonly table: Float64Array;
  readonly all: number;
} {
  const table = logarithms(Math.max(totals.rows + 1, MOST_IN_TEXT));
  return { table, all: (table[totals.rows + 1] as number) + 1 };
}

function weigh(table: Float64Array, often: number): number {
  return often === 0 ? 0 : 1 + (table[often] as number);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
