/** How the ways by which feedback comes in are doing, as far as the reader may see them. */
import { Refusal } from '@throughline/contract';
import { readablePlaces, roleOf } from '../access/authorise.ts';
import type { Actor } from '../access/actor.ts';
import type { Runtime } from '../runtime.ts';
import { mustState } from './must-state.ts';

export type ChannelHealth = {
  readonly kind: 'portal' | 'mailbox' | 'connection';
  readonly id: string;
  readonly name: string;
  readonly space: string;
  readonly items: number;
  /** ISO 8601; null before the first. */
  readonly lastItemAt: string | null;
  /** Nobody has taken them in hand. */
  readonly backlog: number;
  /** Wait to be let onto the portal. */
  readonly waiting: number;
  /** How often something went wrong, since there is the channel. */
  readonly errors: number;
  readonly fault: string | null;
  readonly faultAt: string | null;
};

type Row = Omit<ChannelHealth, 'lastItemAt' | 'faultAt'> & {
  readonly lastItemAt: Date | string | null;
  readonly faultAt: Date | string | null;
};

export async function readChannels(
  runtime: Runtime,
  { workspace, actor }: { readonly workspace: string; readonly actor: Actor },
): Promise<readonly ChannelHealth[]> {
  const { database, model } = runtime;
  const state = await mustState(runtime, workspace);
  if (roleOf(state, actor, null) === null) throw new Refusal('not_found');
  const seen = (entity: string) => readablePlaces(state, actor, model.entity(entity)).spaces;
  const { rows } = await database.query<Row>(
    `select c.kind, c.id, c.name, c.space, coalesce(h.errors, 0) as errors, coalesce(h.fault, c.fault) as fault,
       coalesce(h.fault_at, c.fault_at) as "faultAt", count(f.id)::int as items,
       max(f.received_at) as "lastItemAt", count(f.id) filter (where f.state = 'new')::int as backlog,
       count(f.id) filter (where f.publicity = 'waiting')::int as waiting
     from (
       select 'portal' as kind, id, name, space, null as fault, null::timestamptz as fault_at from portal
         where workspace_id = $1 and space = any($2::text[]) and archived_at is null
       union all
       select 'mailbox', id, name, space, fault, fault_at from mailbox
         where workspace_id = $1 and space = any($3::text[]) and archived_at is null
       union all
       select 'connection', id, name, space, null, null from connection
         where workspace_id = $1 and space = any($5::text[]) and archived_at is null
     ) c
     left join channel_state h on h.workspace_id = $1 and h.channel = c.id
     left join feedback f on f.workspace_id = $1 and f.archived_at is null
       and c.id = case c.kind when 'portal' then f.portal when 'mailbox' then f.mailbox else f.connection end and f.space = any($4::text[])
     group by c.kind, c.id, c.name, c.space, c.fault, c.fault_at, h.errors, h.fault, h.fault_at order by c.name, c.id`,
    [workspace, seen('portal'), seen('mailbox'), seen('feedback'), seen('connection')],
  );
  return rows.map(({ lastItemAt, faultAt, ...row }) => ({
    ...row,
    lastItemAt: toInstant(lastItemAt),
    faultAt: toInstant(faultAt),
  }));
}

function toInstant(at: Date | string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
