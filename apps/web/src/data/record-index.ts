/** Records of an entity by what one of their fields holds, followed as they change. */
import type { Replica } from '@throughline/client';
import type { ReplicaRecord } from './record-hub.ts';

export interface RecordIndex {
  readonly entity: string;
  readonly find: (value: string) => readonly ReplicaRecord[];
  readonly update: (ids: ReadonlySet<string>) => void;
}

const nothing: readonly ReplicaRecord[] = [];

export function makeRecordIndex(entity: string, via: string, replica: Replica): RecordIndex {
  const idsOf = new Map<string, Set<string>>();
  const valueOf = new Map<string, string>();
  const found = new Map<string, readonly ReplicaRecord[]>();

  function place(id: string): void {
    const before = valueOf.get(id);
    const now = replica.read(entity, id, via);
    if (before !== undefined) {
      found.delete(before);
      if (before !== now) idsOf.get(before)?.delete(id);
    }
    if (typeof now !== 'string') {
      valueOf.delete(id);
      return;
    }
    found.delete(now);
    valueOf.set(id, now);
    idsOf.set(now, (idsOf.get(now) ?? new Set()).add(id));
  }
  for (const id of replica.table(entity).keys()) place(id);

  function collect(value: string): readonly ReplicaRecord[] {
    const ids = idsOf.get(value);
    if (ids === undefined || ids.size === 0) return nothing;
    return [...ids].toSorted().map((id) => ({ id, values: replica.get(entity, id) ?? {} }));
  }

  return {
    entity,
    update: (ids) => ids.forEach(place),
    find: (value) => {
      const records = found.get(value) ?? collect(value);
      found.set(value, records);
      return records;
    },
  };
}
