/** A view of a blueprint over rows made up for it: what the screen would draw, small. */
import { textOf, type Json } from '@throughline/base';
import {
  fieldReference,
  MODEL,
  type Cell,
  type Example,
  type Field,
  type FieldPart,
  type ViewPart,
} from '@throughline/model';
import {
  ColumnStore,
  checkQuery,
  compileValue,
  evaluate,
  makeContext,
  makeQuery,
  makeSchema,
  makeStoreScope,
  parseExpressionText,
  parseQuery,
  type Schema,
  type StoreScope,
  type ViewQuery,
} from '@throughline/view';
import { sampleValues } from './sample-values.ts';

export interface Preview {
  readonly layout: ViewPart['layout'];
  readonly settings: Readonly<Record<string, Json>>;
  readonly query: ViewQuery;
  readonly schema: Schema;
  readonly rows: readonly PreviewRow[];
  readonly groups: readonly PreviewGroup[];
}

export interface PreviewRow {
  readonly id: string;
  readonly title: string;
  readonly valueOf: (fieldId: string) => Cell;
}

export interface PreviewGroup {
  readonly key: Cell;
  readonly rows: readonly PreviewRow[];
}

/** Where a template has no examples of its own. */
const usualRows = 9;

export interface PreviewParts {
  readonly fields: readonly FieldPart[];
  readonly examples: readonly Example[];
  readonly now: number;
}

export function makePreview(view: ViewPart, { fields: parts, examples, now }: PreviewParts): Preview {
  const schema = makePreviewSchema(parts);
  const store = new ColumnStore(schema);
  const count = examples.length === 0 ? usualRows : examples.length;
  for (let index = 0; index < count; index++) {
    const { id, values } = sampleValues(schema.fields, { index, now, example: examples[index] });
    store.put(id, values);
  }
  const parsed = parseQuery(view.query);
  const { query } = checkQuery(parsed.ok ? parsed.value : makeQuery('idea'), schema);
  const context = makeContext({ now, zone: 'UTC', me: null });
  const scope = makeStoreScope(store, context);
  const answer = evaluate(store, query, context);
  const { where: _none, ...everything } = query;
  const shown = answer.rows.length > 0 ? answer : evaluate(store, everything, context);
  const rowsOf = (rows: Int32Array): readonly PreviewRow[] => Array.from(rows, (row) => makeRow(row, scope));
  const layouts = view.settings?.['layouts'] as Readonly<Record<string, Json>> | undefined;
  return {
    layout: view.layout,
    settings: (layouts?.[view.layout] ?? {}) as Readonly<Record<string, Json>>,
    query,
    schema,
    rows: rowsOf(shown.rows),
    groups: shown.groups.map(({ keys, rows }) => ({ key: keys[0] ?? null, rows: rowsOf(rows) })),
  };
}

/** Custom fields have their reference for an id, so that queries and settings need no change. */
function makePreviewSchema(parts: readonly FieldPart[]): Schema {
  const own = parts.filter(({ entity }) => entity === 'idea');
  const builtIn = MODEL.entity('idea').fields.map((field) => {
    const options = own.find(({ key }) => key === field.key)?.config.options;
    return options === undefined ? field : { ...field, config: { ...field.config, options } };
  });
  const known = new Set(builtIn.map(({ key }) => key));
  const custom = own
    .filter(({ key }) => !known.has(key))
    .map(({ key, name, type, config }): Field => ({ id: fieldReference(key), key, name, type, config }));
  const first = makeSchema({ entity: 'idea', fields: [...builtIn, ...custom] });
  const typed = custom.map((field) => withResult(field, first));
  return makeSchema({ entity: 'idea', fields: [...builtIn, ...typed] });
}

/** The kind of a formula's value, which the server tells of fields that are there. */
function withResult(field: Field, schema: Schema): Field {
  if (field.type !== 'formula') return field;
  const parsed = parseExpressionText(field.config.expression ?? '', schema);
  if (!parsed.ok) return field;
  const { kind } = parsed.value.type;
  return kind === 'empty' || kind === 'duration'
    ? field
    : { ...field, config: { ...field.config, result: kind } };
}

function makeRow(row: number, scope: StoreScope): PreviewRow {
  const read = scope.store.reader(row);
  const valueOf = (id: string): Cell => compileValue({ type: 'field', field: id }, scope)(read);
  return { id: scope.store.idOf(row), title: textOf(valueOf('title') as Json), valueOf };
}
