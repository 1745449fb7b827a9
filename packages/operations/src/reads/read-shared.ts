/** What a secret link shows: the records of one view, of each only the chosen columns, and nothing else. */
import { type Json, type JsonObject, textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { Field } from '@throughline/model';
import { loadRecords, recordTable, type StoredRecord } from '@throughline/db';
import { checkQuery, makeQuery, parseQuery } from '@throughline/view';
import { SYSTEM } from '../access/actor.ts';
import { placeOf } from '../access/authorise.ts';
import { hashSecret } from '../access/secret.ts';
import type { Runtime } from '../runtime.ts';
import { listValues } from './list-records.ts';
import { mustState } from './must-state.ts';
import { viewSchema } from './view-parts.ts';

export type SharedView = {
  readonly title: string;
  readonly layout: string;
  readonly settings: Json;
  /** Field id the view groups by, when it is one of the columns. */
  readonly groupBy: string | null;
  readonly columns: readonly Pick<Field, 'id' | 'key' | 'name' | 'type' | 'config'>[];
  /** Values by field id, of the columns alone. */
  readonly items: readonly JsonObject[];
  /** Titles of the records that values name. */
  readonly titles: Readonly<Record<string, string>>;
};

const MOST_ITEMS = 5000;

export async function readShared(runtime: Runtime, secret: string): Promise<SharedView> {
  const { workspace, share } = await findShare(runtime, secret);
  const { model, database } = runtime;
  const viewId = textOf(share.values['view']);
  const view = (
    await loadRecords(database, recordTable(model, model.entity('view')), workspace, { ids: [viewId] })
  ).get(viewId);
  if (!view || view.values['archivedAt'] !== undefined) throw expired();
  const state = await mustState(runtime, workspace);
  const entity = model.entity(textOf(view.values['entity']));
  const space = textOf(view.values['space']);
  const isLeading = state.spaces.get(space)?.isArchived === false && entity.scope === 'space';
  if (!isLeading) throw expired();
  const schema = viewSchema(model, { state, entity });
  const keys = share.values['columns'] as readonly string[];
  const columns = keys.flatMap(
    (key) => state.fieldsOf(entity.name).find((field) => field.key === key && !field.hidden) ?? [],
  );
  const parsed = parseQuery(view.values['query'] ?? makeQuery(entity.name));
  const { query } = checkQuery(parsed.ok ? parsed.value : makeQuery(entity.name), schema);
  const items: JsonObject[] = [];
  for (let cursor: string | null | undefined; cursor !== null && items.length < MOST_ITEMS;) {
    const page = await listValues(runtime, {
      workspace,
      actor: SYSTEM,
      entity,
      query,
      space,
      limit: 1000,
      ...(cursor ? { cursor } : {}),
    });
    for (const { values } of page.rows) {
      items.push(
        Object.fromEntries(columns.flatMap(({ id }) => (values[id] === undefined ? [] : [[id, values[id]]]))),
      );
    }
    cursor = page.nextCursor;
  }
  const by = query.group[0]?.by;
  const groupBy = by?.type === 'field' && columns.some((column) => column.id === by.field) ? by.field : null;
  return {
    title: textOf(share.values['title'] ?? view.values['name']),
    layout: textOf(view.values['layout']),
    settings: view.values['settings'] ?? null,
    groupBy,
    columns: columns.map(({ id, key, name, type, config }) => ({ id, key, name, type, config })),
    items,
    titles: await titlesOf(runtime, workspace, { columns, items, space }),
  };
}

async function findShare(
  runtime: Runtime,
  secret: string,
): Promise<{ workspace: string; share: StoredRecord }> {
  const { database, model, ids } = runtime;
  const { rows } = await database.query<{ workspace_id: string; id: string }>(
    'select workspace_id, id from share where secret_hash = $1',
    [hashSecret(secret)],
  );
  const [row] = rows;
  if (!row) throw expired();
  const share = (
    await loadRecords(database, recordTable(model, model.entity('share')), row.workspace_id, {
      ids: [row.id],
    })
  ).get(row.id);
  const until = share?.values['expiresAt'];
  const isOpen =
    share &&
    share.values['revokedAt'] === undefined &&
    (until === undefined || Date.parse(textOf(until)) > ids.now());
  if (!isOpen) throw expired();
  return { workspace: row.workspace_id, share };
}

function expired(): Refusal {
  return new Refusal('expired', { message: 'This link does not lead anywhere (any more).' });
}

type Named = {
  readonly columns: readonly Field[];
  readonly items: readonly JsonObject[];
  readonly space: string;
};

/** A record of another space stays a name unknown: the link was made for this one. */

async function titlesOf(
  runtime: Runtime,
  workspace: string,
  { columns, items, space }: Named,
): Promise<Record<string, string>> {
  const { model, database } = runtime;
  const references = columns.filter(
    (field) =>
      field.config.options === undefined &&
      ['reference', 'set'].includes(model.kindOf(field)) &&
      field.type !== 'labels',
  );
  const ids = new Set(
    items.flatMap((item) => references.flatMap(({ id }) => (item[id] ?? []) as string | string[])),
  );
  const titles: Record<string, string> = {};
  for (const entity of model.entities) {
    const wanted = [...ids].filter((id) => model.entityOfId(id) === entity);
    if (wanted.length === 0) continue;
    const records = await loadRecords(database, recordTable(model, entity), workspace, { ids: wanted });
    for (const [id, { values }] of records) {
      const place = placeOf(entity, id, values);
      if (place === null || place === space) titles[id] = textOf(values[entity.titleField] ?? '');
    }
  }
  return titles;
}
