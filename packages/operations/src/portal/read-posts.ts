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

export const POST_SORTS = ['top', 'new'] as const;
export type PostSort = (typeof POST_SORTS)[number];

export type PostsRequest = {
  /** Of these alone, in this order. */
  readonly ids?: readonly string[];
  readonly sort?: PostSort;
  readonly stage?: Stage;
  /** Of the reader alone. */
  readonly isMine?: boolean;
  /** From 1. */
  readonly page?: number;
};

export type PostsPage = { readonly posts: readonly PortalPost[]; readonly hasMore: boolean };

const POSTS_A_PAGE = 30;
/** Deeper pages nobody turns to by hand. */
const MOST_PAGES = 500;

const ORDERS: Readonly<Record<PostSort, string>> = {
  top: 'votes desc, f.received_at desc, f.id desc',
  new: 'f.received_at desc, f.id desc',
};

type PostRow = Omit<PortalPost, 'stage' | 'at'> & {
  readonly stage: Stage | null;
  readonly at: Date | string;
};

/** Parameters 1–4: workspace, portal, reader, stages. */
function selectPosts(body: string): string {
  return `select f.id, f.key, f.title, ${body} as body, f.received_at as at,
      coalesce(v.votes, 0)::int as votes, coalesce(v.own, false) as "hasVoted",
      (select count(*)::int from comment c where c.workspace_id = f.workspace_id and c.record = f.id
         and c.publicity = 'public' and c.archived_at is null) as comments,
      f.contact is not null and f.contact = $3 as "isOwn", f.publicity = 'waiting' as "isWaiting", i.stage
    from feedback f
    left join (select v.record, count(*) as votes, bool_or(v.contact = $3) as own from vote v
        where v.workspace_id = $1 and v.field is null and v.archived_at is null group by v.record) v on v.record = f.id
    left join lateral (select s.stage from insight n
        join idea on idea.workspace_id = n.workspace_id and idea.id = n.idea and idea.archived_at is null
        left join jsonb_to_recordset($4::jsonb) as s(space text, status text, stage text)
          on s.space = idea.space and s.status = idea.status
        where n.workspace_id = f.workspace_id and n.feedback = f.id and n.archived_at is null and n.vote is null
        order by n.created_at, n.id limit 1) i on true
    where f.workspace_id = $1 and f.portal = $2 and f.archived_at is null
      and (f.publicity = 'public' or (f.publicity = 'waiting' and f.contact = $3))`;
}

export async function readPosts(
  runtime: Runtime,
  visit: PortalVisit,
  { ids, sort = 'top', stage, isMine = false, page = 1 }: PostsRequest,
): Promise<PostsPage> {
  const parameters: unknown[] = await commonParameters(runtime, visit);
  const given = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions = [
    ...(stage === undefined ? [] : [`coalesce(i.stage, 'open') = ${given(stage)}`]),
    ...(isMine ? [`(f.contact = $3 or v.own)`] : []),
  ];
  const order = ids === undefined ? ORDERS[sort] : `array_position(${given(ids)}::text[], f.id)`;
  if (ids !== undefined) conditions.push(`f.id = any(${given(ids)}::text[])`);
  const skipped = (Math.min(Math.max(1, page), MOST_PAGES) - 1) * POSTS_A_PAGE;
  const { rows } = await runtime.database.query<PostRow>(
    `${selectPosts('left(f.body, 300)')} ${conditions.map((each) => `and ${each}`).join(' ')}
     order by ${order} limit ${POSTS_A_PAGE + 1} offset ${given(skipped)}`,
    parameters,
  );
  return { posts: rows.slice(0, POSTS_A_PAGE).map(toPost), hasMore: rows.length > POSTS_A_PAGE };
}

export type PostPage = { readonly post: PortalPost; readonly comments: readonly PortalComment[] };

/** One request with what was said about it, oldest first. */
export async function readPost(runtime: Runtime, visit: PortalVisit, key: string): Promise<PostPage> {
  const { rows } = await runtime.database.query<PostRow>(`${selectPosts('f.body')} and f.key = $5`, [
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
  const { rows } = await database.query<{ body: string; at: Date; author: string | null; isOwn: boolean }>(
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
