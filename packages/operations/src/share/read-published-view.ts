/** The records of one view for others: chosen fields, worded, and the titles of what they name. */
import { type Json, type JsonObject, textOf } from '@throughline/base';
import { loadRecords, recordTable, type StoredRecord } from '@throughline/db';
import type { Entity, Field } from '@throughline/model';
import {
  checkQuery,
  makeQuery,
  parseConditionText,
  parseQuery,
  type Expression,
  type ViewQuery,
} from '@throughline/view';
import { placeOf } from '../access/authorise.ts';
import { listValues, type ValuePage } from '../reads/list-records.ts';
import { viewSchema } from '../reads/view-parts.ts';
import type { Runtime } from '../runtime.ts';
import { plainWords, wordField, wordValue } from './edition-words.ts';
import type { PublishReader } from './read-published.ts';

export type PublishedColumn = Pick<Field, 'id' | 'key' | 'name' | 'type' | 'config'>;

export type PublishedView = {
  readonly name: string;
  readonly layout: string;
  /** Field id the view groups by, when it is one of the columns. */
  readonly groupBy: string | null;
  readonly columns: readonly PublishedColumn[];
  /** Values by field id, of the columns alone. */
  readonly items: readonly JsonObject[];
  /** There are more than are shown. */
  readonly isCut: boolean;
};

const MOST_ITEMS = 5000;

export type ViewToPublish = { readonly view: StoredRecord; readonly spaces: readonly string[] };

export type ReadView = { readonly view: PublishedView; readonly titles: Readonly<Record<string, string>> };

/** Undefined where the view’s condition, or the audience’s, can no longer be read: nothing is shown rather than more. */
export async function readPublishedView(
  runtime: Runtime,
  reader: PublishReader,
  { view, spaces }: ViewToPublish,
): Promise<ReadView | undefined> {
  const { model } = runtime;
  const entity = model.entity(textOf(view.values['entity']));
  const query = publishedQuery(runtime, reader, { entity, stored: view.values['query'] });
  if (query === undefined || entity.scope !== 'space') return undefined;
  const { state, words } = reader;
  const [only] = spaces;
  const isOne = spaces.length === 1 && only !== undefined;
  const offered = isOne
    ? state.fieldsIn(entity.name, only).filter(({ id }) => state.isOffered(id, only))
    : state.fieldsAmong(entity.name, (space) => spaces.includes(space));
  const fields = offered.filter((field) => !field.hidden);
  const title = words.titleFrom === null ? undefined : fields.find(({ key }) => key === words.titleFrom);
  if (words.titleFrom !== null && title === undefined) return undefined;
  const columns = reader.columns.flatMap((key) => fields.find((field) => field.key === key) ?? []);
  const request = { entity, query, spaces };
  const { rows, isCut } = await readRows(runtime, reader, request);
  const named = title === undefined ? rows : rows.filter(({ values }) => isText(values[title.id]));
  const titles = await namesIn(runtime, reader, { columns, rows: named, ...request, title });
  const itemOf = ({ values }: Row): JsonObject => {
    const shown = title === undefined ? values : { ...values, [entity.titleField]: values[title.id] ?? '' };
    return Object.fromEntries(
      columns.flatMap((field) => cellOf(runtime, reader, { field, values: shown, titles })),
    );
  };
  const items = named.map(itemOf);
  const by = query.group[0]?.by;
  const isShown = by?.type === 'field' && columns.some(({ id }) => id === by.field);
  return {
    view: {
      name: textOf(view.values['name']),
      layout: textOf(view.values['layout']),
      groupBy: isShown ? by.field : null,
      columns: columns.map((field) => usedOptions(wordField(field, words), { words, items })),
      items,
      isCut,
    },
    titles,
  };
}

type Used = Pick<PublishReader, 'words'> & Pick<PublishedView, 'items'>;

/** An audience reads of no stage or category that nothing it sees is in. */
function usedOptions(column: PublishedColumn, { words, items }: Used): PublishedColumn {
  const { options } = column.config;
  if (options === undefined || words === plainWords) return column;
  const used = new Set(items.flatMap((item) => item[column.id] as string | readonly string[] | undefined));
  return { ...column, config: { ...column.config, options: options.filter(({ key }) => used.has(key)) } };
}

type Row = ValuePage['rows'][number];

