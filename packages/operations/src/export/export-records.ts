/** Records as files: CSV for people and spreadsheets, JSON as the API gives them. Both import back to the same. */
import type { Json, JsonObject } from '@throughline/base';
import type { Field, Values } from '@throughline/model';
import { stringify } from 'csv-stringify/sync';
import { seenFields } from '../access/seen-fields.ts';
import { listValues, type ListRequest } from '../reads/list-records.ts';
import { mustState } from '../reads/must-state.ts';
import { present } from '../records/present.ts';
import type { Runtime } from '../runtime.ts';
import { guardCell } from './guard-cell.ts';
import { readNames } from './read-names.ts';

export type ExportFormat = 'csv' | 'json' | 'jsonl';

export type ExportRequest = Omit<ListRequest, 'limit' | 'cursor' | 'withTotal'> & {
  readonly format: ExportFormat;
};

type ExportRow = { readonly id: string; readonly values: Values };

const PAGE = 1_000;

/** Text in pieces, a page of records each; nothing is held but the page. */
export async function* exportRecords(runtime: Runtime, request: ExportRequest): AsyncGenerator<string> {
  const { format, workspace, actor, entity } = request;
  const state = await mustState(runtime, workspace);
  const fields = seenFields({ state, actor }, entity.name).filter((field) => !field.hidden);
  const columns = fields.filter((field) => field.type !== 'data');
  let isFirst = true;
  // The head follows the first page, so that a request that is refused gives nothing but the refusal.
  for await (const rows of readPages(runtime, request)) {
    if (isFirst && format === 'csv') yield stringify([['id', ...columns.map((field) => field.key)]]);
    if (format === 'csv') yield await toCsv(runtime, request, { columns, rows });
    else
      yield toJson(
        rows.map(({ id, values }) => present(fields, id, values)),
        { format, isFirst },
      );
    isFirst = false;
  }
  if (format === 'json') yield '\n]\n';
}

type JsonPage = { readonly format: 'json' | 'jsonl'; readonly isFirst: boolean };

function toJson(records: readonly JsonObject[], { format, isFirst }: JsonPage): string {
  const lines = records.map((record) => JSON.stringify(record));
  if (format === 'jsonl') return lines.map((line) => `${line}\n`).join('');
  if (isFirst) return `[\n${lines.join(',\n')}`;
  return lines.length === 0 ? '' : `,\n${lines.join(',\n')}`;
}

async function* readPages(runtime: Runtime, request: ExportRequest): AsyncGenerator<readonly ExportRow[]> {
  const isOrdered = request.sort !== undefined || request.query !== undefined || !request.entity.hasKey;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listValues>> = await listValues(runtime, {
      ...request,
      ...(isOrdered ? {} : { sort: 'key' }),
      limit: PAGE,
      ...(cursor === null ? {} : { cursor }),
    });
    yield await withDocuments(runtime, request.workspace, page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
}

async function withDocuments(
  runtime: Runtime,
  workspace: string,
  rows: readonly ExportRow[],
): Promise<readonly ExportRow[]> {
  const found = await runtime.database.query<{ record: string; field: string; text: string | null }>(
    `select record, field, text from document where workspace_id = $1 and record = any($2::text[]) and text <> ''`,
    [workspace, rows.map((row) => row.id)],
  );
  const texts = new Map<string, Record<string, Json>>();
  for (const { record, field, text } of found.rows)
    texts.set(record, { ...texts.get(record), [field]: text });
  return rows.map(({ id, values }) => ({ id, values: { ...values, ...texts.get(id) } }));
}

type Table = { readonly columns: readonly Field[]; readonly rows: readonly ExportRow[] };

async function toCsv(
  runtime: Runtime,
  { workspace, actor }: ExportRequest,
  { columns, rows }: Table,
): Promise<string> {
  const { model } = runtime;
  const names = await readNames(runtime, { workspace, actor }, referencesIn(runtime, { columns, rows }));
  const context = { titleOf: (id: string) => names.get(id) };
  const cell = (field: Field, value: Json | undefined): string =>
    value === undefined || value === null
      ? ''
      : guardCell(model.fieldType(field.type).format(value, field, context));
  return stringify(
    rows.map(({ id, values }) => [id, ...columns.map((field) => cell(field, values[field.id]))]),
  );
}

/** Ids of other records in the values of a page. */
function referencesIn({ model }: Runtime, { columns, rows }: Table): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const field of columns) {
    const kind = model.kindOf(field);
    if (
      (kind !== 'reference' && kind !== 'set') ||
      field.config.options !== undefined ||
      field.type === 'labels'
    )
      continue;
    for (const { values } of rows) {
      const value = values[field.id];
      if (typeof value === 'string') ids.add(value);
      if (Array.isArray(value))
        for (const each of value as readonly Json[]) if (typeof each === 'string') ids.add(each);
    }
  }
  return ids;
}
