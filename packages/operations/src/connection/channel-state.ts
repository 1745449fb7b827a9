/** How a channel is doing: not in the log, for nobody did it. */
import type { Json } from '@throughline/base';
import type { Queryable } from '@throughline/db';

export type ChannelPlace = { readonly workspace: string; readonly channel: string };

/** One more thing went wrong. */
export async function noteChannelFault(
  db: Queryable,
  { workspace, channel }: ChannelPlace,
  { fault, at }: { readonly fault: string; readonly at: string },
): Promise<void> {
  await db.query(
    `insert into channel_state (workspace_id, channel, errors, fault, fault_at)
     values ($1, $2, 1, $3, $4::timestamptz) on conflict (workspace_id, channel)
     do update set errors = channel_state.errors + 1, fault = excluded.fault, fault_at = excluded.fault_at`,
    [workspace, channel, fault.slice(0, 500), at],
  );
}

/** From 15 seconds on, twice as long each time. */
const FIRST_REST_MS = 15_000;
const LONGEST_REST_MS = 3_600_000;

export type Trouble = {
  readonly fault: string;
  readonly at: string;
  /** How long the other side wants to be left alone, in milliseconds. */
  readonly waitMs: number;
};

/** It is left alone for a while: the longer, the more often in a row it did not do what was asked. */
export async function restChannel(
  db: Queryable,
  place: ChannelPlace,
  { fault, at, waitMs }: Trouble,
): Promise<void> {
  await noteChannelFault(db, place, { fault, at });
  await db.query(
    `update channel_state set failures = failures + 1, held_until = null, rest_until = $3::timestamptz
       + greatest($4::float8, least($5::float8 * power(2, least(failures, 20)), $6::float8)) * interval '1 millisecond'
     where workspace_id = $1 and channel = $2`,
    [place.workspace, place.channel, at, waitMs, FIRST_REST_MS, LONGEST_REST_MS],
  );
}

/** It works again. */
export async function wakeChannel(db: Queryable, { workspace, channel }: ChannelPlace): Promise<void> {
  await db.query(
    `update channel_state set failures = 0, rest_until = null, fault = null, fault_at = null
     where workspace_id = $1 and channel = $2 and (fault is not null or failures > 0)`,
    [workspace, channel],
  );
}

export type Holding = {
  readonly at: string;
  /** When it was read after that, it is not read now. */
  readonly notReadSince: string;
  readonly until: string;
};

/** Null where it rests, was read just now, or another process reads it; else how far it has been read. */
export async function holdChannel(
  db: Queryable,
  { workspace, channel }: ChannelPlace,
  { at, notReadSince, until }: Holding,
): Promise<{ readonly cursor: Json } | null> {
  await db.query('insert into channel_state (workspace_id, channel) values ($1, $2) on conflict do nothing', [
    workspace,
    channel,
  ]);
  const { rows } = await db.query<{ cursor: Json }>(
    `update channel_state set held_until = $5::timestamptz where workspace_id = $1 and channel = $2
       and (held_until is null or held_until < $3::timestamptz)
       and (rest_until is null or rest_until < $3::timestamptz)
       and (read_at is null or read_at < $4::timestamptz)
     returning cursor`,
    [workspace, channel, at, notReadSince, until],
  );
  return rows[0] ?? null;
}

/** Up to here everything is kept: in the transaction that kept it, or after it. */
export async function moveChannelCursor(
  db: Queryable,
  { workspace, channel }: ChannelPlace,
  cursor: Json,
): Promise<void> {
  await db.query('update channel_state set cursor = $3::jsonb where workspace_id = $1 and channel = $2', [
    workspace,
    channel,
    JSON.stringify(cursor),
  ]);
}

export async function releaseChannel(
  db: Queryable,
  { workspace, channel }: ChannelPlace,
  at: string,
): Promise<void> {
  await db.query(
    `update channel_state set held_until = null, read_at = $3::timestamptz
     where workspace_id = $1 and channel = $2`,
    [workspace, channel, at],
  );
}
