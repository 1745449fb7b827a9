/** `isInAudience` for reading, in SQL: which rows of an entity are for an actor. */
import { must } from '@throughline/base';
import { quoteName, snakeCase } from '@throughline/db';
import { joinSql, sql, sqlName, sqlParam, type Sql } from '@throughline/view';
import type { Entity, Model } from '@throughline/model';
import { roleOf } from './authorise.ts';
import type { Actor } from './actor.ts';
import type { WorkspaceState } from './workspace-state.ts';

export type AudienceReader = {
  readonly model: Model;
  readonly state: WorkspaceState;
  readonly actor: Actor;
};

/** A condition over rows aliased `t`: for whom the record itself is, or the one it hangs on. */
export function audienceCondition(reader: AudienceReader, entity: Entity): Sql {
  if (reader.actor.kind === 'system') return sql`true`;
  if (entity.hasAudience) return isFor(reader, entity, 't');
  if (entity.hangsOn === null) return sql`true`;
  const link = sql`t.${sqlName(snakeCase(entity.hangsOn))}`;
  const owners = reader.model.entities.filter(({ hasAudience }) => hasAudience);
  if (owners.length === 0) return sql`true`;
  return joinSql(
    owners.flatMap((owner) => [
      isNotKept(reader, owner, link),
      ...reader.model.entities
        .filter(({ hangsOn }) => hangsOn !== null)
        .map((between) => isNotKeptBy(reader, { owner, between, link })),
    ]),
    ' and ',
  );
}

/** That what hangs on the owner with this id is for the reader. */
function isNotKept(reader: AudienceReader, owner: Entity, id: Sql): Sql {
  const from = sql`select 1 from ${sqlName(snakeCase(owner.name))} o`;
  const same = sql`o.workspace_id = t.workspace_id and o.id = ${id}`;
  return sql`not exists (${from} where ${same} and not ${isFor(reader, owner, 'o')})`;
}

type Between = { readonly owner: Entity; readonly between: Entity; readonly link: Sql };

/** The same of what hangs on it by one between, as a reaction to a comment does. */
function isNotKeptBy(reader: AudienceReader, { owner, between, link }: Between): Sql {
  const from = sql`select 1 from ${sqlName(snakeCase(between.name))} b`;
  const same = sql`b.workspace_id = t.workspace_id and b.id = ${link}`;
  const next = sql`b.${sqlName(snakeCase(must(between.hangsOn)))}`;
  const isBetween = sql`starts_with(${link}, ${sqlParam(`${between.prefix}_`, 'text')})`;
  return sql`not (${isBetween} and exists (${from} where ${same} and not ${isNotKept(reader, owner, next)}))`;
}

function isFor({ state, actor }: AudienceReader, entity: Entity, alias: string): Sql {
  const at = (column: string): Sql => ({ pieces: [`${alias}.${quoteName(column)}`] });
  const governed = [...state.spaces.keys()].filter((space) => roleOf(state, actor, space) === 'admin');
  const place = at(snakeCase(must(entity.place, 'Where a record is decides who governs it')));
  const person = sqlParam(actor.person, 'text');
  return sql`(${at('access')} is distinct from 'restricted' or ${place} = any(${sqlParam(governed, 'text[]')})
    or ${at('owner')} is not distinct from ${person}
    or ${person} = any(coalesce(${at('editors')}, '{}')) or ${person} = any(coalesce(${at('readers')}, '{}')))`;
}
