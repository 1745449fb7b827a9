/** What feedback says, for indexes of texts: all of it a page at a time, and what has changed since. */
import { readChangedIds, readHead } from '@throughline/db';
import type { Runtime } from '../runtime.ts';

export type FeedbackText = {
  readonly id: string;
  readonly title: string;
  /** The beginning of it, in characters of the database. */
  readonly body: string;
  readonly space: string;
  /** The portal on which everybody may read it. */
  readonly portal: string | null;
  /** In milliseconds since 1970. */
  readonly at: number | null;
};

/** More words say nothing more about what it is about. */
const BODY_LENGTH = 20_000;

type Row = Omit<FeedbackText, 'at'> & { readonly at: Date | string | null };

const COLUMNS = `id, coalesce(title, '') as title, left(coalesce(body, ''), ${BODY_LENGTH}) as body, space,
  case when publicity = 'public' then portal end as portal, received_at as at`;

/** In the order of ids, after the last of the page before. */
export async function readFeedbackTexts(
  { database }: Runtime,
  workspace: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly FeedbackText[]> {
  const { rows } = await database.query<Row>(
    `select ${COLUMNS} from feedback where workspace_id = $1 and id > $2 and archived_at is null
     order by id limit $3`,
    [workspace, after, limit],
  );
  return rows.map(toText);
}

export type ChangedFeedback = {
  /** Of those that are there. */
  readonly texts: readonly FeedbackText[];
  /** All that have changed: those without a text are gone. */
  readonly ids: readonly string[];
  /** How far the log was read. */
  readonly seq: number;
};

/** `since` 0 tells only how far the log is. */
export async function readChangedFeedback(
  { database }: Runtime,
  workspace: string,
  since: number,
): Promise<ChangedFeedback> {
  const seq = await readHead(database, workspace);
  if (since === 0 || seq === since) return { texts: [], ids: [], seq };
  const ids = await readChangedIds(database, workspace, { entity: 'feedback', since, until: seq });
  if (ids.length === 0) return { texts: [], ids, seq };
  const { rows } = await database.query<Row>(
    `select ${COLUMNS} from feedback where workspace_id = $1 and id = any($2::text[]) and archived_at is null`,
    [workspace, ids],
  );
  return { texts: rows.map(toText), ids, seq };
}

function toText({ at, ...row }: Row): FeedbackText {
  return { ...row, at: at === null ? null : new Date(at).getTime() };
}
