import type { StoredRecord } from '@throughline/db';
import { createPrepared } from '../records/create-record.ts';
import type { Work } from '../work.ts';

export async function addVote(work: Work, post: StoredRecord, contact: string): Promise<void> {
  const { space = null } = post.values;
  await createPrepared(work, work.entity('vote'), {
    values: { record: post.id, contact, weight: 1, space },
  });
}
