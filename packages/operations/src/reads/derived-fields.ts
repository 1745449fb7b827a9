import { derivedPath, type DerivedPath } from '@throughline/db';
import type { Entity, Model } from '@throughline/model';
import type { WorkspaceState } from '../access/workspace-state.ts';

/** The fields of an entity whose values come from linked records. */
export function derivedPaths(model: Model, state: WorkspaceState, entity: Entity): readonly DerivedPath[] {
  return state.fieldsOf(entity.name).flatMap((field) => derivedPath(model, entity, field, state) ?? []);
}
