/** `isInAudience` for reading, in SQL: which rows of an entity are for an actor. */
import { quoteName, snakeCase } from '@throughline/db';
import { sql, sqlParam, type Sql } from '@throughline/view';
import type { Entity } from '@throughline/model';
import { roleOf } from './authorise.ts';
import type { Actor } from './actor.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** A condition over rows aliased `t`. */
export function audienceCondition(state: WorkspaceState, actor: Actor, entity: Entity): Sql {
  if (!entity.hasAudience || actor.kind === 'system') return sql`true`;
  const { place } = entity;
  const column: Sql = { pieces: [place === null ? 'null' : `t.${quoteName(snakeCase(place))}`] };
  const governed = [...state.spaces.keys()].filter((space) => roleOf(state, actor, space) === 'admin');
  const person = sqlParam(actor.person, 'text');
  return sql`(t.access is distinct from 'restricted' or ${column} = any(${sqlParam(governed, 'text[]')})
    or t.owner = ${person} or ${person} = any(t.editors) or ${person} = any(t.readers))`;
}
