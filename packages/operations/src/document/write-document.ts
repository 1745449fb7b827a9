import { textOf } from '@throughline/base';
import { applyMarkdown, stateFromMarkdown } from '@throughline/document';
import { findOne } from '../rules/find-one.ts';
import type { Work } from '../work.ts';

export type DocumentPlace = {
  readonly record: string;
  readonly field: string;
  readonly space: string | null;
};

/** The document of a new record, which nobody can have open: its text alone. */
export async function insertDocument(work: Work, place: DocumentPlace, text: string): Promise<void> {
  if (text !== '') await work.insert(work.entity('document'), [{ values: { ...place, text } }]);
}

/**
 * Makes a record's document say what the Markdown says, as an edit: what people write at the same moment stays. Who
 * has it open has the state that its text gives, whether or not one was ever kept.
 */
export async function writeDocument(work: Work, place: DocumentPlace, text: string): Promise<void> {
  const entity = work.entity('document');
  const { record, field } = place;
  const existing = await findOne(work, entity, { record, field });
  const before = textOf(existing?.values['text'] ?? '');
  if (before === text) return;
  const kept = existing?.values['state'];
  const base = typeof kept === 'string' ? fromBase64(kept) : stateFromMarkdown(work.documents(), before);
  const { state, update } = applyMarkdown(work.documents(), base, text);
  const values = { text, update: toBase64(update), state: toBase64(state) };
  if (existing) await work.update(entity, existing, { values });
  else await work.insert(entity, [{ values: { ...place, ...values } }]);
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
