/** Requests as customers see them: what is public, how many want it and how far it is; nothing of who asked. */
import { Refusal } from '@throughline/contract';
import { mustState } from '../reads/must-state.ts';
import type { Runtime } from '../runtime.ts';
import type { PortalVisit } from './portal-visit.ts';
import { stageRows, type Stage } from './stages.ts';

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

/** Of a few: parameters 1–4 are workspace, portal, reader and stages. */
function selectPosts(body: string, where: string): string {
  return `select f.id, f.key, f.title, ${body} as body, f.received_at as at, v.votes,
      coalesce(v.own, false) as "hasVoted",
      (select count(*)::int from comment c where c.workspace_id = f.workspace_id and c.record = f.id
         and c.publicity = 'public' and c.archived_at is null) as comments,
      f.contact is not null and f.contact = $3 as "isOwn", f.publicity = 'waiting' as "isWaiting", i.stage
    from feedback f
    join lateral (select count(*)::int as votes, bool_or(v.contact = $3) as own from vote v
        where v.workspace_id = f.workspace_id and v.record = f.id and v.field is null and v.archived_at is null) v on true
    left join lateral (select s.stage from insight n
        join idea on idea.workspace_id = n.workspace_id and idea.id = n.idea and idea.archived_at is null
        left join jsonb_to_recordset($4::jsonb) as s(space text, status text, stage text)
          on s.space = idea.space and s.status = idea.status
        where n.workspace_id = f.workspace_id and n.feedback = f.id and n.archived_at is null and n.vote is null
        order by n.created_at, n.id limit 1) i on true
    where f.workspace_id = $1 and f.portal = $2 and f.archived_at is null
      and (f.publicity = 'public' or (f.publicity = 'waiting' and f.contact = $3)) and ${where}`;
}

/** In the order of their ids here; what the reader may not see is left out. */
export async function readPosts(
  runtime: Runtime,
  visit: PortalVisit,
  ids: readonly string[],
): Promise<readonly PortalPost[]> {
  if (ids.length === 0) return [];
  const { rows } = await runtime.database.query<PostRow>(
    `${selectPosts('left(f.body, 300)', 'f.id = any($5::text[])')} order by array_position($5::text[], f.id)`,
    [...(await commonParameters(runtime, visit)), ids],
  );
  return rows.map(toPost);
}

export type PostPage = { readonly post: PortalPost; readonly comments: readonly PortalComment[] };

/** One request with what was said about it, oldest first. */
export async function readPost(runtime: Runtime, visit: PortalVisit, key: string): Promise<PostPage> {
  const { rows } = await runtime.database.query<PostRow>(selectPosts('f.body', 'f.key = $5'), [
    ...(await commonParameters(runtime, visit)),
    key,
  ]);
  const [row] = rows;
  if (!row) throw new Refusal('not_found', { message: `There is no request ${key.slice(0, 60)} here.` });
  return { post: toPost(row), comments: await readComments(runtime, visit, row.id) };
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

async function commonParameters(runtime: Runtime, visit: PortalVisit): Promise<unknown[]> {
  const state = await mustState(runtime, visit.workspace);
  return [visit.workspace, visit.portal.id, visit.contact, JSON.stringify(stageRows(state))];
}

function toPost({ stage, at, ...row }: PostRow): PortalPost {
  return { ...row, body: row.body ?? '', stage: stage ?? 'open', at: toInstant(at) };
}

function toInstant(at: Date | string): string {
  return at instanceof Date ? at.toISOString() : at;
}
