import { type JsonObject, textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import { keepFinishedOf } from '../decide/scoring.ts';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import { takeOver, takeReactions } from '../records/take-over.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { followRecords } from './follow-records.ts';

/** What hangs on an idea, and the field by which it does. */
const HANGS_ON = [
  { entity: 'insight', via: 'idea' },
  { entity: 'comment', via: 'record' },
  { entity: 'attachment', via: 'record' },
] as const;

/**
 * Makes other ideas part of this one: votes, insights, comments, connections and files go over, and the
 * merged ideas are archived and lead here. All changes share one cause, so that one undo takes it back.
 */
export async function mergeIdea(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('idea');
  const { from } = input as { from: readonly string[] };
  const into = await work.read(entity, id, { lock: true });
  work.allow(entity, 'merge', into);
  if (into.values['mergedInto'] !== undefined)
    throw new Refusal('not_possible', { message: 'This idea is itself merged into another.' });
  for (const other of [...new Set(from)].toSorted()) await mergeOne(work, into, other);
  return present(work.fieldsOf(entity), into.id, into.values);
}

async function mergeOne(work: Work, into: StoredRecord, id: string): Promise<void> {
  const entity = work.entity('idea');
  if (id === into.id) throw new Refusal('not_possible', { message: 'An idea cannot be merged into itself.' });
  const merged = await work.read(entity, id, { lock: true });
  work.allow(entity, 'merge', merged);
  if (merged.values['mergedInto'] !== undefined)
    throw new Refusal('not_possible', { message: `${textOf(merged.values['key'])} is merged already.` });
  const space = into.values['space'] ?? null;
  const moved: string[] = [];
  for (const { entity: name, via } of HANGS_ON) {
    const hanging = work.entity(name);
    for (const record of await findAll(work, hanging, { [via]: id })) {
      await work.update(hanging, record, { values: { [via]: into.id, space } });
      moved.push(record.id);
    }
  }
  if (moved.length > 0) await followRecords(work, moved, textOf(space));
  await takeOver(work, {
    name: 'vote',
    from: id,
    into,
    same: ({ person, contact, field, round }) =>
      [person ?? contact, field, round].map((each) => textOf(each ?? '')).join(' '),
  });
  await takeReactions(work, id, into);
  await takeConnections(work, id, into);
  await work.update(entity, merged, {
    values: { mergedInto: into.id, archivedAt: merged.values['archivedAt'] ?? work.now },
    verb: 'merge',
  });
  await keepFinishedOf(work, id);
}

async function takeConnections(work: Work, from: string, into: StoredRecord): Promise<void> {
  const entity = work.entity('relation');
  for (const end of ['from', 'to'] as const) {
    for (const record of await findAll(work, entity, { [end]: from })) {
      const next = { ...record.values, [end]: into.id };
      const twins = await findAll(work, entity, {
        from: next['from'],
        to: next['to'],
        type: next['type'],
        field: next['field'] ?? null,
      });
      if (next['from'] === next['to'] || twins.length > 0) await work.remove(entity, record);
      else {
        // A connection lives where it begins.
        const place = end === 'from' ? { space: into.values['space'] ?? null } : {};
        await work.update(entity, record, { values: { [end]: into.id, ...place } });
      }
    }
  }
}
