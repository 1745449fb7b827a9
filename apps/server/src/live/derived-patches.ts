/** Counters and rollups that a batch of changes has moved, computed once for all readers. */
import type { DerivedPatch } from '@throughline/contract';
import { findAffected, loadRecords, readDerived, recordTable, withNothingLinked } from '@throughline/db';
import type { Change } from '@throughline/model';
import { derivedPaths, mustState, placeOf, type Runtime } from '@throughline/operations';

export type PlacedPatch = DerivedPatch & { readonly space: string | null };

export async function derivedPatches(
  runtime: Runtime,
  workspace: string,
  changes: readonly Change[],
): Promise<PlacedPatch[]> {
  const { model, database } = runtime;
  const state = await mustState(runtime, workspace);
  const patches: PlacedPatch[] = [];
  for (const entity of model.entities.filter((each) => each.exposure.sync)) {
    const paths = derivedPaths(model, state, entity);
    const roots = new Set<string>();
    for (const path of paths) {
      for (const [index, step] of path.steps.entries()) {
        const moved = changes.filter((change) => change.entity === step.entity.name);
        if (moved.length === 0) continue;
        const ids = [...new Set(moved.map((change) => change.id))];
        for (const root of await findAffected(database, {
          model,
          workspace,
          path,
          entity: step.entity.name,
          ids,
        }))
          roots.add(root);
        if (index === 0)
          for (const root of formerRoots(moved))
            if (model.entityOfId(root)?.name === entity.name) roots.add(root);
      }
    }
    // What is new has counts of 0 before anything points to it.
    for (const { entity: name, id, before } of changes)
      if (paths.length > 0 && name === entity.name && before === null) roots.add(id);
    if (roots.size === 0) continue;
    const ids = [...roots];
    const records = await loadRecords(database, recordTable(model, entity), workspace, { ids });
    const values = await readDerived(database, { model, workspace, paths, ids });
    const nothing = withNothingLinked(paths);
    for (const [id, record] of records) {
      patches.push({
        entity: entity.name,
        id,
        values: { ...nothing, ...values.get(id) },
        space: placeOf(entity, id, record.values),
      });
    }
  }
  return patches;
}

/** Ids that a change names before or after: records it hung on and may have left. */
function formerRoots(changes: readonly Change[]): string[] {
  return changes.flatMap((change) =>
    [...Object.values(change.before ?? {}), ...Object.values(change.after ?? {})].filter(
      (value): value is string => typeof value === 'string' && /^[a-z]+_[0-9a-z]{26}$/.test(value),
    ),
  );
}
