import { evaluate } from '@throughline/view';
import { makeRecordValues } from '../../data/record-values.ts';
import { showView } from '../../data/saved-view.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import type { WorkspaceData } from '../../data/workspace-data.ts';

/** The ids of a view's ideas in its order, at most so many. */
export function recordsOfView(
  data: WorkspaceData,
  { values }: ReplicaRecord,
  { space, most }: { readonly space: string; readonly most: number },
): readonly string[] {
  const source = data.source('idea', space);
  const store = source.store();
  const { query } = showView(values, {}, store.schema);
  const context = makeRecordValues(data, source).context();
  const { rows } = evaluate(store, { ...query, group: [], aggregates: [] }, context);
  return Array.from(rows.slice(0, most), (row) => store.idOf(row));
}

export function isOfIdeas({ values }: ReplicaRecord): boolean {
  return (values['entity'] ?? 'idea') === 'idea';
}
