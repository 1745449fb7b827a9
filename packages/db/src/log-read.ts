import type { Change } from '@throughline/model';
import type { Queryable } from './database.ts';
import { openChanges } from './erasure/sealed-changes.ts';

const COLUMNS = `seq, entity, id, space, name, version, before, after, actor_kind as "actorKind", actor, source, cause,
  depth, occurred_at as "occurredAt", recorded_at as "recordedAt"`;

/** Changes after `since`, in order. */
export async function readChanges(
  db: Queryable,
  workspace: string,
  { since, limit = 1000 }: { readonly since: number; readonly limit?: number },
): Promise<Change[]> {
  const { rows } = await db.query<Change>(
    `select ${COLUMNS} from change where workspace_id = $1 and seq > $2 order by seq limit $3`,
    [workspace, since, limit],
  );
  return openChanges(db, workspace, rows);
}

/** With the hash each one carries and personal values sealed, for verifying. */
export async function readHashedChanges(
  db: Queryable,
  workspace: string,
  { since, limit = 1000 }: { readonly since: number; readonly limit?: number },
): Promise<(Change & { hash: Buffer })[]> {
  const { rows } = await db.query<Change & { hash: Buffer }>(
    `select ${COLUMNS}, hash from change where workspace_id = $1 and seq > $2 order by seq limit $3`,
    [workspace, since, limit],
  );
  return rows;
}

/** Records of an entity with changes after one position, up to another. */
export async function readChangedIds(
  db: Queryable,
  workspace: string,
  { entity, since, until }: { readonly entity: string; readonly since: number; readonly until: number },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'select distinct id from change where workspace_id = $1 and seq > $2 and seq <= $3 and entity = $4',
    [workspace, since, until, entity],
  );
  return rows.map(({ id }) => id);
}

/** The newest position; 0 in an empty log. */
export async function readHead(db: Queryable, workspace: string): Promise<number> {
  const { rows } = await db.query<{ seq: number }>('select seq from log_head where workspace_id = $1', [
    workspace,
  ]);
  return rows[0]?.seq ?? 0;
}

/** The history of one record, newest first, before a position when one is given. */
export async function readHistory(
  db: Queryable,
  workspace: string,
  {
    id,
    before = Number.MAX_SAFE_INTEGER,
    limit = 100,
  }: { readonly id: string; readonly before?: number; readonly limit?: number },
): Promise<Change[]> {
  const { rows } = await db.query<Change>(
    `select ${COLUMNS} from change where workspace_id = $1 and id = $2 and seq < $3 order by seq desc limit $4`,
    [workspace, id, before, limit],
  );
  return openChanges(db, workspace, rows);
}

/** All changes of one act, in order. */
export async function readCause(db: Queryable, workspace: string, cause: string): Promise<Change[]> {
  const { rows } = await db.query<Change>(
    `select ${COLUMNS} from change where workspace_id = $1 and cause = $2 order by seq`,
    [workspace, cause],
  );
  return openChanges(db, workspace, rows);
}

/** Fields that changed in a record after a position, with the newest change that touched each. */
export async function readEditsSince(
  db: Queryable,
  workspace: string,
  { id, since }: { readonly id: string; readonly since: number },
): Promise<Change[]> {
  const { rows } = await db.query<Change>(
    `select ${COLUMNS} from change where workspace_id = $1 and id = $2 and seq > $3 order by seq`,
    [workspace, id, since],
  );
  return openChanges(db, workspace, rows);
}

/** The seq of each record's newest change: its version for If-Match. */
export async function readVersions(
  db: Queryable,
  workspace: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.query<{ id: string; seq: number }>(
    `select ids.id, coalesce((select c.seq from change c where c.workspace_id = $1 and c.id = ids.id order by c.seq desc limit 1), 0) as seq
     from unnest($2::text[]) as ids(id)`,
    [workspace, ids],
  );
  return new Map(rows.map((row) => [row.id, row.seq]));
}

/** Changes of some entities within a stretch of the log, `until` included, in order. */
export async function readChangesOf(
  db: Queryable,
  workspace: string,
  {
    since,
    until,
    entities,
  }: { readonly since: number; readonly until: number; readonly entities: readonly string[] },
): Promise<Change[]> {
  const { rows } = await db.query<Change>(
    `select ${COLUMNS} from change where workspace_id = $1 and seq > $2 and seq <= $3 and entity = any($4::text[])
     order by seq`,
    [workspace, since, until, entities],
  );
  return openChanges(db, workspace, rows);
}

/**
 * Connections of a record that were made or ended after a position, in order; `end` is where the record stands in
 * them. Those written by the act that made the position are left out: they belong to it.
 */
export async function readConnectionsSince(
  db: Queryable,
  workspace: string,
  {
    since,
    field,
    end,
    record,
  }: {
    readonly since: number;
    readonly field: string;
    readonly end: 'from' | 'to';
    readonly record: string;
  },
): Promise<Change[]> {
  const { rows } = await db.query<Change>(
    `select ${COLUMNS} from change where workspace_id = $1 and seq > $2 and entity = 'relation'
       and coalesce(after, before) ->> 'field' = $3 and coalesce(after, before) ->> $4::text = $5
       and cause is distinct from (select cause from change where workspace_id = $1 and seq = $2) order by seq`,
    [workspace, since, field, end, record],
  );
  return rows;
}

/** The newest position of every workspace's log. */
export async function readHeads(db: Queryable): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.query<{ workspace_id: string; seq: number }>(
    'select workspace_id, seq from log_head',
  );
  return new Map(rows.map((row) => [row.workspace_id, row.seq]));
}

/** Tells a log that was restored from what it was before; '' where it never was. */
export async function readEpoch(db: Queryable, workspace: string): Promise<string> {
  const { rows } = await db.query<{ epoch: string }>('select epoch from log_head where workspace_id = $1', [
    workspace,
  ]);
  return rows[0]?.epoch ?? '';
}

/** After a restore: every workspace's log is another one from here on. */
export async function beginEpoch(tx: Queryable, epoch: string): Promise<void> {
  await tx.query('update log_head set epoch = $1', [epoch]);
}

/** A place in the order of when things happened. */
export type ChangePlace = { readonly occurredAt: string; readonly seq: number };

/** Changes of an entity's records that happened after `since` and up to `until`, oldest first. */
export async function readChangesBetween(
  db: Queryable,
  workspace: string,
  {
    entity,
    since,
    until,
    space = null,
    after,
    limit,
  }: {
    readonly entity: string;
    /** ISO 8601, as is `until`. */
    readonly since: string;
    readonly until: string;
    readonly space?: string | null;
    readonly after?: ChangePlace;
    readonly limit: number;
  },
): Promise<Change[]> {
  const { rows } = await db.query<Change>(
    `select ${COLUMNS} from change where workspace_id = $1 and entity = $2
       and occurred_at > $3::timestamptz and occurred_at <= $4::timestamptz
       and ($5::text is null or space = $5 or before ->> 'space' = $5)
       and ($6::timestamptz is null or (occurred_at, seq) > ($6::timestamptz, $7::bigint))
     order by occurred_at, seq limit $8`,
    [workspace, entity, since, until, space, after?.occurredAt ?? null, after?.seq ?? null, limit],
  );
  return openChanges(db, workspace, rows);
}
