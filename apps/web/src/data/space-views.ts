/** The saved views of a space, in order. */
import { useCallback } from 'react';
import { useRecords } from './data-context.ts';
import type { ReplicaRecord } from './record-hub.ts';

export function useSpaceViews(space: string | undefined): readonly ReplicaRecord[] {
  return useRecords('view', {
    where: useCallback(({ values }: ReplicaRecord) => values['space'] === space, [space]),
    compare: byRank,
  });
}

export function byRank(a: ReplicaRecord, b: ReplicaRecord): number {
  const [first, second] = [rankOf(a), rankOf(b)];
  return first === second ? compare(a.id, b.id) : compare(first, second);
}

function rankOf({ values }: ReplicaRecord): string {
  return typeof values['rank'] === 'string' ? values['rank'] : '~';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
