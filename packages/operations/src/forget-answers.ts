import type { Queryable } from '@throughline/db';

/** Answers are kept for writers who ask again; nobody does after so many days. */
const KEPT_DAYS = 7;

/** Removes the kept answers to idempotency keys that are too old; `now` is ISO 8601. */
export async function forgetAnswers(db: Queryable, now: string): Promise<void> {
  await db.query(`delete from idempotency where created_at < $1::timestamptz - make_interval(days => $2)`, [
    now,
    KEPT_DAYS,
  ]);
}

/** Empties what kept answers tell of a record; that it was written stays known to who asks again. */
export async function forgetAnswersAbout(tx: Queryable, workspace: string, id: string): Promise<void> {
  await tx.query(
    `update idempotency set response = jsonb_set(response, '{result}', jsonb_build_object('id', $2::text))
     where workspace_id = $1 and response -> 'result' ->> 'id' = $2`,
    [workspace, id],
  );
  await tx.query(
    `update idempotency set response = jsonb_set(response, '{result,items}', (
       select jsonb_agg(case when item ->> 'id' = $2 then jsonb_build_object('id', $2::text) else item end)
       from jsonb_array_elements(response -> 'result' -> 'items') item))
     where workspace_id = $1 and response -> 'result' -> 'items' @> jsonb_build_array(jsonb_build_object('id', $2::text))`,
    [workspace, id],
  );
}
