import type { StoredRecord } from '@throughline/db';
import { createPrepared } from '../records/create-record.ts';
import type { Work } from '../work.ts';
import { findKnown } from './find-known.ts';
import { readWords } from './read-words.ts';

/** The company of a name, made when there is none; undefined for no name. */
export async function companyOf(work: Work, given: string): Promise<StoredRecord | undefined> {
  const name = readWords('company', given, { length: 300 });
  if (name === '') return undefined;
  const known = await findKnown(work, 'company', name);
  return known ?? createPrepared(work, work.entity('company'), { values: { name } });
}
