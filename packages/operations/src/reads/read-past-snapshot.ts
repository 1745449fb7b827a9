/**
 * A snapshot as of an instant: what a replica of that day would have held, as far as the reader may see it today.
 * Fields are those of today, and what is timeless (views, spaces, people) is left out.
 */
import { Refusal, type Snapshot, type SnapshotColumn, type SnapshotTable } from '@throughline/contract';
import { derivePast, readHead, readPast, recordTable, withNothingLinked, type Past } from '@throughline/db';
import type { Entity, Model, Values } from '@throughline/model';
import { isAllowed, roleOf, subjectOf } from '../access/authorise.ts';
import type { Actor } from '../access/actor.ts';
import { audienceOwner, holderOf } from '../access/find-audience.ts';
import { seenFields } from '../access/seen-fields.ts';
import type { WorkspaceState } from '../access/workspace-state.ts';
import type { Runtime } from '../runtime.ts';
import { derivedPaths } from './derived-fields.ts';
import { mustState } from './must-state.ts';
import { isReplicated, replicaValue, type SnapshotRequest } from './read-snapshot.ts';

export type PastSnapshotRequest = SnapshotRequest & {
  /** ISO 8601. */
  readonly at: string;
};

export async function readPastSnapshot(
  runtime: Runtime,
  { workspace, actor, space, at }: PastSnapshotRequest,
): Promise<Snapshot> {
  const { model, database } = runtime;
  const state = await mustState(runtime, workspace);
  if (roleOf(state, actor, space) === null)
    throw new Refusal('not_found', { message: 'There is no such space.' });
  const shown = model.entities.filter(
    (entity) =>
      entity.exposure.sync &&
      !entity.exposure.timeless &&
      (entity.scope === 'space') === (space !== null) &&
      isAllowed(state, actor, { entity, verb: 'read', subject: { space } }),
  );
  const needed = new Set(shown.flatMap((entity) => [entity, ...behind(model, state, entity)]));
  const { seq, past } = await database.transaction(
    async (tx) => ({
      seq: await readHead(tx, workspace),
      past: await readPast(tx, {
        workspace,
        at,
        tables: [...needed].map((entity) => recordTable(model, entity)),
      }),
    }),
    { isolation: 'repeatable read', readOnly: true },
  );
  const scope = { model, state, actor, space, past };
  return { seq, space, tables: shown.map((entity) => makeTable(scope, entity)) };
}

/** The entities that derived values of one are made of. */
function behind(model: Model, state: WorkspaceState, entity: Entity): readonly Entity[] {
  return derivedPaths(model, state, entity).flatMap(({ steps }) => steps.map((step) => step.entity));
}

type Scope = {
  readonly model: Model;
  readonly state: WorkspaceState;
  readonly actor: Actor;
  readonly space: string | null;
  readonly past: Past;
};

function makeTable(scope: Scope, entity: Entity): SnapshotTable {
  const { model, state, actor, past } = scope;
  const records = seenRecords(scope, entity);
  const columns: Record<string, SnapshotColumn> = {};
  for (const field of seenFields({ state, actor }, entity.name).filter((each) => isReplicated(model, each))) {
    const column = records.map(([, values]) => replicaValue(field, values[field.id] ?? null));
    if (column.some((value) => value !== null)) columns[field.id] = column;
  }
  for (const path of derivedPaths(model, state, entity)) {
    const derived = derivePast(past, path);
    const nothing = withNothingLinked([path])[path.field.id] ?? null;
    const column = records.map(([id]) => derived.get(id) ?? nothing);
    if (column.some((value) => value !== null)) columns[path.field.id] = column;
  }
  return { entity: entity.name, ids: records.map(([id]) => id), columns };
}

/** Records of the place that were there and not archived; those that went where the reader may not look are left out. */
function seenRecords(
  { model, state, actor, space, past }: Scope,
  entity: Entity,
): readonly (readonly [string, Values])[] {
  const mayRead = (id: string, values: Values): boolean =>
    isAllowed(state, actor, { entity, verb: 'read', subject: subjectOf(entity, { id, values }) });
  const table = past.get(entity.name);
  return [...(table?.past ?? [])]
    .filter(([id, values]) => {
      if (values['archivedAt'] !== undefined || !mayRead(id, values)) return false;
      // Views and roadmaps are not travelled to, and what hangs on them is not either.
      if (hasOwner(model, past, { entity, values })) return false;
      if (space !== null && values['space'] !== space) return false;
      const today = table?.today.get(id);
      return today === undefined || mayRead(id, today);
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

type Hanging = { readonly entity: Entity; readonly values: Values };

/** Whether it hangs on a record with an audience, be it by one between. */
function hasOwner(model: Model, past: Scope['past'], { entity, values }: Hanging): boolean {
  const holder = holderOf(model, entity, values);
  if (holder === undefined || holder.entity.hasAudience) return holder !== undefined;
  const table = past.get(holder.entity.name);
  const between = table?.past.get(holder.id) ?? table?.today.get(holder.id) ?? {};
  return audienceOwner(model, holder.entity, between) !== undefined;
}
