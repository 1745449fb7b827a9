/** What became of what the product suggested, by kind and month, as far as the reader may see it. */
import { Refusal } from '@throughline/contract';
import { readablePlaces, roleOf } from '../access/authorise.ts';
import type { Actor } from '../access/actor.ts';
import type { Runtime } from '../runtime.ts';
import { mustState } from './must-state.ts';

export type Acceptance = {
  readonly kind: string;
  /** `2026-11`, in the workspace's zone. */
  readonly month: string;
  readonly accepted: number;
  readonly refused: number;
  /** The feedback was handled another way while an offer stood beside it. */
  readonly passed: number;
};

const MONTHS = 12;

/** The newest month first; of the last twelve. */
export async function readAcceptance(
  runtime: Runtime,
  { workspace, actor }: { readonly workspace: string; readonly actor: Actor },
): Promise<readonly Acceptance[]> {
  const { database, model, ids } = runtime;
  const state = await mustState(runtime, workspace);
  if (roleOf(state, actor, null) === null) throw new Refusal('not_found');
  const { spaces } = readablePlaces(state, actor, model.entity('suggestion'));
  const since = new Date(ids.now());
  since.setUTCMonth(since.getUTCMonth() - MONTHS);
  const { rows } = await database.query<Acceptance>(
    `select kind, to_char(created_at at time zone $4, 'YYYY-MM') as month,
       cast(count(*) filter (where outcome = 'accepted') as float8) as accepted,
       cast(count(*) filter (where outcome = 'refused') as float8) as refused,
       cast(count(*) filter (where outcome = 'passed') as float8) as passed
     from suggestion
     where workspace_id = $1 and space = any($2::text[]) and created_at >= $3 and archived_at is null
     group by 1, 2 order by 2 desc, 1`,
    [workspace, spaces, since.toISOString(), state.zone],
  );
  return rows;
}
