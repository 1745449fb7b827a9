/** Dates that others rely on: those of ideas that are planned or under way. Who moves one is asked why. */
import { isEqualJson, type Json } from '@throughline/base';
import type { Replica, Write } from '@throughline/client';

const committed: readonly unknown[] = ['planned', 'active'];
const dateTypes: readonly string[] = ['date', 'date-range'];

/** Ids of the records whose date the writes would move; to be asked before they are shown. */
export function findCommittedMoves(replica: Replica, writes: readonly Write[]): readonly string[] {
  return writes.filter((write) => isCommittedMove(replica, write)).map(({ id }) => id);
}

function isCommittedMove(replica: Replica, { entity, verb, id, values }: Write): boolean {
  if (verb !== 'update') return false;
  const fields = replica.fields(entity);
  const now = replica.get(entity, id);
  const status = fields.find((field) => field.id === 'status');
  const category = status?.config.options?.find(({ key }) => key === now?.['status'])?.category;
  if (!committed.includes(category)) return false;
  return fields.some((field) => {
    if (!dateTypes.includes(field.type) || !(field.id in values)) return false;
    const before: Json = now?.[field.id] ?? null;
    return before !== null && !isEqualJson(before, values[field.id] ?? null);
  });
}
