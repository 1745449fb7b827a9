/** Themes of spaces, found anew once a day where feedback has come in. */
import { textOf, type Json } from '@throughline/base';
import { SYSTEM } from '../access/actor.ts';
import { executeWith } from '../execute.ts';
import { findAll } from '../rules/find-one.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';

export type ThemePlace = { readonly workspace: string; readonly space: string };

export type ThemeSource = {
  readonly id: string;
  readonly text: string;
  /** In milliseconds since 1970. */
  readonly at: number;
};

export type KnownThemes = readonly { readonly id: string; readonly members: readonly string[] }[];

export type FoundTheme = {
  /** That of a known theme, where it goes on. */
  readonly id: string | undefined;
  readonly words: readonly string[];
  readonly members: readonly string[];
  readonly weeks: readonly number[];
  readonly growth: number | null;
};

/** Themes of fewer texts say little. */
const LEAST_FEEDBACK = 30;
const MOST_TEXTS = 1000;
const TEXT_LENGTH = 400;
const DAY_MS = 86_400_000;
const LABEL_LENGTH = 200;

/** Spaces with enough feedback, some of it newer than their themes, which are a day old or not there. */
export async function listDueThemes({ database, ids }: Runtime): Promise<readonly ThemePlace[]> {
  const { rows } = await database.query<ThemePlace>(
    `select f.workspace_id as workspace, f.space from feedback f
     left join (select workspace_id, space, max(found_at) as found_at from theme group by 1, 2) t
       on t.workspace_id = f.workspace_id and t.space = f.space
     where f.archived_at is null
     group by f.workspace_id, f.space, t.found_at
     having count(*) >= ${LEAST_FEEDBACK}
       and (t.found_at is null or (t.found_at < $1::timestamptz and max(f.created_at) > t.found_at))
     order by 1, 2`,
    [new Date(ids.now() - DAY_MS).toISOString()],
  );
  return rows;
}

/** The newest of a space's feedback, and the themes there are. */
export async function readThemeSources(
  { database }: Runtime,
  { workspace, space }: ThemePlace,
): Promise<{ readonly texts: readonly ThemeSource[]; readonly known: KnownThemes }> {
  const { rows } = await database.query<Omit<ThemeSource, 'at'> & { readonly at: Date | string | null }>(
    `select id, left(coalesce(title, '') || E'\\n' || coalesce(body, ''), ${TEXT_LENGTH}) as text,
       coalesce(received_at, created_at) as at
     from feedback where workspace_id = $1 and space = $2 and archived_at is null
     order by id desc limit ${MOST_TEXTS}`,
    [workspace, space],
  );
  const { rows: themes } = await database.query<{ id: string; members: readonly string[] | null }>(
    `select id, members from theme where workspace_id = $1 and space = $2 and archived_at is null order by id`,
    [workspace, space],
  );
  return {
    texts: rows.map(({ at, ...row }) => ({ ...row, at: at === null ? 0 : new Date(at).getTime() })),
    known: themes.map(({ id, members }) => ({ id, members: members ?? [] })),
  };
}

/** Keeps what was found; themes that are no more are archived. Answers false where somebody was faster. */
export async function keepThemes(
  runtime: Runtime,
  { workspace, space }: ThemePlace,
  found: readonly FoundTheme[],
): Promise<boolean> {
  const { result } = await executeWith(
    runtime,
    { workspace, actor: SYSTEM, source: 'system' },
    async (work) => ({ isKept: await keepAll(work, space, found) }),
  );
  return result['isKept'] === true;
}

async function keepAll(work: Work, space: string, found: readonly FoundTheme[]): Promise<boolean> {
  const entity = work.entity('theme');
  // One after the other: the space stands for its themes, of which there may be none.
  await work.find(work.entity('space'), space, { lock: true });
  const known = await findAll(work, entity, { space, archivedAt: null });
  const isFresh = known.some(
    ({ values }) => Date.parse(textOf(values['foundAt'] ?? '')) > Date.parse(work.now) - DAY_MS,
  );
  if (isFresh) return false;
  for (const record of known) {
    const theme = found.find(({ id }) => id === record.id);
    if (theme === undefined) {
      await work.update(entity, record, { values: { archivedAt: work.now }, verb: 'archive' });
      continue;
    }
    const { label, ...values } = valuesOf(work, theme);
    const isNamed = record.values['isNamed'] === true;
    await work.update(entity, record, { values: isNamed ? values : { ...values, label: label ?? null } });
  }
  const isNew = ({ id }: FoundTheme): boolean => !known.some((record) => record.id === id);
  const made = found.filter(isNew).map((theme) => ({ values: { space, ...valuesOf(work, theme) } }));
  if (made.length > 0) await work.insert(entity, made);
  return true;
}

function valuesOf(
  work: Work,
  { words, members, weeks, growth }: FoundTheme,
): { readonly [field: string]: Json } {
  return {
    label: words.join(' · ').slice(0, LABEL_LENGTH) || '…',
    members: [...members],
    size: members.length,
    weeks: [...weeks],
    growth,
    foundAt: work.now,
  };
}
