/** Records of a file in an index, by their place in the list, since a key may occur twice. */
import { addItem, makeLexicalIndex, type AskedItem, type LexicalIndex } from '@throughline/text';
import type { Records, TextRecord } from './read-records.ts';

/** Whether it may matter when things were said. */
export type RecordContext = { readonly withTime: boolean };

export function indexRecords(
  records: Records,
  context: RecordContext,
): { readonly index: LexicalIndex; readonly seconds: number } {
  const index = makeLexicalIndex();
  const start = performance.now();
  for (const place of records.list.keys()) {
    const { at, ...text } = toAsked(records, place, context);
    addItem(index, { id: String(place), texts: [text], ...(at === undefined ? {} : { at }) });
  }
  return { index, seconds: (performance.now() - start) / 1000 };
}

export function toAsked({ list }: Records, place: number, { withTime }: RecordContext): AskedItem {
  const { summary, description, created } = list[place] as TextRecord;
  const text = { title: summary, body: description };
  return withTime && created !== undefined ? { ...text, at: created } : text;
}
