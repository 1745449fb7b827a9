/** Who a credential stands for. The secrets themselves are never stored, so they are found by their hash. */
import type { Queryable } from '@throughline/db';
import type { Actor } from './actor.ts';
import { hashSecret } from './secret.ts';

export type FoundActor = { readonly workspace: string; readonly actor: Actor };

/** Null when the token is unknown, expired or withdrawn, or its person has left. `now` is ISO 8601. */
export async function findTokenActor(db: Queryable, secret: string, now: string): Promise<FoundActor | null> {
  const { rows } = await db.query<{ workspace_id: string; person: string; scopes: string[] }>(
    `select t.workspace_id, t.person, t.scopes from token t
     join person p on p.workspace_id = t.workspace_id and p.id = t.person and p.archived_at is null
     where t.secret_hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2::timestamptz)`,
    [hashSecret(secret), now],
  );
  const [row] = rows;
  return row
    ? { workspace: row.workspace_id, actor: { kind: 'token', person: row.person, scopes: row.scopes } }
    : null;
}

/** The person of a signed-in account, in the workspace wanted or else the oldest. */
export async function findAccountActor(
  db: Queryable,
  account: string,
  workspace: string | null,
): Promise<FoundActor | null> {
  const { rows } = await db.query<{ workspace_id: string; id: string }>(
    `select workspace_id, id from person
     where account = $1 and archived_at is null and ($2::text is null or workspace_id = $2) order by id limit 1`,
    [account, workspace],
  );
  const [row] = rows;
  return row ? { workspace: row.workspace_id, actor: { kind: 'person', person: row.id } } : null;
}

/** The workspace that an invitation's secret leads to. */
export async function findInvitationWorkspace(db: Queryable, secret: string): Promise<string | null> {
  const { rows } = await db.query<{ workspace_id: string }>(
    'select workspace_id from invitation where secret_hash = $1',
    [hashSecret(secret)],
  );
  return rows[0]?.workspace_id ?? null;
}

/** True until the first workspace is made. */
export async function isInstallationEmpty(db: Queryable): Promise<boolean> {
  const { rows } = await db.query('select 1 from log_head limit 1');
  return rows.length === 0;
}
