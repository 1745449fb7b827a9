import { SYSTEM } from '../access/actor.ts';
import { executeWith } from '../execute.ts';
import type { Runtime } from '../runtime.ts';

type Unmarked = {
  readonly workspace: string;
  readonly id: string;
  readonly entity: string;
  readonly key: string;
};

/**
 * Writes into records that say how a space has a built-in field which field that is, where they were made before
 * there was such a mark; answers how many. It is written as everything is, so that the log still gives the tables.
 */
export async function markAdaptations(runtime: Runtime): Promise<number> {
  const { model, database } = runtime;
  const builtIn = new Map(
    model.entities.flatMap(({ name, fields }) =>
      fields.map(({ id, key }) => [`${name} ${key}`, id] as const),
    ),
  );
  const { rows } = await database.query<Unmarked>(
    `select workspace_id as workspace, id, entity, key from field
     where "in" is not null and adapts is null and entity || ' ' || key = any($1::text[]) order by id`,
    [[...builtIn.keys()]],
  );
  for (const { workspace, id, entity, key } of rows)
    await executeWith(runtime, { workspace, actor: SYSTEM, source: 'system' }, async (work) => {
      const field = work.entity('field');
      const record = await work.find(field, id, { lock: true });
      const adapts = builtIn.get(`${entity} ${key}`) ?? key;
      if (record !== undefined && record.values['adapts'] === undefined)
        await work.update(field, record, { values: { adapts } });
      return {};
    });
  return rows.length;
}
