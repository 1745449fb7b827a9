/** Lists of records: filter and sort as text or as a query, a page at a time, in SQL. */
import type { JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import {
  readDerived,
  readRow,
  readVersions,
  recordTable,
  withNothingLinked,
  type Queryable,
  type RecordRow,
} from '@throughline/db';
import { LIMITS, parseWellFormed, type Entity, type Values } from '@throughline/model';
import {
  cursorOfRow,
  isCursorOf,
  lowerCount,
  lowerPages,
  makeQuery,
  parseConditionText,
  parseOrderText,
  type Cursor,
  type ExpressionProblem,
  type LoweringParts,
  type RowsParts,
  type Schema,
  type ViewQuery,
} from '@throughline/view';
import type { Result } from '@throughline/base';
import { mustBeInScope, roleOf } from '../access/authorise.ts';
import type { Actor } from '../access/actor.ts';
import { seenFields } from '../access/seen-fields.ts';
import { present } from '../records/present.ts';
import type { Runtime } from '../runtime.ts';
import { readSortedFields } from '../sortable/sorted-fields.ts';
import { derivedPaths } from './derived-fields.ts';
import { makeFormulaReader } from './formula-values.ts';
import { mustState } from './must-state.ts';
import { readTitles } from './read-titles.ts';
import { readerSchema, viewParts, type ViewReader } from './view-parts.ts';

export type ListRequest = {
  readonly workspace: string;
  readonly actor: Actor;
  readonly entity: Entity;
  /** A condition in the expression language. */
  readonly filter?: string;
  /** `-score, title` */
  readonly sort?: string;
  /** Instead of filter and sort: a view's query. */
  readonly query?: ViewQuery;
  /** Key or id. */
  readonly space?: string;
  /** Ids: only records of these. */
  readonly spaces?: readonly string[];
  readonly archived?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
  readonly withTotal?: boolean;
};

export type RecordPage = {
  readonly items: readonly JsonObject[];
  readonly nextCursor: string | null;
  readonly total?: number;
};

/** A page of records as JSON, derived and computed values included. */
export async function listRecords(runtime: Runtime, request: ListRequest): Promise<RecordPage> {
  const state = await mustState(runtime, request.workspace);
  const { rows, nextCursor, total } = await listValues(runtime, request);
  const versions = await readVersions(
    runtime.database,
    request.workspace,
    rows.map(({ id }) => id),
  );
  const fields = seenFields({ state, actor: request.actor }, request.entity.name);
  return {
    items: rows.map(({ id, values }) => ({ ...present(fields, id, values), seq: versions.get(id) ?? 0 })),
    nextCursor,
    ...(total === undefined ? {} : { total }),
  };
}

export type ValuePage = {
  readonly rows: readonly { readonly id: string; readonly values: Values }[];
  readonly nextCursor: string | null;
  readonly total?: number;
};

/** As `listRecords`, as values by field id: what exports and shared views are made of. */
export async function listValues(runtime: Runtime, request: ListRequest): Promise<ValuePage> {
  const { database, model } = runtime;
  const { workspace, actor, entity, limit = 50, archived = false } = request;
  const state = await mustState(runtime, workspace);
  if (roleOf(state, actor, null) === null) throw new Refusal('not_found');
  mustBeInScope(actor, entity, 'read');
  const space = request.space === undefined ? undefined : findSpace(state.spaceByKey, request.space);
  const reader: ViewReader = {
    state,
    actor,
    entity,
    archived,
    titles: await readTitles(runtime, state, actor),
    ...(space ? { space } : {}),
    ...(request.spaces ? { spaces: request.spaces } : {}),
  };
  const plain = viewParts(runtime, reader);
  const sorted = await readSortedFields(database, { model, state, entity, schema: plain.schema });
  const parts = { ...plain, sorted };
  const query = makeListQuery(request, readerSchema(model, reader));
  const size = Math.min(Math.max(1, limit), LIMITS.pageSize * 5);
  const after = request.cursor === undefined ? undefined : decodeCursor(request.cursor);
  if (after && !isCursorOf(query, after, parts)) throw strangeCursor();
  const window = { limit: size + 1, ...(after ? { after } : {}) };
  const rows = await readPage(database, { ...query, window }, parts);
  const shown = rows.slice(0, size);
  const table = recordTable(model, entity);
  const ids = shown.map((row) => row.id);
  const paths = derivedPaths(model, state, entity);
  const nothing = withNothingLinked(paths);
  const derived = await readDerived(database, {
    model,
    workspace,
    paths,
    ids,
  });
  const formulas = await makeFormulaReader(database, model, { ...parts, kept: query.where });
  const last = shown.at(-1);
  const total = request.withTotal === true ? { total: await countRows(runtime, query, parts) } : {};
  return {
    rows: shown.map((row) => {
      const { id, values } = readRow(table, row);
      const known = { ...values, ...nothing, ...derived.get(id) };
      return { id, values: { ...known, ...formulas(known) } };
    }),
    nextCursor: rows.length > size && last ? encodeCursor(cursorOfRow(last)) : null,
    ...total,
  };
}

/** A page's rows; the second of its statements is asked only where the first does not fill it. */
async function readPage(db: Queryable, query: ViewQuery, parts: RowsParts): Promise<readonly RecordRow[]> {
  const limit = query.window?.limit ?? Number.POSITIVE_INFINITY;
  const rows: RecordRow[] = [];
  for (const { text, values } of lowerPages(query, parts))
    if (rows.length < limit) rows.push(...(await db.query<RecordRow>(text, values)).rows);
  return rows.slice(0, limit);
}

async function countRows({ database }: Runtime, query: ViewQuery, parts: LoweringParts): Promise<number> {
  const { text, values } = lowerCount(query, parts);
  const { rows } = await database.query<{ count: number }>(text, values);
  return rows[0]?.count ?? 0;
}

function findSpace(byKey: ReadonlyMap<string, string>, keyOrId: string): string {
  return byKey.get(keyOrId.toUpperCase()) ?? keyOrId;
}

function makeListQuery({ entity, query, filter, sort }: ListRequest, schema: Schema): ViewQuery {
  if (query) return query;
  const where =
    filter === undefined || filter.trim() === ''
      ? undefined
      : mustParse('filter', filter, parseConditionText(filter, schema));
  const order =
    sort === undefined || sort.trim() === '' ? [] : mustParse('sort', sort, parseOrderText(sort, schema));
  return makeQuery(entity.name, { order, ...(where === undefined ? {} : { where }) });
}

/** Points at the characters that are wrong. */
function mustParse<T>(parameter: string, text: string, parsed: Result<T, readonly ExpressionProblem[]>): T {
  if (parsed.ok) return parsed.value;
  const [problem] = parsed.error;
  throw new Refusal('invalid_expression', {
    message: `${parameter}: ${problem?.message ?? 'cannot be read'}`,
    why: `At character ${(problem?.start ?? 0) + 1}: ${text.slice(problem?.start ?? 0, (problem?.end ?? 0) + 20).slice(0, 60)}`,
    ...(problem?.hint ? { fix: problem.hint } : {}),
    details: {
      parameter,
      problems: parsed.error.map(({ code, message, start, end }) => ({ code, message, start, end })),
    },
  });
}

function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.id, ...cursor.keys])).toString('base64url');
}

function decodeCursor(text: string): Cursor {
  try {
    const [id, ...keys] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [
      string,
      ...Cursor['keys'],
    ];
    const texts = [id, ...keys].filter((part) => typeof part === 'string');
    if (typeof id === 'string' && texts.every((part) => parseWellFormed(part, Number.POSITIVE_INFINITY).ok))
      return { id, keys };
  } catch {
    // Falls through: a cursor that cannot be read is refused like one of another form.
  }
  throw strangeCursor();
}

function strangeCursor(): Refusal {
  return new Refusal('invalid_input', {
    message: 'The cursor is not one of ours.',
    why: 'It was made up, or belongs to another order.',
    fix: 'Take nextCursor from the page before, and ask for the same sort.',
  });
}
