/** What customers read of how far an idea is: its status's category, in every space by that space's workflow. */
import { STATUS_CATEGORIES, type StatusCategory } from '@throughline/model';
import type { WorkspaceState } from '../access/workspace-state.ts';

/** `open` where nobody has linked the request to an idea yet. */
export const STAGES = ['open', ...STATUS_CATEGORIES] as const;
export type Stage = 'open' | StatusCategory;

export type StageRow = { readonly space: string; readonly status: string; readonly stage: StatusCategory };

/** The stage of each status of each space. */
export function stageRows(state: WorkspaceState): readonly StageRow[] {
  return [...state.spaces.keys()].flatMap((space) => {
    const field = state.fieldsIn('idea', space).find(({ id }) => id === 'status');
    return (field?.config.options ?? []).flatMap(({ key, category }) =>
      category === undefined ? [] : [{ space, status: key, stage: category }],
    );
  });
}
