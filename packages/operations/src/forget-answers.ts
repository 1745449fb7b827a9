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
