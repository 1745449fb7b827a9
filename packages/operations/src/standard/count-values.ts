/** How many records of a space would miss something. */
import { quoteName, snakeCase } from '@throughline/db';
import type { Work } from '../work.ts';

export type CountAsked = { readonly entity: string; readonly space: string; readonly field: string };

/** Records with any value of the field, or with one option. */
export async function countValues(
  work: Work,
  { entity, space, field }: CountAsked,
  option?: string,
): Promise<number> {
  const { scope, fields } = work.entity(entity);
  if (scope !== 'space') return 0;
  const isBuiltIn = fields.some(({ id }) => id === field);
  const column = isBuiltIn ? `t.${quoteName(snakeCase(field))}` : 't.fields -> $3';
  const custom =
    option === undefined
      ? `coalesce(${column}, 'null'::jsonb) <> 'null'::jsonb`
      : `${column} @> to_jsonb($4::text)`;
  const builtIn = option === undefined ? `${column} is not null and $3 <> ''` : `${column} = $4 and $3 <> ''`;
  const { rows } = await work.tx.query<{ count: number }>(
    `select count(*)::float8 as count from ${quoteName(snakeCase(entity))} t
     where t.workspace_id = $1 and t.space = $2 and t.archived_at is null and ${isBuiltIn ? builtIn : custom}`,
    [work.state.id, space, field, ...(option === undefined ? [] : [option])],
  );
  return rows[0]?.count ?? 0;
}
