/** What the view engine needs to answer a query of one actor in SQL: schema, layout with his rights, context. */
import { asReference, derivedSql, recordTable, selectColumns, snakeCase } from '@throughline/db';
import type { Entity, Field, Model } from '@throughline/model';
import {
  makeContext,
  makeRowLayout,
  makeSchema,
  sql,
  sqlParam,
  type CellSql,
  type LoweringParts,
  type Schema,
  type Sql,
  type TitleIndex,
} from '@throughline/view';
import { audienceCondition } from '../access/audience-sql.ts';
import { readablePlaces, roleOf, type ReadablePlaces } from '../access/authorise.ts';
import type { Actor } from '../access/actor.ts';
import { seenFields } from '../access/seen-fields.ts';
import type { WorkspaceState } from '../access/workspace-state.ts';
import type { Runtime } from '../runtime.ts';
import { derivedPaths } from './derived-fields.ts';

export type ViewReader = {
  readonly state: WorkspaceState;
  readonly actor: Actor;
  readonly entity: Entity;
  /** Only of this space. */
  readonly space?: string;
  /** Only of these spaces. */
  readonly spaces?: readonly string[];
  /** Archived records instead of the live ones. */
  readonly archived?: boolean;
  readonly titles?: TitleIndex;
};

export function viewSchema(
  model: Model,
  { state, entity, titles, space }: Pick<ViewReader, 'state' | 'entity' | 'titles' | 'space'>,
): Schema {
  const fields = space === undefined ? state.fieldsOf(entity.name) : state.fieldsIn(entity.name, space);
  return schemaOf(model, { entity, titles, fields });
}

/** What a text of the actor is read with: fields and options of spaces that he may not see are none to him. */
export function readerSchema(model: Model, { state, actor, entity, titles, space }: ViewReader): Schema {
  const fields =
    space !== undefined && roleOf(state, actor, space) !== null
      ? state.fieldsIn(entity.name, space).filter(({ id }) => state.isOffered(id, space))
      : seenFields({ state, actor }, entity.name);
  return schemaOf(model, { entity, titles, fields });
}

type SchemaParts = Pick<ViewReader, 'entity'> & {
  readonly titles: TitleIndex | undefined;
  readonly fields: readonly Field[];
};

function schemaOf(model: Model, { entity, titles, fields }: SchemaParts): Schema {
  return makeSchema({
    entity: entity.name,
    fields: fields.filter((field) => !field.hidden),
    fieldType: model.findFieldType,
    titles: { ...(titles ?? NO_TITLES), orders: isOrderedByTitle },
  });
}

const NO_TITLES: TitleIndex = { titleOf: () => undefined, idOf: () => undefined };

/** By name stand those whom everybody in the workspace may read: an order must not tell what is hidden. */
function isOrderedByTitle(target: string): boolean {
  return ORDERED.has(target);
}

const ORDERED: ReadonlySet<string> = new Set(['person', 'team', 'company', 'contact']);

export function viewParts(
  { model, ids }: Pick<Runtime, 'model' | 'ids'>,
  reader: ViewReader,
): LoweringParts & { readonly select: Sql } {
  const { state, actor, entity, titles } = reader;
  const table = recordTable(model, entity);
  return {
    schema: viewSchema(model, { ...reader, ...(titles ? { titles } : {}) }),
    layout: makeRowLayout({
      table: snakeCase(entity.name),
      base: baseCondition(model, reader),
      columns: new Set(table.columns.map((column) => column.field.id)),
      filled: new Set(entity.fields.filter(isFilled).map(({ id }) => id)),
      kindOf: model.kindOf,
      derived: derivedCells(model, state, entity),
      titleKey: (target, id) => titleKey(model.entity(target), id),
      currency: state.currency,
    }),
    context: makeContext({ now: ids.now(), zone: state.zone, me: actor.person }),
    select: { pieces: [selectColumns(table)] },
  };
}

/** Every record has it. */
function isFilled({ id, required }: Field): boolean {
  return required === true || id === 'createdAt' || id === 'updatedAt';
}

function titleKey(entity: Entity, id: Sql): Sql {
  const [before, after] = [
    `(select x.sort_keys ->> '${entity.titleField}' from "${snakeCase(entity.name)}" x where x.workspace_id = t.workspace_id and x.id = `,
    ')',
  ];
  return { pieces: [before, ...id.pieces, after] };
}

/** The rows an actor may see at all. */
function baseCondition(
  model: Model,
  { state, actor, entity, space, spaces: named, archived = false }: ViewReader,
): Sql {
  const places = readablePlaces(state, actor, entity);
  const isAsked = (each: string): boolean =>
    (space === undefined || each === space) && (named === undefined || named.includes(each));
  const spaces = places.spaces.filter(isAsked);
  const inWorkspace = sql`t.workspace_id = ${sqlParam(state.id, 'text')}`;
  const isLive = archived ? sql`t.archived_at is not null` : sql`t.archived_at is null`;
  return sql`${inWorkspace} and ${isLive} and ${placeCondition(entity, { ...places, spaces })} and ${ownCondition(entity, actor)} and ${audienceCondition({ model, state, actor }, entity)}`;
}

function placeCondition(entity: Entity, { spaces, isWorkspaceReadable }: ReadablePlaces): Sql {
  const ofWorkspace = isWorkspaceReadable ? sql`true` : sql`false`;
  if (entity.place === null) return ofWorkspace;
  if (entity.place === 'id') return sql`t.id = any(${sqlParam(spaces, 'text[]')})`;
  if (entity.place === 'space') return sql`t.space = any(${sqlParam(spaces, 'text[]')})`;
  return sql`((t."in" is null and ${ofWorkspace}) or t."in" = any(${sqlParam(spaces, 'text[]')}))`;
}

/** Where only admins may read what is not their own, everybody lists his own. */
function ownCondition(entity: Entity, actor: Actor): Sql {
  const { read } = entity.rules;
  if (read?.own === undefined || actor.kind === 'system') return sql`true`;
  return sql`${{ pieces: [`t."${snakeCase(entity.ownedBy)}"`] }} = ${sqlParam(actor.person, 'text')}`;
}

function derivedCells(
  model: Model,
  state: WorkspaceState,
  entity: Entity,
): (field: { readonly id: string; readonly type: string }) => CellSql | undefined {
  const paths = new Map(derivedPaths(model, state, entity).map((path) => [path.field.id, path]));
  return (field) => {
    const path = paths.get(field.id);
    if (path) return { value: { pieces: [derivedSql(model, path)] } };
    if (field.type !== 'document') return undefined;
    const id = field.id.replaceAll("'", "''");
    return {
      value: {
        pieces: [
          `(select nullif(x.text, '') from document x where x.workspace_id = t.workspace_id and x.record = ${asReference('t')} and x.field = '${id}')`,
        ],
      },
    };
  };
}
