import { textOf } from '@throughline/base';
import { loadRecords, recordTable } from '@throughline/db';
import type { Values } from '@throughline/model';
import type { Runtime } from '../runtime.ts';
import { mustState } from './must-state.ts';

/** Ids of the spaces whose records a view shows: its own, or the sources of its roadmap. None where that is gone. */
export async function placesOfView(
  runtime: Runtime,
  workspace: string,
  view: Values,
): Promise<readonly string[]> {
  const { database, model } = runtime;
  const { spaces } = await mustState(runtime, workspace);
  const isOpen = (space: string): boolean => spaces.get(space)?.isArchived === false;
  if (view['roadmap'] === undefined) return [textOf(view['space'])].filter(isOpen);
  const id = textOf(view['roadmap']);
  const table = recordTable(model, model.entity('roadmap'));
  const roadmap = (await loadRecords(database, table, workspace, { ids: [id] })).get(id);
  if (roadmap === undefined || roadmap.values['archivedAt'] !== undefined) return [];
  return ((roadmap.values['spaces'] ?? []) as readonly string[]).filter(isOpen);
}
