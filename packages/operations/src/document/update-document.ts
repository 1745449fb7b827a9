import { textOf } from '@throughline/base';
import { markdownOfState, mergeUpdates, stateFromMarkdown } from '@throughline/document';
import { Refusal } from '@throughline/contract';
import type { Operate } from '../execute.ts';
import { placeOf } from '../access/authorise.ts';
import { findOne } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { fromBase64, toBase64 } from './write-document.ts';

export type DocumentUpdate = {
  readonly record: string;
  readonly field: string;
  /** What editors wrote since the last time, as one Yjs update. */
  readonly update: Uint8Array;
};

/** Keeps what editors wrote: merged into the state, in the log, and as Markdown. */
export function updateDocument({ record, field, update }: DocumentUpdate): Operate {
  return async (work) => {
    const { owner, ownerEntity } = await mustOwner(work, record, field);
    work.allow(ownerEntity, 'update', owner);
    const entity = work.entity('document');
    const existing = await findOne(work, entity, { record, field });
    const before = existing?.values['state'];
    const text = textOf(existing?.values['text'] ?? '');
    const base = typeof before === 'string' ? fromBase64(before) : stateFromMarkdown(work.documents(), text);
    const merged = merge(work, base, update);
    const values = { text: merged.text, update: toBase64(update), state: toBase64(merged.state) };
    if (existing) await work.update(entity, existing, { values });
    else
      await work.insert(entity, [
        { values: { record, field, space: placeOf(ownerEntity, record, owner.values), ...values } },
      ]);
    return { record, field };
  };
}

/** What is not Yjs, or not of our schema, would keep everybody's later edits from being saved: it is refused. */
function merge(work: Work, base: Uint8Array, update: Uint8Array): { state: Uint8Array; text: string } {
  try {
    const state = mergeUpdates([base, update]);
    return { state, text: markdownOfState(work.documents(), state) };
  } catch (error) {
    throw new Refusal('invalid_input', {
      message: 'The edit cannot be read.',
      why: error instanceof Error ? error.message : String(error),
      fix: 'Open the document again.',
    });
  }
}

async function mustOwner(work: Work, record: string, field: string) {
  const ownerEntity = work.model.entityOfId(record);
  const isDocument =
    ownerEntity && work.fieldsOf(ownerEntity).some((each) => each.id === field && each.type === 'document');
  if (!ownerEntity || !isDocument) throw new Refusal('not_found', { message: 'There is no such document.' });
  return { ownerEntity, owner: await work.read(ownerEntity, record) };
}
