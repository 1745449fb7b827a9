import type { Queryable } from '@throughline/db';
import type { FoundActor } from './find-session.ts';

/** The oldest admin of a workspace (the oldest, when none is named): whom the command line acts for. */
export async function findFirstAdmin(db: Queryable, workspace: string | null): Promise<FoundActor | null> {
  const { rows } = await db.query<{ workspace_id: string; person: string }>(
    `select m.workspace_id, m.person from membership m
     join person p on p.workspace_id = m.workspace_id and p.id = m.person and p.archived_at is null
     where m.role = 'admin' and m."in" is null and ($1::text is null or m.workspace_id = $1)
     order by m.workspace_id, m.id limit 1`,
    [workspace],
  );
  const [row] = rows;
  return row ? { workspace: row.workspace_id, actor: { kind: 'person', person: row.person } } : null;
}
