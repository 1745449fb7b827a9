import { readText } from '../fields/read-value.ts';
import type { RecordHub, ReplicaRecord } from './record-hub.ts';

/** How much was said in each of the last months, by when it came in; the current month last. In UTC. */
export function countByMonth(
  insights: readonly ReplicaRecord[],
  hub: Pick<RecordHub, 'get'>,
  { now, months }: { readonly now: number; readonly months: number },
): readonly number[] {
  const monthOf = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();
  const last = monthOf(new Date(now));
  const counts = Array.from({ length: months }, () => 0);
  for (const { values } of insights) {
    const said = hub.get('feedback', readText(values['feedback']))?.['receivedAt'] ?? values['createdAt'];
    const at = months - 1 - (last - monthOf(new Date(readText(said))));
    const count = counts[at];
    if (count !== undefined) counts[at] = count + 1;
  }
  return counts;
}
