import { Refusal } from '@throughline/contract';
import { readSortIndexes } from '@throughline/db';
import { SYSTEM, type Actor } from '../access/actor.ts';
import { roleOf } from '../access/authorise.ts';
import { mustState } from '../reads/must-state.ts';
import { readTitles } from '../reads/read-titles.ts';
import { viewSchema } from '../reads/view-parts.ts';
import type { Runtime } from '../runtime.ts';
import { sortableFields } from './keep-sort-indexes.ts';
import { makeSortDefinition, sortPrefix } from './sort-definition.ts';

/** `building`: lists are in this order already, and begin at once when it is done. */
export type SortState = {
  readonly field: string;
  readonly entity: string;
  readonly state: 'ready' | 'building';
};

/** Of all fields that are marked sortable, whether the index of their order is there. */
export async function readSortStates(
  runtime: Runtime,
  { workspace, actor }: { readonly workspace: string; readonly actor: Actor },
): Promise<readonly SortState[]> {
  const { model, database } = runtime;
  const state = await mustState(runtime, workspace);
  if (roleOf(state, actor, null) === null) throw new Refusal('not_found');
  const titles = await readTitles(runtime, state, SYSTEM);
  const indexes = await readSortIndexes(database, sortPrefix(state.id));
  return model.entities.flatMap((entity) => {
    const fields = sortableFields(state, entity);
    if (fields.length === 0) return [];
    const schema = viewSchema(model, { state, entity, titles });
    return fields.map((field) => {
      const definition = makeSortDefinition({ model, state, entity, schema }, field);
      const isReady = definition.ok && indexes.get(definition.value.name)?.isWhole === true;
      return { field, entity: entity.name, state: isReady ? 'ready' : 'building' } as const;
    });
  });
}
