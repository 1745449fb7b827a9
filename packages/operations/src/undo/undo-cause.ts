/** Taking an act back: the inverse of each of its changes, newest first, as new changes of their own. */
import { isEqualJson, type Json, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { readCause, type StoredRecord } from '@throughline/db';
import { VERBS, type Change, type Entity, type Values, type Verb } from '@throughline/model';
import type { Operate } from '../execute.ts';
import { rulesOf } from '../rules/rules.ts';
import type { Work } from '../work.ts';
import { isWriting, undoDocument } from './undo-document.ts';
import { isCovered, readConsequences, type Consequences } from './consequences.ts';

/** Times and derived marks that follow from changes and are not themselves taken back. */
const FOLLOWING = new Set(['updatedAt', 'createdAt']);

/** Refuses where somebody has since changed one of the fields, naming it with both values. */
export function undoCause(cause: string): Operate {
  return async (work) => {
    const all = await readCause(work.tx, work.state.id, cause);
    if (all.length === 0)
      throw new Refusal('not_found', { message: 'There is nothing of that kind to undo.' });
    // Writers name causes themselves: one may hold what others added to it.
    const changes = all.filter(({ actor }) => work.actor.kind === 'system' || actor === work.actor.person);
    if (changes.length === 0)
      throw new Refusal('forbidden', {
        message: 'Only who did it can undo it.',
        why: 'The act is somebody else’s.',
      });
    if (changes.some(({ name }) => name.endsWith(`.${VERBS.erase.past}`)))
      throw new Refusal('cannot_undo', { why: 'What was erased is gone for good.' });
    const covered = await readConsequences(work, changes);
    // A job tells what happened, and goes on telling it.
    const undone = changes.filter((change) => work.entity(change.entity).rules.cancel === undefined);
    for (const change of undone.toReversed()) await undoChange(work, change, covered);
    return { undone: undone.length };
  };
}

async function undoChange(work: Work, change: Change, covered: Consequences): Promise<void> {
  if (isWriting(change)) return undoDocument(work, change);
  if (change.before === null) return undoCreation(work, change);
  if (change.after === null) return undoDeletion(work, change, covered);
  const entity = work.entity(change.entity);
  // What followed from the act may lie where the actor may not look.
  const known = covered.ids.has(change.id) && (await work.find(entity, change.id, { lock: true }));
  const record = known || (await work.read(entity, change.id, { lock: true }));
  if (isErased(record)) return;
  const values = valuesBefore(work, change, record);
  if (Object.keys(values).length === 0) return touch(work, entity, record);
  const verb = verbOf(entity, values);
  if (!isCovered(covered, record)) {
    work.allow(entity, verb, record);
    if (entity.place !== null && entity.place in values)
      work.allow(entity, 'create', { id: record.id, values: { ...record.values, ...values } });
  }
  await rulesOf(entity).checkUpdate?.(work, record, values);
  const updated = await work.update(entity, record, { values, verb });
  if ('archivedAt' in values) await rulesOf(entity).afterPresence?.(work, updated);
}

/** What the act did to it lies elsewhere (its connections); its version tells that this is taken back. */
async function touch(work: Work, entity: Entity, record: StoredRecord): Promise<void> {
  await work.update(entity, record, { values: { updatedAt: work.now } });
}

/** What was erased stays as it is, and keeps nobody from undoing the rest of an act. */
function isErased({ values }: StoredRecord): boolean {
  return values['erasedAt'] !== undefined;
}

/** What the fields held, or a refusal where somebody has changed one since. */
function valuesBefore(work: Work, { entity, before, after }: Change, record: StoredRecord): Values {
  const values: Record<string, Json> = {};
  const conflicts: Record<string, JsonObject> = {};
  for (const field of work.fieldsOf(work.entity(entity))) {
    if (after === null || !(field.id in after) || FOLLOWING.has(field.id)) continue;
    const then = after[field.id] ?? null;
    const now = record.values[field.id] ?? null;
    const back = before?.[field.id] ?? null;
    if (isEqualJson(now, then)) values[field.id] = back;
    else if (!isEqualJson(now, back)) conflicts[field.key] = { base: then, yours: back, theirs: now };
  }
  if (Object.keys(conflicts).length > 0) throw new Refusal('cannot_undo', { details: { fields: conflicts } });
  return values;
}

function verbOf(entity: Entity, values: Values): Verb {
  if ('archivedAt' in values) return values['archivedAt'] === null ? 'restore' : 'archive';
  return entity.rules.move !== undefined && entity.place !== null && entity.place in values
    ? 'move'
    : 'update';
}

/** What can be deleted goes; what cannot is archived, since others may point to it. */
async function undoCreation(work: Work, change: Change): Promise<void> {
  const entity = work.entity(change.entity);
  const record = await work.find(entity, change.id, { lock: true });
  if (!record || isErased(record)) return;
  if (entity.rules.archive !== undefined) {
    work.allow(entity, 'archive', record);
    await rulesOf(entity).beforeArchive?.(work, record);
    const updated = await work.update(entity, record, { values: { archivedAt: work.now }, verb: 'archive' });
    await rulesOf(entity).afterPresence?.(work, updated);
  } else {
    work.allow(entity, entity.rules.revoke === undefined ? 'delete' : 'revoke', record);
    await rulesOf(entity).beforeDelete?.(work, record);
    await work.remove(entity, record);
  }
}

async function undoDeletion(work: Work, change: Change, covered: Consequences): Promise<void> {
  const entity = work.entity(change.entity);
  if (await work.find(entity, change.id))
    throw new Refusal('cannot_undo', { why: 'The record is there again.' });
  const record = { id: change.id, values: change.before ?? {} };
  if (!isCovered(covered, record)) work.allow(entity, 'create', record);
  await rulesOf(entity).beforeReturn?.(work, record);
  await work.insert(entity, [record]);
}
