/** What components read of the workspace, and how they write. */
import { must } from '@throughline/base';
import type { Replica, ReplicaStatus } from '@throughline/client';
import type { Field, Values } from '@throughline/model';
import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import type { FieldLookups } from '../fields/field-component.ts';
import type { Conflict, Conflicts } from './conflicts.ts';
import type { ReplicaRecord } from './record-hub.ts';
import type { Place } from './record-source.ts';
import type { Titles } from './titles.ts';
import type { WorkspaceData } from './workspace-data.ts';
import type { Writer } from './writer.ts';

export const WorkspaceContext = createContext<WorkspaceData | undefined>(undefined);

export function useWorkspace(): WorkspaceData {
  return must(useContext(WorkspaceContext), 'No workspace is open here');
}

export function useReplica(): Replica {
  return useWorkspace().replica;
}

/** A record's values by field id; undefined when it is not here. Draws again only when it changes. */
export function useRecord(entity: string, id: string | undefined): Values | undefined {
  const { hub } = useWorkspace();
  return useSyncExternalStore(
    useCallback((listener) => (id === undefined ? () => undefined : hub.onRecord(id, listener)), [hub, id]),
    () => (id === undefined ? undefined : hub.get(entity, id)),
  );
}

export interface RecordChoice {
  /** Keep it the same function (outside the component, or `useCallback`). */
  readonly where?: (record: ReplicaRecord) => boolean;
  readonly compare?: (a: ReplicaRecord, b: ReplicaRecord) => number;
}

const everything: RecordChoice = {};

/** Records of an entity, by id unless compared otherwise. For entities of some thousands; larger ones are views. */
export function useRecords(
  entity: string,
  { where, compare }: RecordChoice = everything,
): readonly ReplicaRecord[] {
  const { hub } = useWorkspace();
  const records = useSyncExternalStore(
    useCallback((listener) => hub.onEntity(entity, listener), [hub, entity]),
    () => hub.records(entity),
  );
  return useMemo(() => {
    const kept = where === undefined ? records : records.filter(where);
    return compare === undefined ? kept : kept.toSorted(compare);
  }, [records, where, compare]);
}

/** Records that point to one through a field: `useRelated('insight', 'idea', ideaId)`. */
export function useRelated(entity: string, via: string, value: string): readonly ReplicaRecord[] {
  const { hub } = useWorkspace();
  return useSyncExternalStore(
    useCallback((listener) => hub.onEntity(entity, listener), [hub, entity]),
    () => hub.related(entity, via, value),
  );
}

/** The record with this key for people: `PROD-12`. */
export function useRecordByKey(entity: string, key: string): ReplicaRecord | undefined {
  return useRelated(entity, 'key', key)[0];
}

/** One thing of the status: drawn again only when that changes. Choose a text, a number or a yes. */
export function useStatus<Part extends string | number | boolean>(
  choose: (status: ReplicaStatus) => Part,
): Part {
  const { status, onStatus } = useWorkspace();
  return useSyncExternalStore(onStatus, () => choose(status()));
}

/** Fields of an entity that the place offers; all when none is named. */
export function useFields(entity: string, place: Place = null): readonly Field[] {
  const { fields, onFields } = useWorkspace();
  return useSyncExternalStore(onFields, () => fields(entity, place));
}

export function useTitles(): Titles {
  return useWorkspace().titles;
}

export function useLookups(entity: string): FieldLookups {
  const data = useWorkspace();
  return useMemo(() => data.lookups(entity), [data, entity]);
}

export function useWrite(): Writer {
  return useWorkspace().writer;
}

export function useConflicts(): { readonly conflicts: readonly Conflict[] } & Conflicts {
  const { conflicts } = useWorkspace();
  const all = useSyncExternalStore(conflicts.onChange, conflicts.all);
  return { ...conflicts, conflicts: all };
}
