import type { StoredRecord } from '@throughline/db';
import type { Work } from '../work.ts';

/** What people outside are known by, whatever the case. */
const KNOWN_BY = { contact: 'email', company: 'name' } as const;

/** The oldest that is not archived. */
export async function findKnown(
  work: Work,
  name: keyof typeof KNOWN_BY,
  text: string,
): Promise<StoredRecord | undefined> {
  const { rows } = await work.tx.query<{ id: string }>(
    `select id from ${name} where workspace_id = $1 and lower(${KNOWN_BY[name]}) = lower($2)
       and archived_at is null order by id limit 1`,
    [work.state.id, text],
  );
  const [row] = rows;
  return row && work.find(work.entity(name), row.id);
}
