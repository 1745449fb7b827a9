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

/**
 * The stage of each piece of feedback that is linked to an idea, by its first link. Parameter 1 is the workspace,
 * `stages` the one with the rows of `stageRows` as JSON; `where` narrows the insights down.
 */
export function selectStages(stages: string, where = 'true'): string {
  return `select distinct on (n.feedback) n.feedback, s.stage from insight n
    join idea on idea.workspace_id = n.workspace_id and idea.id = n.idea and idea.archived_at is null
    left join jsonb_to_recordset(${stages}::jsonb) as s(space text, status text, stage text)
      on s.space = idea.space and s.status = idea.status
    where n.workspace_id = $1 and n.feedback is not null and n.archived_at is null and n.vote is null and ${where}
    order by n.feedback, n.created_at, n.id`;
}
