/** Requests as customers see them: what is public, how many want it and how far it is; nothing of who asked. */
import { Refusal } from '@throughline/contract';
import { mustState } from '../reads/must-state.ts';
import type { Runtime } from '../runtime.ts';
import type { PortalVisit } from './portal-visit.ts';
import { selectStages, stageRows, type Stage } from './stages.ts';

export type PortalPost = {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  /** In lists the beginning alone. */
  readonly body: string;
  /** ISO 8601. */
  readonly at: string;
  readonly votes: number;
  readonly comments: number;
  readonly stage: Stage;
  /** Of the reader, who must be signed in for it. */
  readonly hasVoted: boolean;
  readonly isOwn: boolean;
  /** Only its own author sees a post that waits. */
  readonly isWaiting: boolean;
};

export type PortalComment = {
  readonly body: string;
  readonly at: string;
  /** Somebody of the workspace, by name; customers are not told of each other. */
  readonly by: { readonly kind: 'team'; readonly name: string } | { readonly kind: 'customer' | 'you' };
};

type PostRow = Omit<PortalPost, 'stage' | 'at'> & {
  readonly stage: Stage | null;
  readonly at: Date | string;
};

/**
 * Parameters: workspace, portal, reader, stages, ids. What hangs on the posts is looked up by the given ids and not
 * by the posts' own, which are of another collation than the indexes.
 */
function selectPosts(body: string): string {
  return `select f.id, f.key, f.title, ${body} as body, f.received_at as at, coalesce(v.votes, 0)::int as votes,
      coalesce(v.own, false) as "hasVoted", coalesce(c.comments, 0)::int as comments,
      f.contact is not null and f.contact = $3 as "isOwn", f.publicity = 'waiting' as "isWaiting", i.stage
    from feedback f
    left join (select record, count(*) as votes, bool_or(contact = $3) as own from vote
        where workspace_id = $1 and record = any($5::text[]) and field is null and archived_at is null
        group by record) v on v.record = f.id
    left join (select record, count(*) as comments from comment
        where workspace_id = $1 and record = any($5::text[]) and publicity = 'public' and archived_at is null
        group by record) c on c.record = f.id
    left join (${selectStages('$4', 'n.feedback = any($5::text[])')}) i on i.feedback = f.id
    where f.workspace_id = $1 and f.portal = $2 and f.archived_at is null and f.id = any($5::text[])
      and (f.publicity = 'public' or (f.publicity = 'waiting' and f.contact = $3))
    order by array_position($5::text[], f.id)`;
}

/** In the order of their ids here; what the reader may not see is left out. */
export async function readPosts(
  runtime: Runtime,
  visit: PortalVisit,
  ids: readonly string[],
): Promise<readonly PortalPost[]> {
  return ids.length === 0 ? [] : select(runtime, visit, { body: 'left(f.body, 300)', ids });
}

async function select(
  runtime: Runtime,
  visit: PortalVisit,
  { body, ids }: { readonly body: string; readonly ids: readonly string[] },
): Promise<readonly PortalPost[]> {
  const state = await mustState(runtime, visit.workspace);
  const stages = JSON.stringify(stageRows(state));
  const { rows } = await runtime.database.query<PostRow>(selectPosts(body), [
    visit.workspace,
    visit.portal.id,
    visit.contact,
    stages,
    ids,
  ]);
  return rows.map(toPost);
}

export type PostPage = { readonly post: PortalPost; readonly comments: readonly PortalComment[] };

/** One request with what was said about it, oldest first. */
export async function readPost(runtime: Runtime, visit: PortalVisit, key: string): Promise<PostPage> {
  const { rows } = await runtime.database.query<{ id: string }>(
    'select id from feedback where workspace_id = $1 and portal = $2 and key = $3',
    [visit.workspace, visit.portal.id, key],
  );
  const ids = rows.map(({ id }) => id);
  const [post] = ids.length === 0 ? [] : await select(runtime, visit, { body: 'f.body', ids });
  if (!post) throw new Refusal('not_found', { message: `There is no request ${key.slice(0, 60)} here.` });
  return { post, comments: await readComments(runtime, visit, post.id) };
}

/** The key of the public request that another one has become part of. */
export async function findLeadingPost(
  { database }: Runtime,
  { workspace, portal }: PortalVisit,
  key: string,
): Promise<string | undefined> {
  const { rows } = await database.query<{ key: string }>(
    `with recursive lead as (
       select id, key, merged_into, publicity, archived_at from feedback
         where workspace_id = $1 and portal = $2 and key = $3 and merged_into is not null
       union select f.id, f.key, f.merged_into, f.publicity, f.archived_at from feedback f
         join lead on f.id = lead.merged_into where f.workspace_id = $1 and f.portal = $2)
     select key from lead where merged_into is null and archived_at is null and publicity = 'public' limit 1`,
    [workspace, portal.id, key],
  );
  return rows[0]?.key;
}

const MOST_COMMENTS = 200;

async function readComments(
  { database }: Runtime,
  { workspace, contact }: PortalVisit,
  post: string,
): Promise<readonly PortalComment[]> {
  const { rows } = await database.query<{
    body: string;
    at: Date | string;
    author: string | null;
    isOwn: boolean;
  }>(
    `select c.body, c.created_at as at, p.name as author, c.contact is not null and c.contact = $3 as "isOwn"
     from comment c left join person p on p.workspace_id = c.workspace_id and p.id = c.created_by
     where c.workspace_id = $1 and c.record = $2 and c.publicity = 'public' and c.archived_at is null
     order by c.created_at, c.id limit ${MOST_COMMENTS}`,
    [workspace, post, contact],
  );
  return rows.map(({ body, at, author, isOwn }) => ({
    body,
    at: toInstant(at),
    by: author === null ? { kind: isOwn ? 'you' : 'customer' } : { kind: 'team', name: author },
  }));
}

function toPost({ stage, at, ...row }: PostRow): PortalPost {
  return { ...row, body: row.body ?? '', stage: stage ?? 'open', at: toInstant(at) };
}

function toInstant(at: Date | string): string {
  return at instanceof Date ? at.toISOString() : at;
}
