/**
 * A part of a place's records in the order of a view, by columns as in a snapshot: for browsers that do not hold all.
 * Formulas that measure a record beside others are told, too, as what they measure by is not in the part.
 */
import type { Json } from '@throughline/base';
import { Refusal, type RecordWindow, type SnapshotTable, type WindowTotals } from '@throughline/contract';
import { readHead } from '@throughline/db';
import {
  checkQuery,
  holds,
  isMeasure,
  lowerCount,
  lowerGroups,
  parseQuery,
  type ViewQuery,
} from '@throughline/view';
import type { Entity, Field, Values } from '@throughline/model';
import type { Actor } from '../access/actor.ts';
import type { Runtime } from '../runtime.ts';
import { listValues } from './list-records.ts';
import { mustState } from './must-state.ts';
import { packValues } from './pack-column.ts';
import { isReplicated, replicaValue } from './read-snapshot.ts';
import { readTitles } from './read-titles.ts';
import { readerSchema, viewParts, type ViewReader } from './view-parts.ts';
import { readSortedFields } from '../sortable/sorted-fields.ts';

export type WindowRequest = {
  readonly workspace: string;
  readonly actor: Actor;
  readonly entity: Entity;
  readonly space: string;
  /** A view's query, as JSON. */
  readonly query: Json;
  readonly limit?: number;
  readonly cursor?: string;
};

export async function readWindow(runtime: Runtime, request: WindowRequest): Promise<RecordWindow> {
  const { workspace, actor, entity, space, limit = 500, cursor } = request;
  const seq = await readHead(runtime.database, workspace);
  const { reader, query } = await readerOf(runtime, request);
  const { rows, nextCursor } = await listValues(runtime, {
    workspace,
    actor,
    entity,
    space,
    query,
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  });
  const schema = readerSchema(runtime.model, reader);
  const fields = reader.state.fieldsOf(entity.name).filter((field) => {
    const formula = schema.formula(field.id);
    return formula === undefined ? isReplicated(runtime.model, field) : holds(formula, schema, isMeasure);
  });
  return { seq, table: packRows(entity, fields, rows), nextCursor };
}

type Row = { readonly id: string; readonly values: Values };

function packRows(entity: Entity, fields: readonly Field[], rows: readonly Row[]): SnapshotTable {
  const columns = fields.flatMap((field) => {
    const values = rows.map((row) => replicaValue(field, row.values[field.id] ?? null));
    return values.some((value) => value !== null) ? [[field.id, packValues(values)] as const] : [];
  });
  return { entity: entity.name, ids: rows.map(({ id }) => id), columns: Object.fromEntries(columns) };
}

/** How many records a view has, in its groups, and what they sum up to. */
export async function readWindowTotals(runtime: Runtime, request: WindowRequest): Promise<WindowTotals> {
  const { model, database } = runtime;
  const { reader, query } = await readerOf(runtime, request);
  const plain = viewParts(runtime, reader);
  const { state, entity } = reader;
  const sorted = await readSortedFields(database, { model, state, entity, schema: plain.schema });
  const parts = { ...plain, sorted };
  const count = lowerCount(query, parts);
  const [counted] = (await database.query<{ count: number }>(count.text, count.values)).rows;
  const whole = lowerGroups({ ...query, group: [] }, parts);
  const [sums = {}] =
    query.aggregates.length === 0 ? [] : (await database.query<Answer>(whole.text, whole.values)).rows;
  const grouped = lowerGroups(query, parts);
  const groups =
    query.group.length === 0 ? [] : (await database.query<Answer>(grouped.text, grouped.values)).rows;
  const keysOf = (row: Answer, letter: string, all: readonly unknown[]): readonly Json[] =>
    all.map((_, at) => row[`${letter}${at}`] ?? null);
  const aggregatesOf = (row: Answer): readonly (number | null)[] =>
    keysOf(row, 'a', query.aggregates) as readonly (number | null)[];
  return {
    count: counted?.count ?? 0,
    aggregates: aggregatesOf(sums),
    groups: groups.map((row) => ({
      keys: keysOf(row, 'g', query.group),
      count: Number(row['count']),
      aggregates: aggregatesOf(row),
    })),
  };
}

type Answer = Readonly<Record<string, Json>>;

async function readerOf(
  runtime: Runtime,
  { workspace, actor, entity, space, query }: WindowRequest,
): Promise<{ readonly reader: ViewReader; readonly query: ViewQuery }> {
  const state = await mustState(runtime, workspace);
  const reader = { state, actor, entity, space, titles: await readTitles(runtime, state, actor) };
  const parsed = parseQuery(query);
  if (!parsed.ok || parsed.value.entity !== entity.name)
    throw new Refusal('invalid_input', {
      message: 'query: is no query of these records.',
      why: parsed.ok ? 'It is of others.' : parsed.error.message,
    });
  return { reader, query: checkQuery(parsed.value, readerSchema(runtime.model, reader)).query };
}
