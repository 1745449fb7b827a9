/** What ideas say, and the feedback that was linked to them, for indexes of texts. */
import { readChangedIds, readHead } from '@throughline/db';
import type { Runtime } from '../runtime.ts';

export type IdeaText = {
  readonly id: string;
  readonly space: string;
  readonly title: string;
  /** The beginning of its description. */
  readonly body: string;
  /** The newest feedback that is linked to it. */
  readonly linked: readonly LinkedText[];
};

export type LinkedText = {
  readonly insight: string;
  readonly feedback: string;
  /** Of the feedback. */
  readonly space: string;
  readonly title: string;
  readonly body: string;
};

/** More words say nothing more about what it is about. */
const BODY_LENGTH = 20_000;
const MOST_LINKED = 30;

/** In the order of ids, after the last of the page before. Merged and archived ideas are left out. */
export async function readIdeaTexts(
  { database }: Runtime,
  workspace: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly IdeaText[]> {
  const { rows } = await database.query<{ id: string }>(
    'select id from idea where workspace_id = $1 and id > $2 and archived_at is null order by id limit $3',
    [workspace, after, limit],
  );
  return readTextsOf(
    { database },
    workspace,
    rows.map(({ id }) => id),
  );
}

type IdeaRow = Omit<IdeaText, 'linked' | 'body'>;
type LinkRow = Omit<LinkedText, 'title' | 'body' | 'space'> & { readonly idea: string };

async function readTextsOf(
  { database }: Pick<Runtime, 'database'>,
  workspace: string,
  ids: readonly string[],
): Promise<readonly IdeaText[]> {
  if (ids.length === 0) return [];
  const { rows: ideas } = await database.query<IdeaRow>(
    `select id, space, coalesce(title, '') as title from idea
     where workspace_id = $1 and id = any($2::text[]) and archived_at is null order by id`,
    [workspace, ids],
  );
  const { rows: documents } = await database.query<{ record: string; text: string }>(
    `select record, left(coalesce(text, ''), ${BODY_LENGTH}) as text from document
     where workspace_id = $1 and record = any($2::text[]) and field = 'description'`,
    [workspace, ids],
  );
  const bodies = new Map(documents.map(({ record, text }) => [record, text]));
  const linked = await readLinked({ database }, workspace, ids);
  return ideas.map((idea) => ({
    ...idea,
    body: bodies.get(idea.id) ?? '',
    linked: linked.get(idea.id) ?? [],
  }));
}

async function readLinked(
  { database }: Pick<Runtime, 'database'>,
  workspace: string,
  ideas: readonly string[],
): Promise<ReadonlyMap<string, readonly LinkedText[]>> {
  const { rows: links } = await database.query<LinkRow>(
    `select id as insight, idea, feedback from (
       select id, idea, feedback, row_number() over (partition by idea order by id desc) as place from insight
       where workspace_id = $1 and idea = any($2::text[]) and feedback is not null and vote is null
         and archived_at is null) newest
     where place <= ${MOST_LINKED}`,
    [workspace, ideas],
  );
  const { rows: texts } = await database.query<Omit<LinkedText, 'insight' | 'feedback'> & { id: string }>(
    `select id, space, coalesce(title, '') as title, left(coalesce(body, ''), ${BODY_LENGTH}) as body
     from feedback where workspace_id = $1 and id = any($2::text[])`,
    [workspace, [...new Set(links.map(({ feedback }) => feedback))]],
  );
  const textOf = new Map(texts.map((text) => [text.id, text]));
  const linked = new Map<string, LinkedText[]>();
  for (const { idea, insight, feedback } of links) {
    const text = textOf.get(feedback);
    if (text === undefined) continue;
    const { id: _feedback, ...said } = text;
    const all = linked.get(idea);
    if (all === undefined) linked.set(idea, [{ insight, feedback, ...said }]);
    else all.push({ insight, feedback, ...said });
  }
  return linked;
}

export type ChangedIdeas = {
  /** Of those that are there. */
  readonly texts: readonly IdeaText[];
  /** All whose texts may have changed: those without a text are gone. */
  readonly ids: readonly string[];
  /** How far the log was read. */
  readonly seq: number;
};

export type IdeaChange = {
  readonly since: number;
  /** Where insights that are no more, and feedback that has changed, were linked. */
  readonly ideasOf: (insightOrFeedback: string) => Iterable<string>;
};

/** `since` 0 tells only how far the log is. */
export async function readChangedIdeas(
  runtime: Runtime,
  workspace: string,
  { since, ideasOf }: IdeaChange,
): Promise<ChangedIdeas> {
  const { database } = runtime;
  const seq = await readHead(database, workspace);
  if (since === 0 || seq === since) return { texts: [], ids: [], seq };
  const changed = (entity: string): Promise<string[]> =>
    readChangedIds(database, workspace, { entity, since, until: seq });
  const ids = new Set(await changed('idea'));
  const insights = await changed('insight');
  for (const id of [...insights, ...(await changed('feedback'))])
    for (const idea of ideasOf(id)) ids.add(idea);
  const { rows } = await database.query<{ id: string }>(
    `select distinct idea as id from insight where workspace_id = $1 and id = any($2::text[]) and idea is not null
     union select distinct record as id from document where workspace_id = $1 and id = any($3::text[])`,
    [workspace, insights, await changed('document')],
  );
  for (const { id } of rows) ids.add(id);
  return { texts: await readTextsOf(runtime, workspace, [...ids]), ids: [...ids], seq };
}
