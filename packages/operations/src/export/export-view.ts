import { textOf } from '@throughline/base';
import { checkQuery, makeQuery, parseQuery } from '@throughline/view';
import type { Actor } from '../access/actor.ts';
import { findRecord } from '../reads/read-record.ts';
import { mustState } from '../reads/must-state.ts';
import { placesOfView } from '../reads/places-of-view.ts';
import { viewSchema } from '../reads/view-parts.ts';
import type { Runtime } from '../runtime.ts';
import type { ExportRequest } from './export-records.ts';

export type ViewToExport = { readonly workspace: string; readonly actor: Actor; readonly view: string };

/** What a saved view shows, to be exported. */
export async function exportOfView(
  runtime: Runtime,
  { workspace, actor, view }: ViewToExport,
): Promise<Omit<ExportRequest, 'format'>> {
  const { model } = runtime;
  const { values } = await findRecord(runtime, { workspace, actor, entity: model.entity('view'), id: view });
  const state = await mustState(runtime, workspace);
  const entity = model.entity(textOf(values['entity']));
  const parsed = parseQuery(values['query'] ?? makeQuery(entity.name));
  const { query } = checkQuery(
    parsed.ok ? parsed.value : makeQuery(entity.name),
    viewSchema(model, { state, entity }),
  );
  const spaces = await placesOfView(runtime, workspace, values);
  return { workspace, actor, entity, query, spaces };
}
