/**
 * A connection field's value is the set of records at the other end of its rows in the relation table. Writing
 * the set adds and removes rows, so both sides change at once and the log tells of each connection.
 */
import { must, textOf, type Json } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { loadRecords, readConnectionsSince, type StoredRecord } from '@throughline/db';
import type { Entity, Field, Values } from '@throughline/model';
import { placeOf } from '../access/authorise.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { checkReadable } from './resolve-references.ts';
import type { Connections } from './split-values.ts';
import { touchShowing } from './touch-showing.ts';

export type WriteConnections = {
  readonly entity: Entity;
  readonly record: StoredRecord;
  readonly connections: readonly Connections[];
  /** The seq the writer had before him: what others have connected since stays. */
  readonly since?: number;
  /** Finds out the same and writes nothing. */
  readonly isDry?: boolean;
};

/** Answers the sets as they are now, by field id, and whether anything differed. */
export async function writeConnections(
  work: Work,
  { entity, record, connections, since, isDry = false }: WriteConnections,
): Promise<{ readonly values: Values; readonly isChanged: boolean }> {
  const values: Record<string, Json> = {};
  let isChanged = false;
  for (const { field, ids } of connections) {
    if (ids.includes(record.id)) throw connectedWithItself(field);
    const rows = await readRows(work, field, record.id);
    const wanted =
      since === undefined ? new Set(ids) : await withOthers(work, { field, record, ids, since, rows });
    const missing = [...wanted].filter((id) => !rows.has(id));
    await checkReadable(work, field, missing);
    const gone = [...rows.keys()].filter((id) => !wanted.has(id));
    const live = await findLive(work, field, gone);
    const extra = [...rows].filter(([id]) => live.has(id));
    isChanged ||= missing.length > 0 || extra.length > 0;
    values[field.id] = [...wanted].toSorted();
    if (isDry) continue;
    await connect(work, { field, entity, record }, missing);
    for (const [, row] of extra) await work.remove(work.entity('relation'), row);
    const { owner, far } = endsOf(field);
    await touchShowing(work, { field: owner, end: far }, [...missing, ...extra.map(([id]) => id)]);
  }
  return { values, isChanged };
}

type Ends = { readonly near: 'from' | 'to'; readonly far: 'from' | 'to'; readonly owner: string };

function endsOf({ id, config }: Field): Ends {
  return config.mirrors === undefined
    ? { near: 'from', far: 'to', owner: id }
    : { near: 'to', far: 'from', owner: config.mirrors };
}

/** The rows of a record by the id at their other end. */
async function readRows(work: Work, field: Field, id: string): Promise<ReadonlyMap<string, StoredRecord>> {
  const { near, far, owner } = endsOf(field);
  const rows = await findAll(work, work.entity('relation'), { [near]: id, field: owner });
  return new Map(rows.map((row) => [textOf(row.values[far] ?? ''), row]));
}

/** Archived records are not shown, so leaving them out of a set does not part them from it. */
async function findLive(work: Work, { config }: Field, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const table = work.tableOf(work.entity(config.target ?? ''));
  const records = await loadRecords(work.tx, table, work.state.id, { ids });
  return new Set(
    [...records.values()].filter(({ values }) => values['archivedAt'] === undefined).map(({ id }) => id),
  );
}

type Origin = { readonly field: Field; readonly entity: Entity; readonly record: StoredRecord };

/** A connection lives where it begins, whichever side it was written on. */
async function connect(work: Work, { field, entity, record }: Origin, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { near, far, owner } = endsOf(field);
  const other = work.entity(field.config.target ?? '');
  const origins =
    near === 'to' ? await loadRecords(work.tx, work.tableOf(other), work.state.id, { ids }) : new Map();
  await work.insert(
    work.entity('relation'),
    ids.map((id) => {
      const space =
        near === 'from'
          ? placeOf(entity, record.id, record.values)
          : placeOf(other, id, must(origins.get(id)).values);
      const place = space === null ? {} : { space };
      return { values: { [near]: record.id, [far]: id, type: 'relates', field: owner, ...place } };
    }),
  );
}

type Merge = {
  readonly field: Field;
  readonly record: StoredRecord;
  readonly ids: readonly string[];
  readonly since: number;
  readonly rows: ReadonlyMap<string, StoredRecord>;
};

/** The set as it is, with what the writer added to and took from the set that he saw. */
async function withOthers(
  work: Work,
  { field, record, ids, since, rows }: Merge,
): Promise<ReadonlySet<string>> {
  const { near, far, owner } = endsOf(field);
  const changes = await readConnectionsSince(work.tx, work.state.id, {
    since,
    field: owner,
    end: near,
    record: record.id,
  });
  const seen = new Set(rows.keys());
  for (const { before, after } of changes.toReversed()) {
    const id = textOf((after ?? before)?.[far] ?? '');
    if (before === null) seen.delete(id);
    else if (after === null) seen.add(id);
  }
  const wanted = new Set(rows.keys());
  for (const id of ids) if (!seen.has(id)) wanted.add(id);
  for (const id of seen) if (!ids.includes(id)) wanted.delete(id);
  return wanted;
}

function connectedWithItself({ key, name }: Field): Refusal {
  return new Refusal('invalid_value', {
    message: `${name}: a record cannot be connected with itself.`,
    details: { field: key, code: 'same_record' },
  });
}
