/** Pages of requests. The order that everybody sees is held until something is written. */
import { readHead } from '@throughline/db';
import {
  findOwnPosts,
  orderPosts,
  readPosts,
  type PortalPost,
  type PortalVisit,
  type PostOrder,
  type Runtime,
} from '@throughline/operations';
import type { FeedbackTexts } from '../text/feedback-texts.ts';
import type { PostsQuery } from './posts-query.ts';

export type PostsPage = { readonly posts: readonly PortalPost[]; readonly hasMore: boolean };

export type PostPages = {
  readonly read: (visit: PortalVisit, query: PostsQuery) => Promise<PostsPage>;
  /** Requests that say much the same as a sentence. */
  readonly similar: (visit: PortalVisit, title: string) => Promise<readonly PortalPost[]>;
};

type Order = { readonly seq: number; readonly ids: Promise<readonly string[]> };

const PAGE = 30;
/** Found at most by one search. */
const MOST_FOUND = 300;
const MOST_SIMILAR = 5;
/** Orders that are held; the one that nobody has asked for the longest goes. */
const MOST_ORDERS = 200;

export function makePostPages(runtime: Runtime, texts: FeedbackTexts): PostPages {
  const orders = new Map<string, Order>();

  const orderOf = async (wanted: PostOrder): Promise<readonly string[]> => {
    const key = JSON.stringify(wanted);
    const seq = await readHead(runtime.database, wanted.workspace);
    const held = orders.get(key);
    const order = held?.seq === seq ? held : { seq, ids: orderPosts(runtime, wanted) };
    orders.delete(key);
    orders.set(key, order);
    order.ids.catch(() => orders.delete(key));
    const [oldest] = orders.keys();
    if (orders.size > MOST_ORDERS && oldest !== undefined) orders.delete(oldest);
    return order.ids;
  };
  const isOn =
    ({ portal }: PortalVisit) =>
    (place: { readonly portal: string | null }): boolean =>
      place.portal === portal.id;

  /** Whatever was chosen, in the order in which it is shown. */
  const choose = async (visit: PortalVisit, query: PostsQuery): Promise<readonly string[]> => {
    const { sort, stage, search, isMine } = query;
    const ofAll = orderOf({
      workspace: visit.workspace,
      portal: visit.portal.id,
      sort,
      stage: stage ?? null,
    });
    const own = await findOwnPosts(runtime, visit);
    if (search === '' && !isMine) return stage === undefined ? [...own.waiting, ...(await ofAll)] : ofAll;
    const inOrder = search === '' ? await ofAll : await find(visit, search);
    const shown = new Set(stage === undefined ? inOrder : await ofAll);
    const mine = new Set(own.ids);
    const waiting = search === '' && stage === undefined ? own.waiting : [];
    return [...waiting, ...inOrder.filter((id) => shown.has(id) && (!isMine || mine.has(id)))];
  };
  const find = async (visit: PortalVisit, search: string): Promise<readonly string[]> => {
    const found = await texts.search(visit.workspace, search, { limit: MOST_FOUND, accepts: isOn(visit) });
    return found.map(({ id }) => id);
  };

  return {
    read: async (visit, query) => {
      const ids = await choose(visit, query);
      const start = (query.page - 1) * PAGE;
      const posts = await readPosts(runtime, visit, ids.slice(start, start + PAGE));
      return { posts, hasMore: ids.length > start + PAGE };
    },
    similar: async (visit, title) => {
      const query = { limit: MOST_SIMILAR, accepts: isOn(visit) };
      const found = await texts.similar(visit.workspace, { title, body: '' }, query);
      return readPosts(
        runtime,
        visit,
        found.map(({ id }) => id),
      );
    },
  };
}
