import type { Field } from '@throughline/model';
import type { Actor } from './actor.ts';
import { roleOf } from './authorise.ts';
import type { WorkspaceState } from './workspace-state.ts';

type Seeing = { readonly state: WorkspaceState; readonly actor: Actor };

/** The fields of an entity as the actor may know them: what only spaces have that he does not see is none to him. */
export function seenFields({ state, actor }: Seeing, entity: string): readonly Field[] {
  return state.fieldsAmong(entity, (space) => roleOf(state, actor, space) !== null);
}
