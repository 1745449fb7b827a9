import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Work } from '../work.ts';
import { findAll, findOne } from './find-one.ts';

/** A workspace without an admin could never be changed again. */
export async function keepOneAdmin(work: Work, record: StoredRecord): Promise<void> {
  if (record.values['in'] !== undefined || record.values['role'] !== 'admin') return;
  const admins = await findAll(work, work.entity('membership'), { role: 'admin' });
  const others = admins.filter((each) => each.values['in'] === undefined && each.id !== record.id);
  for (const other of others) {
    const person = await findOne(work, work.entity('person'), { id: other.values['person'] });
    if (person && person.values['archivedAt'] === undefined) return;
  }
  throw new Refusal('not_possible', {
    message: 'This is the last admin of the workspace.',
    fix: 'Make somebody else an admin first.',
  });
}
