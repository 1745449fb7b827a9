/** Long texts of records that hang on another. They are not in the replica and come with the first look. */
import { MODEL, type Values } from '@throughline/model';
import type { Json } from '@throughline/base';
import { useEffect, useMemo, useState } from 'react';
import { readText } from '../fields/read-value.ts';
import { useReplica } from './data-context.ts';
import type { ReplicaRecord } from './record-hub.ts';

export interface BodiesOf {
  readonly entity: string;
  /** The field by which they hang, and on what. */
  readonly via: string;
  readonly on: string;
  /** The field with the long text. */
  readonly field: string;
  readonly records: readonly ReplicaRecord[];
}

const pageSize = 200;

/** A record's text: as just written here, else from the server, else its excerpt until that is here. */
export function useBodies({ entity, via, on, field, records }: BodiesOf): (record: ReplicaRecord) => string {
  const replica = useReplica();
  const [bodies, setBodies] = useState<ReadonlyMap<string, string>>(new Map());
  const newest = useMemo(
    () => records.reduce((last, { values }) => maxText(last, readText(values['updatedAt'])), ''),
    [records],
  );
  const count = records.length;
  useEffect(() => {
    if (count === 0) return undefined;
    const leaving = new AbortController();
    const filter = encodeURIComponent(`${via} = "${on}"`);
    const path = `/${MODEL.entity(entity).plural}?limit=${pageSize}&filter=${filter}`;
    replica.call('GET', path, { signal: leaving.signal }).then(
      ({ body }) => setBodies(new Map(readItems(body['items'], field))),
      () => {
        // Offline: excerpts are shown, and the texts are asked for when something changes.
      },
    );
    return () => leaving.abort();
  }, [replica, entity, via, on, field, newest, count]);
  return ({ id, values }) =>
    readText(values[field]) || (bodies.get(id) ?? (readText(values['excerpt']) || ''));
}

function readItems(items: Json | undefined, field: string): readonly (readonly [string, string])[] {
  const list = Array.isArray(items) ? (items as readonly Values[]) : [];
  return list.map((item) => [readText(item['id']), readText(item[field])] as const);
}

function maxText(a: string, b: string): string {
  return a > b ? a : b;
}
