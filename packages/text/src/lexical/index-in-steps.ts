/** Long work on an index in short steps, so that whoever does it can answer others in between. */
import {
  addItem,
  copyItem,
  makeLexicalIndex,
  removeItem,
  type LexicalIndex,
  type TextItem,
} from './lexical-index.ts';

/** Some 20 milliseconds of work with texts of two thousand characters, 5 with short ones. */
const ITEMS_A_STEP = 100;

/** Adds items; tells after each step how many were added. */
export function* addItemsInSteps(index: LexicalIndex, items: Iterable<TextItem>): Generator<number, void> {
  let added = 0;
  for (const item of items) {
    addItem(index, item);
    added += 1;
    if (added % ITEMS_A_STEP === 0) yield added;
  }
}

/** The share of what the index holds that belongs to texts which were removed or replaced. */
export function shareRemoved({ rows, totals }: LexicalIndex): number {
  return rows.item.length === 0 ? 0 : 1 - totals.rows / rows.item.length;
}

/**
 * Makes an index of the same items without what removed ones have left behind; the texts are not needed. Items may
 * be added, replaced and removed in between: the new index has what the old one has at the end.
 */
export function* compactInSteps(index: LexicalIndex): Generator<number, LexicalIndex> {
  const compact = makeLexicalIndex({ stem: index.vocabulary.stem });
  for (let number = 0; number < index.items.length; number++) {
    copyItem(index, compact, number);
    if ((number + 1) % ITEMS_A_STEP === 0) yield number + 1;
  }
  for (const id of compact.numberOfItem.keys()) if (!index.numberOfItem.has(id)) removeItem(compact, id);
  return compact;
}
