import type { StoredRecord } from '@throughline/db';
import { leadOf } from '../records/lead-of.ts';
import type { Work } from '../work.ts';

/** What people outside are known by, whatever the case. */
const KNOWN_BY = { contact: 'email', company: 'name' } as const;

/** The oldest that is not archived; of what was merged, what it has become part of. */
export async function findKnown(
  work: Work,
  name: keyof typeof KNOWN_BY,
  text: string,
): Promise<StoredRecord | undefined> {
  const { rows } = await work.tx.query<{ id: string }>(
    `select id from ${name} where workspace_id = $1 and lower(${KNOWN_BY[name]}) = lower($2)
       and (archived_at is null or merged_into is not null) order by archived_at is not null, id limit 1`,
    [work.state.id, text],
  );
  const [row] = rows;
  const entity = work.entity(name);
  const found = row && (await work.find(entity, row.id));
  if (found === undefined) return undefined;
  const lead = await leadOf(work, entity, found);
  return lead.values['archivedAt'] === undefined ? lead : undefined;
}
