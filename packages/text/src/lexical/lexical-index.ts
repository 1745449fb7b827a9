/**
 * Texts in memory, by their words and their runs of characters. Items come and go one at a time; whatever order they
 * came in, the answers are the same. Nothing here keeps the texts themselves.
 */
import { assert } from '@throughline/base';
import { GRAM_BITS } from '../words/grams.ts';
import { splitWords } from '../words/split-words.ts';
import { stemWord, type Stem } from '../words/stemmer.ts';
import { intAt, makeGrowingInts, pushInt, type GrowingInts } from './growing-ints.ts';
import { countGramsOfRow, makeGramScratch, type GramScratch } from './gram-scratch.ts';
import { makeLogarithms, type Logarithms } from './logarithms.ts';
import { appendPosting, makePostingLists, type PostingLists } from './posting-lists.ts';
import {
  bodyIn,
  makeTextRows,
  MOST_NUMBERS,
  numberIn,
  packCount,
  titleIn,
  wordsOfRow,
  type TextRows,
} from './text-rows.ts';
import { learnWord, makeVocabulary, SAYS_NOTHING, termsOfWord, type Vocabulary } from './vocabulary.ts';

export type ItemText = { readonly title?: string; readonly body: string };

export type TextItem = {
  readonly id: string;
  /** Several where things were merged: each is matched alone, and the best one counts. */
  readonly texts: readonly ItemText[];
  /** When it was said, in milliseconds since 1970. */
  readonly at?: number;
};

type IndexedItem = {
  readonly id: string;
  readonly at: number | null;
  readonly firstRow: number;
  readonly rows: number;
};

export type LexicalIndex = {
  readonly vocabulary: Vocabulary;
  readonly rows: TextRows;
  /** For each term its rows, packed as in `text-rows.ts`; rows that were removed stay until compacted. */
  readonly postings: PostingLists;
  /** How many rows have each term, and each run of characters. */
  readonly rowsWithTerm: GrowingInts;
  readonly rowsWithGram: Int32Array;
  readonly items: (IndexedItem | null)[];
  readonly numberOfItem: Map<string, number>;
  readonly totals: Totals;
  readonly logarithms: Logarithms;
  readonly gramScratch: GramScratch;
};

/** Of the rows that are there. */
export type Totals = {
  rows: number;
  titledRows: number;
  bodiedRows: number;
  titleLength: number;
  bodyLength: number;
};

export function makeLexicalIndex({ stem = stemWord }: { readonly stem?: Stem } = {}): LexicalIndex {
  return {
    vocabulary: makeVocabulary(stem),
    rows: makeTextRows(),
    postings: makePostingLists(),
    rowsWithTerm: makeGrowingInts(),
    rowsWithGram: new Int32Array(2 ** GRAM_BITS),
    items: [],
    numberOfItem: new Map(),
    totals: { rows: 0, titledRows: 0, bodiedRows: 0, titleLength: 0, bodyLength: 0 },
    logarithms: makeLogarithms(),
    gramScratch: makeGramScratch(),
  };
}

/** An item with the same id is replaced. */
export function addItem(index: LexicalIndex, { id, texts, at }: TextItem): void {
  addCountedItem(index, {
    id,
    at: at ?? null,
    texts: texts.map((text) => countWords(index.vocabulary, text)),
  });
}

/** Each word of a text with how often its title has it, and in steps of `ONE_IN_BODY` how often its body has. */
type WordCounts = ReadonlyMap<number, number>;

type CountedItem = {
  readonly id: string;
  readonly at: number | null;
  readonly texts: readonly WordCounts[];
};

function addCountedItem(index: LexicalIndex, { id, at, texts }: CountedItem): void {
  removeItem(index, id);
  const firstRow = index.rows.item.length;
  assert(firstRow + texts.length < MOST_NUMBERS, 'The index is full');
  for (const text of texts) addRow(index, text);
  index.numberOfItem.set(id, index.items.length);
  index.items.push({ id, at, firstRow, rows: texts.length });
}

/** Puts an item of one index into another as it is, without its texts. */
export function copyItem(from: LexicalIndex, into: LexicalIndex, number: number): void {
  const item = from.items[number];
  if (item === null || item === undefined) return;
  const { id, at, firstRow, rows } = item;
  const texts = Array.from({ length: rows }, (_, text): WordCounts => {
    const counts = new Map<number, number>();
    for (const packed of wordsOfRow(from.rows, firstRow + text)) {
      const word = learnWord(into.vocabulary, from.vocabulary.words[numberIn(packed)] as string);
      counts.set(word, titleIn(packed) + bodyIn(packed) * ONE_IN_BODY);
    }
    return counts;
  });
  addCountedItem(into, { id, at, texts });
}

