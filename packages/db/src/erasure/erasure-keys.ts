/** The keys of people and contacts. An empty key is one that was destroyed. */
import { randomBytes } from 'node:crypto';
import type { Queryable } from '../database.ts';

export type ErasureKeys = ReadonlyMap<string, Buffer | null>;

const KEY_BYTES = 32;

/** The keys of subjects that have one. */
export async function readKeys(
  db: Queryable,
  workspace: string,
  subjects: readonly string[],
): Promise<ErasureKeys> {
  const { rows } = await db.query<{ subject: string; key: Buffer | null }>(
    'select subject, key from erasure_key where workspace_id = $1 and subject = any($2::text[])',
    [workspace, subjects],
  );
  return new Map(rows.map(({ subject, key }) => [subject, key]));
}

/** The keys of all the subjects; made where there is none yet. */
export async function takeKeys(
  tx: Queryable,
  workspace: string,
  subjects: readonly string[],
): Promise<ErasureKeys> {
  const known = await readKeys(tx, workspace, subjects);
  const missing = subjects.filter((subject) => !known.has(subject));
  if (missing.length === 0) return known;
  const fresh = missing.map(() => randomBytes(KEY_BYTES).toString('hex'));
  await tx.query(
    `insert into erasure_key (workspace_id, subject, key)
     select $1, k.subject, decode(k.key, 'hex') from unnest($2::text[], $3::text[]) as k(subject, key)
     on conflict do nothing`,
    [workspace, missing, fresh],
  );
  return readKeys(tx, workspace, subjects);
}

/** From here on nobody can read what was sealed with it, here or in the log; backups made before still hold it. */
export async function destroyKey(tx: Queryable, workspace: string, subject: string): Promise<void> {
  await tx.query(
    `insert into erasure_key (workspace_id, subject, key) values ($1, $2, null)
     on conflict (workspace_id, subject) do update set key = null`,
    [workspace, subject],
  );
}
