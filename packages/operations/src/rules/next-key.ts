import { must } from '@throughline/base';
import type { Work } from '../work.ts';

/** Keys for people, `SPACE-12`, one row of numbers a space; a number is never given twice. */
export async function nextKeys(work: Work, space: string, count = 1): Promise<string[]> {
  const prefix = must(work.state.spaces.get(space)).key;
  const { rows } = await work.tx.query<{ next: number }>(
    `insert into key_counter (workspace_id, space, next) values ($1, $2, $3)
     on conflict (workspace_id, space) do update set next = key_counter.next + $3 returning next`,
    [work.state.id, space, count],
  );
  const last = must(rows[0]).next;
  return Array.from({ length: count }, (_, index) => `${prefix}-${last - count + 1 + index}`);
}
