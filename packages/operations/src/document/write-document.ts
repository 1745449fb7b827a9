import { applyMarkdown } from '@throughline/document';
import type { StoredRecord } from '@throughline/db';
import { findOne } from '../rules/find-one.ts';
import type { Work } from '../work.ts';

export type DocumentPlace = {
  readonly record: string;
  readonly field: string;
  readonly space: string | null;
};

/**
 * Makes a record's document say what the Markdown says. One that people have edited together is edited, so that
 * what they write at the same moment stays; one that nobody has opened is text alone.
 */
export async function writeDocument(
  work: Work,
  { record, field, space }: DocumentPlace,
  text: string,
): Promise<void> {
  const entity = work.entity('document');
  const existing = await findOne(work, entity, { record, field });
  if (existing) await editDocument(work, existing, text);
  else if (text !== '') await work.insert(entity, [{ values: { record, field, space, text } }]);
}

async function editDocument(work: Work, existing: StoredRecord, text: string): Promise<void> {
  const entity = work.entity('document');
  const { state } = existing.values;
  if (typeof state !== 'string') {
    await work.update(entity, existing, { values: { text } });
    return;
  }
  if (existing.values['text'] === text) return;
  const edit = applyMarkdown(work.documents(), fromBase64(state), text);
  await work.update(entity, existing, {
    values: { text, update: toBase64(edit.update), state: toBase64(edit.state) },
  });
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
