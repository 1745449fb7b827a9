import type { TitleIndex } from '@throughline/view';
import type { Runtime } from '../runtime.ts';

/** Titles of people, teams and spaces, so that filters may name them: `owner = "Ada Byron"`. */
export async function readTitles({ database }: Runtime, workspace: string): Promise<TitleIndex> {
  const { rows } = await database.query<{ id: string; entity: string; title: string }>(
    `select id, 'person' as entity, name as title from person where workspace_id = $1
     union all select id, 'team', name from team where workspace_id = $1
     union all select id, 'space', name from space where workspace_id = $1`,
    [workspace],
  );
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  const folded = (text: string): string => text.trim().toLowerCase();
  return {
    titleOf: (id) => titles.get(id),
    idOf: (target, title) => {
      const found = rows.filter(
        (row) => (target === '*' || row.entity === target) && folded(row.title) === folded(title),
      );
      return found.length === 1 ? found[0]?.id : undefined;
    },
  };
}
