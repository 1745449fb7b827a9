/** A replica's beginning: the structured values of a space, or of the workspace itself, at one seq. */
import type { Json } from '@throughline/base';
import { Refusal, type SnapshotTable } from '@throughline/contract';
import {
  readColumns,
  readDerived,
  readHead,
  recordTable,
  snakeCase,
  withNothingLinked,
  type Queryable,
} from '@throughline/db';
import type { Entity, Field, Model } from '@throughline/model';
import { sql, sqlParam, sqlText, type Sql, type SqlText } from '@throughline/view';
import { audienceCondition } from '../access/audience-sql.ts';
import { isAllowed, readablePlaces, roleOf } from '../access/authorise.ts';
import type { Actor } from '../access/actor.ts';
import { seenFields } from '../access/seen-fields.ts';
import type { WorkspaceState } from '../access/workspace-state.ts';
import type { Runtime } from '../runtime.ts';
import { derivedPaths } from './derived-fields.ts';
import { mustState } from './must-state.ts';
import { packColumn } from './pack-column.ts';

/** Up to so many records are named to the database; beyond, all of the workspace’s are cheaper. */
const MOST_NAMED = 5000;

export type SnapshotRequest = {
  readonly workspace: string;
  readonly actor: Actor;
  /** A space's id; null for the workspace. */ readonly space: string | null;
};

/** JSON of a `Snapshot`, in pieces: it may be too large for one text. */
export async function readSnapshot(
  runtime: Runtime,
  { workspace, actor, space }: SnapshotRequest,
): Promise<readonly string[]> {
  const { model, database, windowFrom } = runtime;
  const state = await mustState(runtime, workspace);
  if (roleOf(state, actor, space) === null)
    throw new Refusal('not_found', { message: 'There is no such space.' });
  return database.transaction(
    async (tx) => {
      const seq = await readHead(tx, workspace);
      const pieces = [`{"seq":${seq},"space":${JSON.stringify(space)},"tables":[`];
      const before = pieces.length;
      for (const entity of model.entities) {
        const isOfPlace = (entity.scope === 'space') === (space !== null);
        if (
          !entity.exposure.sync ||
          !isOfPlace ||
          !isAllowed(state, actor, { entity, verb: 'read', subject: { space } })
        )
          continue;
        if (pieces.length > before) pieces.push(',');
        pieces.push(...(await readTable(tx, { model, state, actor, entity, space, windowFrom })));
      }
      return [...pieces, ']}'];
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

type TableRequest = {
  readonly model: Model;
  readonly state: WorkspaceState;
  readonly actor: Actor;
  readonly entity: Entity;
  readonly space: string | null;
  readonly windowFrom: number;
};

/** JSON of a `SnapshotTable`, in pieces. */
async function readTable(
  tx: Queryable,
  { model, state, actor, entity, space, windowFrom }: TableRequest,
): Promise<readonly string[]> {
  // Of a space all its readers get the same.
  const all = space === null ? seenFields({ state, actor }, entity.name) : state.fieldsOf(entity.name);
  const fields = all.filter((field) => isReplicated(model, field));
  const shown = new Set(fields.map((field) => field.id));
  const whole = recordTable(model, entity);
  const builtIn = new Set(entity.fields.map((field) => field.id));
  const inWorkspace = sql`t.workspace_id = ${sqlParam(state.id, 'text')} and t.archived_at is null`;
  const place = placeCondition(state, actor, { entity, space });
  const where = sqlText(
    sql`${inWorkspace} and ${place} and ${audienceCondition({ model, state, actor }, entity)}`,
  );
  const count =
    entity.exposure.windowed && space !== null ? await countUpTo(tx, { entity, where, most: windowFrom }) : 0;
  if (count > windowFrom)
    return [
      JSON.stringify({ entity: entity.name, ids: [], columns: {}, beyond: count } satisfies SnapshotTable),
    ];
  const { ids, columns } = await readColumns(tx, {
    table: { ...whole, columns: whole.columns.filter(({ field }) => shown.has(field.id)) },
    custom: fields.filter((field) => !builtIn.has(field.id)),
    // The workspace is the first parameter, as the statement around takes it.
    where: where.text,
    values: where.values,
  });
  const derived = await readDerivedColumns(tx, { model, state, entity, ids: JSON.parse(ids) as string[] });
  const packed = [...columns, ...derived].map(([field, values]) => [
    `${JSON.stringify(field)}:`,
    packColumn(values),
  ]);
  return [
    `{"entity":${JSON.stringify(entity.name)},"ids":`,
    ids,
    ',"columns":{',
    ...packed.flatMap(([name = '', values = ''], index) => [index === 0 ? name : `,${name}`, values]),
    '}}',
  ];
}

type Counting = { readonly entity: Entity; readonly where: SqlText; readonly most: number };

/** All are counted only where there are more than some: a number that few spaces come near. */
async function countUpTo(tx: Queryable, { entity, where, most }: Counting): Promise<number> {
  const rows = `from "${snakeCase(entity.name)}" t where ${where.text}`;
  const ask = async (text: string): Promise<number> =>
    (await tx.query<{ count: number }>(text, where.values)).rows[0]?.count ?? 0;
  const some = await ask(
    `select count(*)::int as count from (select 1 ${rows} limit ${most + 1}) first_rows`,
  );
  return some <= most ? some : ask(`select count(*)::int as count ${rows}`);
}

type DerivedRequest = Pick<TableRequest, 'model' | 'state' | 'entity'> & { readonly ids: readonly string[] };

/** JSON arrays by field id, of the values that come from linked records. */
async function readDerivedColumns(
  tx: Queryable,
  { model, state, entity, ids }: DerivedRequest,
): Promise<readonly (readonly [string, string])[]> {
  const paths = derivedPaths(model, state, entity);
  const workspace = state.id;
  const derived = await readDerived(tx, {
    model,
    workspace,
    paths,
    ids: ids.length > MOST_NAMED ? null : ids,
  });
  const nothing = withNothingLinked(paths);
  return paths.flatMap(({ field }) => {
    const values = ids.map((id) => derived.get(id)?.[field.id] ?? nothing[field.id] ?? null);
    return values.some((value) => value !== null) ? [[field.id, JSON.stringify(values)] as const] : [];
  });
}

/** Spaces, memberships and fields belong to the workspace but are seen by those who may see their place. */
function placeCondition(
  state: WorkspaceState,
  actor: Actor,
  { entity, space }: { entity: Entity; space: string | null },
): Sql {
  if (space !== null) return sql`t.space = ${sqlParam(space, 'text')}`;
  if (entity.place === null) return sql`true`;
  const spaces = sqlParam(readablePlaces(state, actor, entity).spaces, 'text[]');
  if (entity.place === 'id') return sql`t.id = any(${spaces})`;
  return sql`(t."in" is null or t."in" = any(${spaces}))`;
}

/** What a browser keeps: structured values. Long texts are fetched when they are opened. */
export function isReplicated(model: Model, field: Field): boolean {
  if (field.hidden === true || field.type === 'long-text' || field.type === 'document') return false;
  return field.type !== 'formula' && model.findFieldType(field.type) !== undefined;
}

/** A value as a browser keeps it. */
export function replicaValue({ presenceOnly }: Field, value: Json): Json {
  return presenceOnly === true && value !== null ? 1 : value;
}
