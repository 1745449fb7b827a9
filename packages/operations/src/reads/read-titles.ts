import type { TitleIndex } from '@throughline/view';
import type { Actor } from '../access/actor.ts';
import { roleOf } from '../access/authorise.ts';
import type { WorkspaceState } from '../access/workspace-state.ts';
import type { Runtime } from '../runtime.ts';

/** Titles of people, teams and the spaces the actor knows of, so that filters may name them: `owner = "Ada Byron"`. */
export async function readTitles(
  { database }: Runtime,
  state: WorkspaceState,
  actor: Actor,
): Promise<TitleIndex> {
  const { rows: all } = await database.query<{ id: string; entity: string; title: string }>(
    `select id, 'person' as entity, name as title from person where workspace_id = $1
     union all select id, 'team', name from team where workspace_id = $1
     union all select id, 'space', name from space where workspace_id = $1`,
    [state.id],
  );
  const rows = all.filter(({ id, entity }) => entity !== 'space' || roleOf(state, actor, id) !== null);
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
