/** Which requests of a portal there are, and in which order: what everybody sees, and what one customer sees beside. */
import { mustState } from '../reads/must-state.ts';
import type { Runtime } from '../runtime.ts';
import type { PortalVisit } from './portal-visit.ts';
import { selectStages, stageRows, type Stage } from './stages.ts';

export const POST_SORTS = ['top', 'new'] as const;
export type PostSort = (typeof POST_SORTS)[number];

export type PostOrder = {
  readonly workspace: string;
  /** Its id. */
  readonly portal: string;
  readonly sort: PostSort;
  readonly stage: Stage | null;
};

const VOTES = `left join (select record, count(*) as votes from vote
    where workspace_id = $1 and field is null and archived_at is null group by record) v on v.record = f.id`;
const STAGE = `left join (${selectStages('$3')}) i on i.feedback = f.id`;

/** Ids of all that everybody sees. */
export async function orderPosts(
  runtime: Runtime,
  { workspace, portal, sort, stage }: PostOrder,
): Promise<readonly string[]> {
  const stages =
    stage === null ? [] : [JSON.stringify(stageRows(await mustState(runtime, workspace))), stage];
  const { rows } = await runtime.database.query<{ id: string }>(
    `select f.id from feedback f ${sort === 'top' ? VOTES : ''} ${stage === null ? '' : STAGE}
     where f.workspace_id = $1 and f.portal = $2 and f.publicity = 'public' and f.archived_at is null
       ${stage === null ? '' : `and coalesce(i.stage, 'open') = $4`}
     order by ${sort === 'top' ? 'coalesce(v.votes, 0) desc, ' : ''}f.received_at desc, f.id desc`,
    [workspace, portal, ...stages],
  );
  return rows.map(({ id }) => id);
}

export type OwnPosts = {
  /** Asked or voted for, the newest first. */
  readonly ids: readonly string[];
  /** Of these, what only the customer sees so far. */
  readonly waiting: readonly string[];
};

/** More nobody has asked for. */
const MOST_OWN = 1000;

export async function findOwnPosts(
  { database }: Runtime,
  { workspace, portal, contact }: PortalVisit,
): Promise<OwnPosts> {
  if (contact === null) return { ids: [], waiting: [] };
  const { rows } = await database.query<{ id: string; isWaiting: boolean }>(
    `select f.id, f.publicity = 'waiting' as "isWaiting" from feedback f
     where f.workspace_id = $1 and f.portal = $2 and f.archived_at is null
       and ((f.contact = $3 and f.publicity in ('public', 'waiting')) or (f.publicity = 'public' and f.id in (
         select v.record from vote v where v.workspace_id = $1 and v.contact = $3 and v.field is null
           and v.archived_at is null)))
     order by f.received_at desc, f.id desc limit ${MOST_OWN}`,
    [workspace, portal.id, contact],
  );
  const ids = rows.map(({ id }) => id);
  return { ids, waiting: rows.filter(({ isWaiting }) => isWaiting).map(({ id }) => id) };
}
