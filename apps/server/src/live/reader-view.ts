/** What one reader may see of a batch of changes. Rights are checked here, where data leaves the server. */
import type { DerivedPatch, SyncChange } from '@throughline/contract';
import type { Change, Entity, Field, Model, Values } from '@throughline/model';
import {
  isAllowed,
  isReplicated,
  replicaValue,
  seenFields,
  STATE_ENTITIES,
  type Actor,
  type WorkspaceState,
} from '@throughline/operations';

export type Reader = { readonly model: Model; readonly state: WorkspaceState; readonly actor: Actor };

/**
 * By the id of a changed record: the record, as it stands now, that says whom it is for. That is itself, or the one
 * it hangs on.
 */
export type Audiences = ReadonlyMap<string, { readonly entity: Entity; readonly values: Values }>;

/** `audiences` holds an entry for the changes of records that are not simply for everybody in their place. */
export function visibleChanges(
  { model, state, actor }: Reader,
  changes: readonly Change[],
  audiences: Audiences,
): SyncChange[] {
  return changes.flatMap((change) => {
    const entity = model.findEntity(change.entity);
    if (!entity?.exposure.sync) return [];
    const mayRead = (space: string | null) =>
      isAllowed(state, actor, { entity, verb: 'read', subject: { space } });
    const shown = shownFields({ model, state, actor }, entity);
    const saying = audiences.get(change.id) ?? { entity, values: change.before ?? {} };
    if (saying.entity.hasAudience) {
      const question = {
        entity: saying.entity,
        verb: 'read',
        subject: { space: change.space, audience: saying.values },
      } as const;
      if (!isAllowed(state, actor, question))
        return entity.hasAudience && mayRead(change.space) && movesAudience(change) ? [gone(change)] : [];
    }
    if (mayRead(change.space)) return [trim(change, shown)];
    const left = change.before?.['space'];
    return typeof left === 'string' && mayRead(left)
      ? [{ ...trim(change, shown), space: left, before: {}, after: null }]
      : [];
  });
}

/** By id, the fields that a replica of the reader keeps. */
type Shown = ReadonlyMap<string, Field>;

function shownFields({ model, state, actor }: Reader, entity: Entity): Shown {
  const fields = seenFields({ state, actor }, entity.name).filter((field) => isReplicated(model, field));
  return new Map(fields.map((field) => [field.id, field]));
}

function movesAudience({ after }: Change): boolean {
  return ['access', 'owner', 'editors', 'readers'].some((field) => after !== null && field in after);
}

/** Who no longer belongs to a record's audience is told that it went, and not by whom. */
function gone({ seq, entity, id, space, name, recordedAt }: Change): SyncChange {
  return { seq, entity, id, space, name, before: {}, after: null, actor: null, cause: '', recordedAt };
}

function trim(change: Change, shown: Shown): SyncChange {
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

function pick(values: Values | null, shown: Shown): Values | null {
  return (
    values &&
    Object.fromEntries(
      Object.entries(values).flatMap(([id, value]) => {
        const field = shown.get(id);
        return field === undefined ? [] : [[id, replicaValue(field, value)]];
      }),
    )
  );
}

/** Derived values belong to records; only those of records the reader may see go out. */
export function visiblePatches(
  { model, state, actor }: Reader,
  patches: readonly (DerivedPatch & { space: string | null })[],
): DerivedPatch[] {
  const shown = new Map<string, Shown>();
  const shownOf = (name: string): Shown => {
    const known = shown.get(name) ?? shownFields({ model, state, actor }, model.entity(name));
    shown.set(name, known);
    return known;
  };
  return patches
    .filter(({ entity, space }) =>
      isAllowed(state, actor, { entity: model.entity(entity), verb: 'read', subject: { space } }),
    )
    .map(({ entity, id, values }) => ({ entity, id, values: pick(values, shownOf(entity)) ?? {} }));
}

/** Rights or fields may have changed: the reader must ask for his session anew. */
export function changesRights(changes: readonly Change[]): boolean {
  return changes.some((change) => STATE_ENTITIES.has(change.entity));
}
