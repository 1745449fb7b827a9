/** What one reader may see of a batch of changes. Rights are checked here, where data leaves the server. */
import type { DerivedPatch, SyncChange } from '@throughline/contract';
import type { Change, Model, Values } from '@throughline/model';
import {
  isAllowed,
  isReplicated,
  STATE_ENTITIES,
  type Actor,
  type WorkspaceState,
} from '@throughline/operations';

export type Reader = { readonly model: Model; readonly state: WorkspaceState; readonly actor: Actor };

export function visibleChanges({ model, state, actor }: Reader, changes: readonly Change[]): SyncChange[] {
  return changes.flatMap((change) => {
    const entity = model.findEntity(change.entity);
    if (!entity?.exposure.sync) return [];
    const mayRead = (space: string | null) =>
      isAllowed(state, actor, { entity, verb: 'read', subject: { space } });
    const shown = new Set(
      state
        .fieldsOf(entity.name)
        .filter((field) => isReplicated(model, field))
        .map((field) => field.id),
    );
    if (mayRead(change.space)) return [trim(change, shown)];
    const left = change.before?.['space'];
    return typeof left === 'string' && mayRead(left)
      ? [{ ...trim(change, shown), space: left, before: {}, after: null }]
      : [];
  });
}

function trim(change: Change, shown: ReadonlySet<string>): SyncChange {
  const { seq, entity, id, space, name, actor, cause, recordedAt } = change;
  return {
    seq,
    entity,
    id,
    space,
    name,
    before: pick(change.before, shown),
    after: pick(change.after, shown),
    actor,
    cause,
    recordedAt,
  };
}

function pick(values: Values | null, shown: ReadonlySet<string>): Values | null {
  return values && Object.fromEntries(Object.entries(values).filter(([field]) => shown.has(field)));
}

/** Derived values belong to records; only those of records the reader may see go out. */
export function visiblePatches(
  { model, state, actor }: Reader,
  patches: readonly (DerivedPatch & { space: string | null })[],
): DerivedPatch[] {
  return patches
    .filter(({ entity, space }) =>
      isAllowed(state, actor, { entity: model.entity(entity), verb: 'read', subject: { space } }),
    )
    .map(({ entity, id, values }) => ({ entity, id, values }));
}

/** Rights or fields may have changed: the reader must ask for his session anew. */
export function changesRights(changes: readonly Change[]): boolean {
  return changes.some((change) => STATE_ENTITIES.has(change.entity));
}
