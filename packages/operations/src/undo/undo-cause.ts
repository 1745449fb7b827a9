/** Taking an act back: the inverse of each of its changes, newest first, as new changes of their own. */
import { isEqualJson, type Json, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { readCause } from '@throughline/db';
import type { Change, Verb } from '@throughline/model';
import type { Operate } from '../execute.ts';
import type { Work } from '../work.ts';

/** Times and derived marks that follow from changes and are not themselves taken back. */
const FOLLOWING = new Set(['updatedAt', 'createdAt']);

/** Refuses where somebody has since changed one of the fields, naming it with both values. */
export function undoCause(cause: string): Operate {
  return async (work) => {
    const changes = await readCause(work.tx, work.state.id, cause);
    if (changes.length === 0)
      throw new Refusal('not_found', { message: 'There is nothing of that kind to undo.' });
    const isOwn =
      work.actor.kind === 'system' || changes.every((change) => change.actor === work.actor.person);
    if (!isOwn)
      throw new Refusal('forbidden', {
        message: 'Only who did it can undo it.',
        why: 'The act is somebody else’s.',
      });
    for (const change of changes.toReversed()) await undoChange(work, change);
    return { undone: changes.length };
  };
}

async function undoChange(work: Work, change: Change): Promise<void> {
  if (change.before === null) return undoCreation(work, change);
  if (change.after === null) return undoDeletion(work, change);
  const entity = work.entity(change.entity);
  const record = await work.read(entity, change.id, { lock: true });
  const values: Record<string, Json> = {};
  const conflicts: Record<string, JsonObject> = {};
  for (const field of work.fieldsOf(entity)) {
    if (!(field.id in change.after) || FOLLOWING.has(field.id)) continue;
    const then = change.after[field.id] ?? null;
    const now = record.values[field.id] ?? null;
    const back = change.before[field.id] ?? null;
    if (isEqualJson(now, then)) values[field.id] = back;
    else if (!isEqualJson(now, back)) conflicts[field.key] = { base: then, yours: back, theirs: now };
  }
  if (Object.keys(conflicts).length > 0) throw new Refusal('cannot_undo', { details: { fields: conflicts } });
  work.allow(entity, verbOf(values), record);
  await work.update(entity, record, { values, verb: verbOf(values) });
}

function verbOf(values: { readonly [field: string]: Json }): Verb {
  if (!('archivedAt' in values)) return 'update';
  return values['archivedAt'] === null ? 'restore' : 'archive';
}

/** What can be deleted goes; what cannot is archived, since others may point to it. */
async function undoCreation(work: Work, change: Change): Promise<void> {
  const entity = work.entity(change.entity);
  const record = await work.find(entity, change.id, { lock: true });
  if (!record) return;
  if (entity.rules.archive !== undefined) {
    work.allow(entity, 'archive', record);
    await work.update(entity, record, { values: { archivedAt: work.now }, verb: 'archive' });
  } else {
    if (entity.rules.delete !== undefined) work.allow(entity, 'delete', record);
    await work.remove(entity, record);
  }
}

async function undoDeletion(work: Work, change: Change): Promise<void> {
  const entity = work.entity(change.entity);
  if (await work.find(entity, change.id))
    throw new Refusal('cannot_undo', { why: 'The record is there again.' });
  work.allow(entity, 'create', { id: change.id, values: change.before ?? {} });
  await work.insert(entity, [{ id: change.id, values: change.before ?? {} }]);
}
