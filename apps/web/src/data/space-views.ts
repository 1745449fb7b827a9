/** The saved views of a space or a roadmap, in order. */
import type { Values } from '@throughline/model';
import { useCallback } from 'react';
import { useRecords } from './data-context.ts';
import type { ReplicaRecord } from './record-hub.ts';

export function useSpaceViews(space: string | undefined): readonly ReplicaRecord[] {
  return useRecords('view', {
    where: useCallback(
      ({ values }: ReplicaRecord) => isOfSpace(values) && values['space'] === space,
      [space],
    ),
    compare: byRank,
  });
}

export function useRoadmapViews(roadmap: string): readonly ReplicaRecord[] {
  return useRecords('view', {
    where: useCallback(({ values }: ReplicaRecord) => values['roadmap'] === roadmap, [roadmap]),
    compare: byRank,
  });
}

/** Views of a roadmap live in its space and are not among the space's own. */
export function isOfSpace(view: Values): boolean {
  return typeof view['roadmap'] !== 'string';
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
