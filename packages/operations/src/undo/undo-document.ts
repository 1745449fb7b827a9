import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { Change } from '@throughline/model';
import { writeDocument } from '../document/write-document.ts';
import { recordNamed } from '../rules/record-space.ts';
import type { Work } from '../work.ts';

/** Whether a change wrote in a document: others only took it along to another space. */
export function isWriting({ entity, after }: Change): boolean {
  return entity === 'document' && after !== null && 'text' in after;
}

/**
 * Writes a document back as an edit, so that those who have it open see it. Its record's rights hold, as for
 * writing it.
 */
export async function undoDocument(work: Work, { id, before, after }: Change): Promise<void> {
  const document = await work.find(work.entity('document'), id, { lock: true });
  if (!document) return;
  const { values } = document;
  const { entity, record } = await recordNamed(work, values, 'record');
  work.allow(entity, 'update', record);
  const [then, back, now] = [after, before, values].map((each) => textOf(each?.['text'] ?? ''));
  if (now === back) return;
  const field = textOf(values['field']);
  if (now !== then) {
    const conflict = { base: then ?? '', yours: back ?? '', theirs: now ?? '' };
    throw new Refusal('cannot_undo', { details: { fields: { [field]: conflict } } });
  }
  const space = (values['space'] as string | undefined) ?? null;
  await writeDocument(work, { record: record.id, field, space }, back ?? '');
}
