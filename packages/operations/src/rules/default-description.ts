import { textOf } from '@throughline/base';
import type { ChangeSource, Values } from '@throughline/model';
import type { Work } from '../work.ts';

/** Who writes an idea by hand gets to fill in a template; what comes from files and other systems says what it says. */
const BY_HAND: ReadonlySet<ChangeSource> = new Set(['user', 'cli', 'agent']);

/** What the description of a new idea begins with: the default of its type, else that for all. */
export async function defaultDescription(work: Work, values: Values): Promise<Values> {
  if (!BY_HAND.has(work.source) || (values['description'] ?? null) !== null) return {};
  const { rows } = await work.tx.query<{ body: string | null }>(
    `select t.body from description_template t
     where t.workspace_id = $1 and t.space = $2 and t.is_default and t.archived_at is null
       and (t.for_type is null or t.for_type = $3)
     order by t.for_type is null, t.id limit 1`,
    [work.state.id, textOf(values['space']), textOf(values['type'])],
  );
  const text = rows[0]?.body ?? '';
  return text === '' ? {} : { description: text };
}
