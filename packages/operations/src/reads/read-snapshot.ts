/** A replica's beginning: the structured values of a space, or of the workspace itself, at one seq. */
import { Refusal, type Snapshot, type SnapshotTable } from '@throughline/contract';
import {
  readDerived,
  readHead,
  readRow,
  recordTable,
  selectColumns,
  type Queryable,
  type RecordRow,
} from '@throughline/db';
import type { Entity, Field, Model } from '@throughline/model';
import { isAllowed, readablePlaces, roleOf } from '../access/authorise.ts';
import type { Actor } from '../access/actor.ts';
import type { WorkspaceState } from '../access/workspace-state.ts';
import type { Runtime } from '../runtime.ts';
import { derivedPaths } from './derived-fields.ts';
import { mustState } from './must-state.ts';

/** Up to so many records are named to the database; beyond, all of the workspace’s are cheaper. */
const MOST_NAMED = 5000;

export type SnapshotRequest = {
  readonly workspace: string;
  readonly actor: Actor;
  /** A space's id; null for the workspace. */ readonly space: string | null;
};

export async function readSnapshot(
  runtime: Runtime,
  { workspace, actor, space }: SnapshotRequest,
): Promise<Snapshot> {
  const { model, database } = runtime;
  const state = await mustState(runtime, workspace);
  if (roleOf(state, actor, space) === null)
    throw new Refusal('not_found', { message: 'There is no such space.' });
  return database.transaction(
    async (tx) => {
      const seq = await readHead(tx, workspace);
      const tables: SnapshotTable[] = [];
      for (const entity of model.entities) {
        const isOfPlace = (entity.scope === 'space') === (space !== null);
        if (
          !entity.exposure.sync ||
          !isOfPlace ||
          !isAllowed(state, actor, { entity, verb: 'read', subject: { space } })
        )
          continue;
        tables.push(await readTable(tx, { model, state, actor, entity, space }));
      }
      return { seq, space, tables };
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
};

async function readTable(
  tx: Queryable,
  { model, state, actor, entity, space }: TableRequest,
): Promise<SnapshotTable> {
  const fields = state.fieldsOf(entity.name).filter((field) => isReplicated(model, field));
  const ids = new Set(fields.map((field) => field.id));
  const whole = recordTable(model, entity);
  const table = { ...whole, columns: whole.columns.filter((column) => ids.has(column.field.id)) };
  const place = placeCondition(state, actor, { entity, space });
  const { rows } = await tx.query<RecordRow>(
    `select ${selectColumns(table)} from ${table.name} t where t.workspace_id = $1 and t.archived_at is null ${place.sql} order by t.id`,
    [state.id, ...place.values],
  );
  const records = rows.map((row) => readRow(table, row));
  const derived = await readDerived(tx, {
    model,
    workspace: state.id,
    paths: derivedPaths(model, state, entity),
    ids: records.length > MOST_NAMED ? null : records.map((record) => record.id),
  });
  const columns = fields
    .map(
      (field) =>
        [
          field.id,
          records.map((record) => record.values[field.id] ?? derived.get(record.id)?.[field.id] ?? null),
        ] as const,
    )
    .filter(([, values]) => values.some((value) => value !== null));
  return {
    entity: entity.name,
    ids: records.map((record) => record.id),
    columns: Object.fromEntries(columns),
  };
}

/** Spaces, memberships and fields belong to the workspace but are seen by those who may see their place. */
function placeCondition(
  state: WorkspaceState,
  actor: Actor,
  { entity, space }: { entity: Entity; space: string | null },
): { sql: string; values: unknown[] } {
  if (space !== null) return { sql: 'and t.space = $2', values: [space] };
  if (entity.place === null) return { sql: '', values: [] };
  const { spaces } = readablePlaces(state, actor, entity);
  const column = entity.place === 'id' ? 't.id' : 't."in"';
  return { sql: `and (${column} is null or ${column} = any($2::text[]))`, values: [spaces] };
}

/** What a browser keeps: structured values. Long texts are fetched when they are opened. */
export function isReplicated(model: Model, field: Field): boolean {
  if (field.hidden === true || field.type === 'long-text' || field.type === 'document') return false;
  return field.type !== 'formula' && model.findFieldType(field.type) !== undefined;
}
