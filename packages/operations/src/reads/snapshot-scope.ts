/** What of a space's snapshot one reader gets: readers with the same answer get the same snapshot. */
import { Refusal } from '@throughline/contract';
import { recordTable } from '@throughline/db';
import type { Entity } from '@throughline/model';
import { sql, sqlParam, sqlText } from '@throughline/view';
import { audienceCondition } from '../access/audience-sql.ts';
import type { Actor } from '../access/actor.ts';
import { isAllowed, roleOf } from '../access/authorise.ts';
import type { WorkspaceState } from '../access/workspace-state.ts';
import type { Runtime } from '../runtime.ts';
import { mustState } from './must-state.ts';

export type ScopeRequest = { readonly workspace: string; readonly actor: Actor; readonly space: string };

export type SnapshotScope = {
  /** The rights and fields it was judged by: another object once any of them changes. */
  readonly state: WorkspaceState;
  /** The same text for the same records. */
  readonly key: string;
};

export async function readSnapshotScope(
  runtime: Runtime,
  { workspace, actor, space }: ScopeRequest,
): Promise<SnapshotScope> {
  const state = await mustState(runtime, workspace);
  if (roleOf(state, actor, space) === null)
    throw new Refusal('not_found', { message: 'There is no such space.' });
  const shown = runtime.model.entities.filter(
    (entity) =>
      entity.exposure.sync &&
      entity.scope === 'space' &&
      isAllowed(state, actor, { entity, verb: 'read', subject: { space } }),
  );
  const kept = await Promise.all(
    shown
      .filter(({ hasAudience }) => hasAudience)
      .map((entity) => keptFrom(runtime, { state, actor, space, entity })),
  );
  return { state, key: [...shown.map(({ name }) => name), ...kept.flat()].join(' ') };
}

type KeptRequest = {
  readonly state: WorkspaceState;
  readonly actor: Actor;
  readonly space: string;
  readonly entity: Entity;
};

/** Ids of the records that are not for the reader. */
async function keptFrom(
  { database, model }: Runtime,
  { state, actor, space, entity }: KeptRequest,
): Promise<readonly string[]> {
  const place = sql`t.workspace_id = ${sqlParam(state.id, 'text')} and t.space = ${sqlParam(space, 'text')}`;
  const where = sqlText(sql`${place} and not ${audienceCondition({ model, state, actor }, entity)}`);
  const { rows } = await database.query<{ id: string }>(
    `select t.id from ${recordTable(model, entity).name} t where ${where.text} order by t.id`,
    where.values,
  );
  return rows.map(({ id }) => id);
}
