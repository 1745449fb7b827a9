import { loadRecords, type StoredRecord } from '@throughline/db';
import { createPrepared } from '../records/create-record.ts';
import type { Work } from '../work.ts';
import { readWords } from './read-words.ts';

/** The company of a name, made when there is none; undefined for no name. */
export async function companyOf(work: Work, given: string): Promise<StoredRecord | undefined> {
  const name = readWords('company', given, { length: 300 });
  if (name === '') return undefined;
  const entity = work.entity('company');
  const { rows } = await work.tx.query<{ id: string }>(
    `select id from company where workspace_id = $1 and lower(name) = lower($2) and archived_at is null
     order by id limit 1`,
    [work.state.id, name],
  );
  const known = rows[0]?.id;
  if (known === undefined) return createPrepared(work, entity, { values: { name } });
  return (await loadRecords(work.tx, work.tableOf(entity), work.state.id, { ids: [known] })).get(known);
}
