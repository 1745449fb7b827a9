/** Makes the indexes that the fields of a workspace ask for, and drops those that no field asks for any more. */
import {
  dropSortIndex,
  forgetSortFunctions,
  holdSortIndexes,
  makeSortIndex,
  readSortIndexes,
  type Execute,
} from '@throughline/db';
import type { Entity } from '@throughline/model';
import { SYSTEM } from '../access/actor.ts';
import type { WorkspaceState } from '../access/workspace-state.ts';
import { mustState } from '../reads/must-state.ts';
import { readTitles } from '../reads/read-titles.ts';
import { viewSchema } from '../reads/view-parts.ts';
import type { Runtime } from '../runtime.ts';
import { makeSortDefinition, sortPrefix, type SortDefinition } from './sort-definition.ts';

/** Spaces that have a field their own way ask for an index of their own; up to so many of one field, its first included. */
const MOST_WAYS = 4;

export type SortKeeping = {
  /** An index could not be made. */
  readonly onError: (error: unknown, field: string) => void;
  /** Asked before each: what is not made is made after the next start. */
  readonly isStopping?: () => boolean;
};

/** False where another process is at it: what there is to do then may not be done yet. */
export async function keepSortIndexes(
  runtime: Runtime,
  workspace: string,
  keeping: SortKeeping,
): Promise<boolean> {
  const prefix = sortPrefix(workspace);
  const wanted = await wantedIndexes(runtime, workspace);
  const known = await readSortIndexes(runtime.database, prefix);
  const isKept = [...wanted.keys()].every((name) => known.get(name)?.isWhole === true);
  if (isKept && known.size === wanted.size) return true;
  return holdSortIndexes(runtime.database, (execute) => bring(runtime, { workspace, execute, ...keeping }));
}

type Bringing = SortKeeping & {
  readonly workspace: string;
  readonly execute: Execute;
};

/** Asks anew after each, as making one takes its time. */
async function bring(runtime: Runtime, { workspace, execute, onError, isStopping }: Bringing): Promise<void> {
  const { database } = runtime;
  const failed = new Set<string>();
  while (isStopping?.() !== true) {
    const wanted = await wantedIndexes(runtime, workspace);
    const known = await readSortIndexes(database, sortPrefix(workspace));
    for (const name of known.keys()) if (!wanted.has(name)) await dropSortIndex(database.kind, execute, name);
    const next = [...wanted.values()].find(
      ({ name }) => known.get(name)?.isWhole !== true && !failed.has(name),
    );
    if (next === undefined) return;
    await makeSortIndex(database.kind, execute, next.index).catch((error: unknown) => {
      failed.add(next.name);
      onError(error, next.field);
    });
  }
}

/** Functions of indexes that are gone; statements under way may still name them until the process starts anew. */
export async function forgetSortLeftovers({ database }: Runtime): Promise<void> {
  await holdSortIndexes(database, (execute) => forgetSortFunctions(database, execute));
}

type Wanted = SortDefinition & { readonly field: string };

async function wantedIndexes(runtime: Runtime, workspace: string): Promise<ReadonlyMap<string, Wanted>> {
  const state = await mustState(runtime, workspace);
  const wanted = new Map<string, Wanted>();
  for (const entity of runtime.model.entities.filter((each) => each.hasCustomFields)) {
    const fields = sortableFields(state, entity);
    if (fields.length === 0) continue;
    const titles = await readTitles(runtime, state, SYSTEM);
    const spaces = [
      undefined,
      ...[...state.spaces.values()].flatMap((each) => (each.isArchived ? [] : each.id)),
    ];
    const ways = new Map<string, number>();
    for (const space of spaces) {
      const schema = viewSchema(runtime.model, { state, entity, titles, ...(space ? { space } : {}) });
      for (const field of fields) {
        const definition = makeSortDefinition({ model: runtime.model, state, entity, schema }, field);
        if (!definition.ok || wanted.has(definition.value.name)) continue;
        if ((ways.get(field) ?? 0) >= MOST_WAYS) continue;
        ways.set(field, (ways.get(field) ?? 0) + 1);
        wanted.set(definition.value.name, { ...definition.value, field });
      }
    }
  }
  return wanted;
}

export function sortableFields(state: WorkspaceState, entity: Entity): readonly string[] {
  return state.fieldsOf(entity.name).flatMap(({ id, config }) => (config.sortable === true ? [id] : []));
}
