/** What a reader chose to see, in the address and back. */
import { POST_SORTS, STAGES, type PostSort, type Stage } from '@throughline/operations';

export type PostsQuery = {
  readonly search: string;
  readonly sort: PostSort;
  readonly stage: Stage | undefined;
  readonly isMine: boolean;
  readonly page: number;
};

/** Deeper pages nobody turns to by hand. */
const MOST_PAGES = 1000;

type Given = Readonly<Record<string, unknown>>;

/** Whatever is no choice of ours is left out. */
export function readQuery(given: unknown): PostsQuery {
  const { q, sort, stage, mine, page } = (given ?? {}) as Given;
  return {
    search: typeof q === 'string' ? q.slice(0, 200).trim() : '',
    sort: POST_SORTS.find((each) => each === sort) ?? 'top',
    stage: STAGES.find((each) => each === stage),
    isMine: mine === '1',
    page: Math.min(Math.max(1, Math.floor(Number(page ?? 1)) || 1), MOST_PAGES),
  };
}

export function addressOf(path: string, { search, sort, stage, isMine, page }: PostsQuery): string {
  const chosen = new URLSearchParams({
    ...(search === '' ? {} : { q: search }),
    ...(sort === 'top' ? {} : { sort }),
    ...(stage === undefined ? {} : { stage }),
    ...(isMine ? { mine: '1' } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return chosen === '' ? path : `${path}?${chosen}`;
}
