import { must } from '@throughline/base';
import { loadWorkspaceState } from '../access/workspace-state.ts';
import type { Work } from '../work.ts';

/** The same work, with the fields that it has made. */
export async function refreshed(work: Work): Promise<Work> {
  return work.inState(must(await loadWorkspaceState(work.tx, work.model, work.state.id)));
}
