import { Refusal } from '@throughline/contract';
import type { WorkspaceState } from '../access/workspace-state.ts';
import type { Runtime } from '../runtime.ts';

export async function mustState(runtime: Runtime, workspace: string): Promise<WorkspaceState> {
  const state = await runtime.states.get(runtime.database, workspace);
  if (!state) throw new Refusal('not_found', { message: 'There is no such workspace.' });
  return state;
}
