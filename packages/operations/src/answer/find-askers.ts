import type { Work } from '../work.ts';
import { REPLYING } from './conversation-of.ts';

/** A customer who asked for what an idea is about, and may be told. */
export type Asker = {
  readonly contact: string;
  /** The earliest feedback by which they asked; null where it was noted as an insight alone. */
  readonly feedback: string | null;
  /** What they asked for, in their words. */
  readonly title: string;
  /** When, in ISO 8601. */
  readonly askedAt: string;
  /** Of the portal they asked at. */
  readonly language: string | null;
  /** By which they can be answered in the conversation where they asked; null where that is not so. */
  readonly connection: string | null;
};

/** Each once, whatever they said and voted for. */
export async function findAskers(work: Work, idea: string): Promise<readonly Asker[]> {
  const { rows } = await work.tx.query<Omit<Asker, 'askedAt'> & { readonly askedAt: Date | string }>(
    `select distinct on (n.contact) n.contact, f.id as feedback, coalesce(f.title, n.excerpt, '') as title,
       coalesce(f.received_at, n.created_at) as "askedAt", p.language,
       k.id as connection
     from insight n
     join contact c on c.workspace_id = n.workspace_id and c.id = n.contact
     left join feedback f on f.workspace_id = n.workspace_id and f.id = n.feedback
     left join portal p on p.workspace_id = n.workspace_id and p.id = f.portal
     left join connection k on k.workspace_id = n.workspace_id and k.id = f.connection and f.contact = n.contact
       and f.thread is not null and k.archived_at is null and k.connector = any($3::text[])
     where n.workspace_id = $1 and n.idea = $2 and n.archived_at is null
       and (c.email is not null or k.id is not null)
       and c.archived_at is null and c.erased_at is null and c.unsubscribed_at is null
     order by n.contact, f.received_at nulls last, n.id`,
    [work.state.id, idea, REPLYING],
  );
  return rows.map(({ askedAt, ...asker }) => ({ ...asker, askedAt: new Date(askedAt).toISOString() }));
}
