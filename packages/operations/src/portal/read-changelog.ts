/** The changelog as customers see it: what was published, and nothing of who wrote it or why. */
import { Refusal } from '@throughline/contract';
import type { Runtime } from '../runtime.ts';
import type { PortalVisit } from './portal-visit.ts';

export type ChangelogEntry = {
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly categories: readonly string[];
  readonly language: string | null;
  /** ISO 8601. */
  readonly at: string;
  readonly version: string | null;
};

export type ChangelogPage = {
  readonly entries: readonly ChangelogEntry[];
  readonly hasMore: boolean;
  /** Of all that was published, by name. */
  readonly categories: readonly string[];
};

export type ChangelogQuery = { readonly category: string | undefined; readonly page: number };

const PAGE = 20;
const MOST_CATEGORIES = 20;

/** Parameters: workspace, portal. */
const PUBLISHED = `from entry e
  left join release r on r.workspace_id = e.workspace_id and r.id = e.release
  where e.workspace_id = $1 and e.portal = $2 and e.state = 'published' and e.archived_at is null`;
const COLUMNS = `e.id, e.title, coalesce(e.text, '') as text, coalesce(e.categories, '{}') as categories, e.language,
  e.published_at as at, r.version`;

type Row = Omit<ChangelogEntry, 'at'> & { readonly at: Date | string };

/** The newest first. */
export async function readChangelog(
  { database }: Runtime,
  { workspace, portal }: PortalVisit,
  { category, page }: ChangelogQuery,
): Promise<ChangelogPage> {
  const { rows } = await database.query<Row>(
    `select ${COLUMNS} ${PUBLISHED} and ($3::text is null or $3 = any(e.categories))
     order by e.published_at desc, e.id desc limit ${PAGE + 1} offset $4`,
    [workspace, portal.id, category ?? null, (page - 1) * PAGE],
  );
  const { rows: named } = await database.query<{ name: string }>(
    `select distinct unnest(e.categories) as name ${PUBLISHED} order by 1 limit ${MOST_CATEGORIES}`,
    [workspace, portal.id],
  );
  return {
    entries: rows.slice(0, PAGE).map(toEntry),
    hasMore: rows.length > PAGE,
    categories: named.map(({ name }) => name),
  };
}

export async function readEntry(
  { database }: Runtime,
  { workspace, portal }: PortalVisit,
  id: string,
): Promise<ChangelogEntry> {
  const { rows } = await database.query<Row>(`select ${COLUMNS} ${PUBLISHED} and e.id = $3`, [
    workspace,
    portal.id,
    id,
  ]);
  const [row] = rows;
  if (!row) throw new Refusal('not_found', { message: 'There is no such entry here.' });
  return toEntry(row);
}

function toEntry({ at, ...row }: Row): ChangelogEntry {
  return { ...row, at: at instanceof Date ? at.toISOString() : at };
}
