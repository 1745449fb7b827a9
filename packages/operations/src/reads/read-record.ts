import { isId, type Json, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import {
  loadRecords,
  readDerived,
  readVersions,
  recordTable,
  withNothingLinked,
  type Queryable,
  type StoredRecord,
} from '@throughline/db';
import type { Entity } from '@throughline/model';
import { authorise, subjectOf } from '../access/authorise.ts';
import { findAudience } from '../access/find-audience.ts';
import type { Actor } from '../access/actor.ts';
import { seenFields } from '../access/seen-fields.ts';
import { present } from '../records/present.ts';
import type { Runtime } from '../runtime.ts';
import { mustState } from './must-state.ts';
import { derivedPaths } from './derived-fields.ts';

export type ReadRequest = {
  readonly workspace: string;
  readonly actor: Actor;
  readonly entity: Entity;
  readonly id: string;
};

/** One record in full, documents as Markdown, derived values included, with its version. `id` may be a key. */
export async function readRecord(runtime: Runtime, request: ReadRequest): Promise<JsonObject> {
  const { database, model } = runtime;
  const { workspace, entity } = request;
  const state = await mustState(runtime, workspace);
  const record = await findRecord(runtime, request);
  const paths = derivedPaths(model, state, entity);
  const derived = await readDerived(database, {
    model,
    workspace,
    paths,
    ids: [record.id],
  });
  const documents = await readDocuments(database, workspace, record.id);
  const versions = await readVersions(database, workspace, [record.id]);
  const values = { ...record.values, ...withNothingLinked(paths), ...derived.get(record.id), ...documents };
  return {
    ...present(seenFields({ state, actor: request.actor }, entity.name), record.id, values),
    seq: versions.get(record.id) ?? 0,
  };
}

/** The row of a record the actor may read, by id, or by its key or one of its former keys. */
export async function findRecord(
  runtime: Runtime,
  { workspace, actor, entity, id }: ReadRequest,
): Promise<StoredRecord> {
  const { database, model } = runtime;
  const state = await mustState(runtime, workspace);
  const table = recordTable(model, entity);
  const wanted = isId(id, entity.prefix)
    ? id
    : entity.hasKey
      ? await findByKey(database, { workspace, table: table.name, key: id })
      : null;
  const record =
    wanted === null
      ? undefined
      : (await loadRecords(database, table, workspace, { ids: [wanted] })).get(wanted);
  if (!record)
    throw new Refusal('not_found', { message: `There is no ${entity.label.one} ${id.slice(0, 60)}.` });
  authorise(state, actor, { entity, verb: 'read', subject: subjectOf(entity, record) });
  const owner = await findAudience(database, { model, workspace }, { entity, record });
  if (owner)
    authorise(state, actor, {
      entity: owner.entity,
      verb: 'read',
      subject: subjectOf(owner.entity, owner.record),
    });
  return record;
}

type KeyLookup = { readonly workspace: string; readonly table: string; readonly key: string };

async function findByKey(db: Queryable, { workspace, table, key }: KeyLookup): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `select id from ${table} where workspace_id = $1 and key = $2
     union all select id from key_redirect where workspace_id = $1 and key = $2 limit 1`,
    [workspace, key.toUpperCase()],
  );
  return rows[0]?.id ?? null;
}

async function readDocuments(
  db: Queryable,
  workspace: string,
  record: string,
): Promise<Record<string, Json>> {
  const { rows } = await db.query<{ field: string; text: string | null }>(
    'select field, text from document where workspace_id = $1 and record = $2',
    [workspace, record],
  );
  return Object.fromEntries(rows.map(({ field, text }) => [field, text]));
}