function isText(value: Json | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

type QueryParts = { readonly entity: Entity; readonly stored: Json | undefined };

function publishedQuery(
  { model }: Runtime,
  { state, words }: PublishReader,
  { entity, stored }: QueryParts,
): ViewQuery | undefined {
  const schema = viewSchema(model, { state, entity });
  const parsed = parseQuery(stored ?? makeQuery(entity.name));
  if (!parsed.ok) return undefined;
  const { query, problems } = checkQuery(parsed.value, schema);
  if (problems.some(({ path }) => path.startsWith('where'))) return undefined;
  if (words.condition === '') return query;
  const condition = parseConditionText(words.condition, schema);
  return condition.ok ? { ...query, where: bothOf(query.where, condition.value) } : undefined;
}

function bothOf(one: Expression | undefined, other: Expression): Expression {
  return one === undefined ? other : { type: 'and', items: [one, other] };
}

type Rows = { readonly entity: Entity; readonly query: ViewQuery; readonly spaces: readonly string[] };

async function readRows(
  runtime: Runtime,
  { state, actor }: PublishReader,
  { entity, query, spaces }: Rows,
): Promise<{ readonly rows: readonly Row[]; readonly isCut: boolean }> {
  const rows: Row[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null && rows.length < MOST_ITEMS) {
    const given = cursor ? { cursor } : {};
    const page: ValuePage = await listValues(runtime, {
      workspace: state.id,
      actor,
      entity,
      query,
      spaces,
      limit: 1000,
      ...given,
    });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  }
  return { rows, isCut: cursor !== null };
}

type CellParts = {
  readonly field: Field;
  readonly values: Row['values'];
  readonly titles: Readonly<Record<string, string>>;
};

/** References to what has no name here are left out. */
function cellOf(
  { model }: Runtime,
  { words }: PublishReader,
  { field, values, titles }: CellParts,
): readonly (readonly [string, Json])[] {
  const value = values[field.id];
  if (value === undefined || value === null) return [];
  if (!isReference(model.kindOf(field), field)) return [[field.id, wordValue(field, value, words)]];
  if (Array.isArray(value)) {
    const known = (value as readonly string[]).filter((id) => titles[id] !== undefined);
    return known.length === 0 ? [] : [[field.id, known]];
  }
  return typeof value === 'string' && titles[value] !== undefined ? [[field.id, value]] : [];
}

function isReference(kind: string, field: Field): boolean {
  return field.config.options === undefined && field.type !== 'labels' && ['reference', 'set'].includes(kind);
}

type Named = Rows & {
  readonly columns: readonly Field[];
  readonly rows: readonly Row[];
  readonly title: Field | undefined;
};

/** Names of what the values point to. A record of a space is named only where it could be shown itself. */
async function namesIn(
  runtime: Runtime,
  reader: PublishReader,
  named: Named,
): Promise<Record<string, string>> {
  const { model, database } = runtime;
  const { columns, rows, spaces, title } = named;
  const references = columns.filter((field) => isReference(model.kindOf(field), field));
  const ids = new Set(
    rows.flatMap(({ values }) => references.flatMap(({ id }) => (values[id] ?? []) as string | string[])),
  );
  const titles: Record<string, string> = {};
  for (const entity of model.entities) {
    const wanted = [...ids].filter((id) => model.entityOfId(id) === entity);
    if (wanted.length === 0) continue;
    const records = await loadRecords(database, recordTable(model, entity), reader.state.id, { ids: wanted });
    const shown = entity === named.entity ? await shownAtAll(runtime, reader, named) : undefined;
    for (const [id, { values }] of records) {
      const place = placeOf(entity, id, values);
      const isOpen = place === null || (spaces.includes(place) && (shown === undefined || shown.has(id)));
      const name = values[entity === named.entity && title ? title.id : entity.titleField];
      if (isOpen && isText(name)) titles[id] = textOf(name);
    }
  }
  return titles;
}

/** Ids of all records that the audience may see in any view; undefined where that is every one of the spaces. */
async function shownAtAll(
  runtime: Runtime,
  reader: PublishReader,
  { entity, spaces }: Named,
): Promise<ReadonlySet<string> | undefined> {
  if (reader.words.condition === '') return undefined;
  const query = publishedQuery(runtime, reader, { entity, stored: undefined });
  if (query === undefined) return new Set();
  const { rows } = await readRows(runtime, reader, { entity, query, spaces });
  return new Set(rows.map(({ id }) => id));
}
