import type { Work } from '../work.ts';
import { findOne } from '../rules/find-one.ts';

export type DocumentText = {
  readonly record: string;
  readonly field: string;
  readonly space: string | null;
  /** Markdown. */
  readonly text: string;
};

/** Sets the text of a record's document. */
export async function writeDocument(work: Work, { record, field, space, text }: DocumentText): Promise<void> {
  const entity = work.entity('document');
  const existing = await findOne(work, entity, { record, field });
  if (existing) await work.update(entity, existing, { values: { text } });
  else if (text !== '') await work.insert(entity, [{ values: { record, field, space, text } }]);
}
