import { useCallback } from 'react';
import { useRecords } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';

/** The decisions of a kind in a space: open ones first, newest first. */
export function useDecisions(
  entity: 'ranking' | 'round' | 'scoring',
  space: string,
): readonly ReplicaRecord[] {
  return useRecords(entity, {
    where: useCallback(({ values }: ReplicaRecord) => values['space'] === space, [space]),
    compare: openFirst,
  });
}

export function isClosed({ values }: Pick<ReplicaRecord, 'values'>): boolean {
  return values['closedAt'] !== undefined;
}

function openFirst(a: ReplicaRecord, b: ReplicaRecord): number {
  const byState = Number(isClosed(a)) - Number(isClosed(b));
  return byState === 0 ? (a.id < b.id ? 1 : -1) : byState;
}
