/**
 * The end of every writing transaction: the changes join the log. The workspace's head row is taken last and
 * held until commit, so positions have no gaps and a reader that has seen seq n has seen all before it. Each
 * change carries a hash over its predecessor's, so a removed or altered one shows.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, must, type Json } from '@throughline/base';
import type { Change } from '@throughline/model';
import type { Queryable, Transaction } from './database.ts';

/** A change before it has its place. */
export type NewChange = Omit<Change, 'seq'>;

/** Appends in order and answers the first one's seq. */
export async function appendChanges(
  tx: Queryable,
  workspace: string,
  changes: readonly NewChange[],
): Promise<number> {
  const { text, values } = appendStatement(workspace, changes);
  return firstSeq(workspace, changes, await tx.query<Head>(text, values));
}

/** As `appendChanges`, as the transaction's last statement: await the answer after the transaction. */
export async function appendLast(
  tx: Transaction,
  workspace: string,
  changes: readonly NewChange[],
): Promise<number> {
  const { text, values } = appendStatement(workspace, changes);
  return firstSeq(workspace, changes, await tx.queryLast<Head>(text, values));
}

type Head = { readonly last: number };

type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** Most acts are one change, which a plainer statement appends in half the time. */
function appendStatement(workspace: string, changes: readonly NewChange[]): Statement {
  const [change] = changes;
  if (change && changes.length === 1)
    return { text: APPEND_ONE, values: [workspace, digestOf(change), ...columnsOf(change)] };
  const digests = changes.map((each) => digestOf(each).toString('hex'));
  return { text: APPEND, values: [workspace, JSON.stringify(changes), digests, changes.length] };
}

function columnsOf(change: NewChange): readonly unknown[] {
  const { entity, id, space, name, version, actorKind, actor, source, cause, depth } = change;
  const [before, after] = [change.before, change.after].map((values) => values && JSON.stringify(values));
  const times = [change.occurredAt, change.recordedAt];
  return [entity, id, space, name, version, before, after, actorKind, actor, source, cause, depth, ...times];
}

function firstSeq(
  workspace: string,
  changes: readonly NewChange[],
  { rows }: { readonly rows: readonly Head[] },
): number {
  const last = must(rows[0], `Workspace ${workspace} has no log`).last;
  return last - changes.length + 1;
}

const APPEND_ONE = `
with head as (
  update log_head set seq = seq + 1, hash = sha256(hash || $2::bytea) where workspace_id = $1 returning seq, hash
)
insert into change (workspace_id, seq, entity, id, space, name, version, before, after, actor_kind, actor,
                    source, cause, depth, occurred_at, recorded_at, hash)
select $1, seq, $3, $4, $5, $6, $7::int, $8::jsonb, $9::jsonb, $10, $11, $12, $13, $14::int, $15::timestamptz,
       $16::timestamptz, hash from head
returning seq as last`;

const APPEND = `
with recursive head as (
  select seq, hash from log_head where workspace_id = $1 for update
), chain(n, hash) as (
  select 0, hash from head
  union all
  select n + 1, sha256(hash || decode(($3::text[])[n + 1], 'hex')) from chain where n < $4::int
), appended as (
  insert into change (workspace_id, seq, entity, id, space, name, version, before, after, actor_kind, actor,
                      source, cause, depth, occurred_at, recorded_at, hash)
  select $1, head.seq + r.n, r.entity, r.id, r.space, r.name, r.version, r.before, r.after, r."actorKind", r.actor,
         r.source, r.cause, r.depth, r."occurredAt", r."recordedAt", chain.hash
  from head, rows from (
    jsonb_to_recordset($2::jsonb) as (entity text, id text, space text, name text, version int, before jsonb,
      after jsonb, "actorKind" text, actor text, source text, cause text, depth int, "occurredAt" timestamptz,
      "recordedAt" timestamptz)
  ) with ordinality as r(entity, id, space, name, version, before, after, "actorKind", actor, source, cause, depth,
      "occurredAt", "recordedAt", n)
  join chain on chain.n = r.n
)
update log_head h set seq = head.seq + $4::int, hash = (select hash from chain where n = $4::int)
from head where h.workspace_id = $1
returning h.seq as last`;

/** SHA-256 of the change's content; its place is in the chain, not in the digest. */
export function digestOf(change: NewChange): Buffer {
  const { entity, id, space, name, version, before, after, actorKind, actor, source, cause, depth } = change;
  const content = { entity, id, space, name, version, before, after, actorKind, actor, source, cause, depth };
  const times = { occurredAt: change.occurredAt, recordedAt: change.recordedAt };
  return createHash('sha256')
    .update(canonicalJson({ ...content, ...times } as Json))
    .digest();
}

/** The hash a change must carry, given its predecessor's. */
export function chainHash(previous: Buffer, change: NewChange): Buffer {
  return createHash('sha256').update(previous).update(digestOf(change)).digest();
}

/** What the first change of a log stands on. */
export const GENESIS_HASH = Buffer.alloc(32);

export async function createLog(tx: Queryable, workspace: string): Promise<void> {
  await tx.query('insert into log_head (workspace_id, seq, hash) values ($1, 0, $2)', [
    workspace,
    GENESIS_HASH,
  ]);
}