/** Whether it was there. */
export function removeItem(index: LexicalIndex, id: string): boolean {
  const number = index.numberOfItem.get(id);
  if (number === undefined) return false;
  const item = index.items[number];
  assert(item, 'An item that is numbered is there');
  for (let row = item.firstRow; row < item.firstRow + item.rows; row++) {
    countRow(index, row, -1);
    index.rows.isThere.data[row] = 0;
  }
  index.items[number] = null;
  index.numberOfItem.delete(id);
  return true;
}

export function hasItem(index: LexicalIndex, id: string): boolean {
  return index.numberOfItem.has(id);
}

export function countItems(index: LexicalIndex): number {
  return index.numberOfItem.size;
}

export function itemOfRow(index: LexicalIndex, row: number): IndexedItem {
  const item = index.items[intAt(index.rows.item, row)];
  assert(item, 'A row that is there has its item');
  return item;
}

/** None for an item that is not there. */
export function rowsOfItem(index: LexicalIndex, id: string): readonly number[] {
  const item = index.items[index.numberOfItem.get(id) ?? -1];
  if (item === null || item === undefined) return [];
  return Array.from({ length: item.rows }, (_, text) => item.firstRow + text);
}

const ONE_IN_BODY = 2 ** 16;

function countWords(vocabulary: Vocabulary, { title, body }: ItemText): WordCounts {
  const counts = new Map<number, number>();
  const count = (text: string, one: number): void => {
    for (const word of splitWords(text)) {
      const number = learnWord(vocabulary, word);
      if (number !== SAYS_NOTHING) counts.set(number, (counts.get(number) ?? 0) + one);
    }
  };
  count(title ?? '', 1);
  count(body, ONE_IN_BODY);
  return counts;
}

function addRow(index: LexicalIndex, counts: WordCounts): void {
  const { rows, postings } = index;
  const row = rows.item.length;
  for (const [word, count] of counts)
    pushInt(rows.words, packCount(word, count % ONE_IN_BODY, Math.floor(count / ONE_IN_BODY)));
  pushInt(rows.starts, rows.words.length);
  pushInt(rows.item, index.items.length);
  pushInt(rows.isThere, 1);
  let titleLength = 0;
  let bodyLength = 0;
  for (const [term, { title, body }] of termsOfRow(index, row)) {
    for (let next = postings.length.length; next <= term; next++) pushInt(index.rowsWithTerm, 0);
    appendPosting(postings, term, packCount(row, title, body));
    titleLength += title;
    bodyLength += body;
  }
  pushInt(rows.titleLength, titleLength);
  pushInt(rows.bodyLength, bodyLength);
  countRow(index, row, 1);
}

/** How often a row has each of its terms. */
export function termsOfRow(
  { rows, vocabulary }: LexicalIndex,
  row: number,
): ReadonlyMap<number, { title: number; body: number }> {
  const counts = new Map<number, { title: number; body: number }>();
  for (const packed of wordsOfRow(rows, row))
    for (const term of termsOfWord(vocabulary, numberIn(packed))) {
      const count = counts.get(term);
      if (count === undefined) counts.set(term, { title: titleIn(packed), body: bodyIn(packed) });
      else {
        count.title += titleIn(packed);
        count.body += bodyIn(packed);
      }
    }
  return counts;
}

/** Adds a row to what is counted over all rows, or takes it away. */
function countRow(index: LexicalIndex, row: number, by: 1 | -1): void {
  const { rows, rowsWithTerm, rowsWithGram, totals, vocabulary, gramScratch } = index;
  for (const term of termsOfRow(index, row).keys()) rowsWithTerm.data[term] = intAt(rowsWithTerm, term) + by;
  countGramsOfRow(gramScratch, rows, { row, vocabulary });
  const { counts, touched } = gramScratch;
  for (let at = 0; at < touched.length; at++) {
    const gram = touched.data[at] as number;
    rowsWithGram[gram] = (rowsWithGram[gram] as number) + by;
    counts[gram] = 0;
  }
  touched.length = 0;
  const titleLength = intAt(rows.titleLength, row);
  const bodyLength = intAt(rows.bodyLength, row);
  totals.rows += by;
  totals.titledRows += titleLength > 0 ? by : 0;
  totals.bodiedRows += bodyLength > 0 ? by : 0;
  totals.titleLength += by * titleLength;
  totals.bodyLength += by * bodyLength;
}
