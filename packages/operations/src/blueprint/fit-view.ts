/** The query and the settings of a view, between a workspace and a blueprint. */
import { isId, type Json, type JsonObject } from '@throughline/base';
import { fromReferences, sameOption, toReferences, type FieldPlan, type ViewPart } from '@throughline/model';
import {
  checkQuery,
  childrenOf,
  parseQuery,
  type Expression,
  type Schema,
  type ViewQuery,
} from '@throughline/view';

export type FittedView = {
  readonly query: ViewQuery;
  readonly settings: Json | undefined;
  /** What does not hold in the space and is left out, in sentences. */
  readonly dropped: readonly string[];
};

export type ViewPlace = {
  readonly schema: Schema;
  readonly plans: readonly FieldPlan[];
  readonly idOf: (entity: string, key: string) => string | undefined;
};

/** A view of a blueprint in a space; undefined where its query cannot be read at all. */
export function fitView(part: ViewPart, { schema, plans, idOf }: ViewPlace): FittedView | undefined {
  const toId = (key: string): string | undefined =>
    idOf(part.entity, key) ?? schema.fields.find((field) => field.key === key)?.id;
  const keys = optionKeys(part.entity, { plans, idOf });
  const named = fromReferences(part.query, toId);
  const read = parseQuery(mapOptions(named, keys));
  if (!read.ok) return undefined;
  const { query, problems } = checkQuery(read.value, schema);
  return {
    query,
    settings: part.settings === undefined ? undefined : fromReferences(part.settings, toId),
    dropped: problems.map(({ message }) => message),
  };
}

/** Options that the space has under another key, by id of the field and key in the blueprint. */
function optionKeys(
  entity: string,
  { plans, idOf }: Pick<ViewPlace, 'plans' | 'idOf'>,
): ReadonlyMap<string, string> {
  const pairs = plans.flatMap(({ part, field }) =>
    (field === undefined || part.entity !== entity ? [] : (part.config.options ?? [])).flatMap((option) => {
      const known = field && sameOption(field, option);
      return known === undefined || known.key === option.key
        ? []
        : [[`${idOf(entity, part.key) ?? part.key} ${option.key}`, known.key] as const];
    }),
  );
  return new Map(pairs);
}

function mapOptions(json: Json, keys: ReadonlyMap<string, string>): Json {
  if (json === null || typeof json !== 'object' || keys.size === 0) return json;
  if (Array.isArray(json)) return json.map((item) => mapOptions(item, keys));
  const object = json as JsonObject;
  const { type, field, key } = object;
  if (type === 'option' && typeof field === 'string' && typeof key === 'string')
    return { ...object, key: keys.get(`${field} ${key}`) ?? key };
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, mapOptions(value, keys)]));
}

/** The query and settings of a view as a blueprint keeps them, without what names people and other records. */
export function captureView(
  kept: { readonly query: Json; readonly settings: Json },
  schema: Schema,
): Pick<ViewPart, 'query' | 'settings'> | undefined {
  const read = parseQuery(kept.query);
  if (!read.ok) return undefined;
  const query = withoutRecords(checkQuery(read.value, schema).query);
  const keyOf = (id: string): string | undefined => schema.field(id)?.key;
  const { window: _window, ...whole } = query;
  const referred = toReferences(JSON.parse(JSON.stringify(whole)) as Json, keyOf);
  const settings = kept.settings === null ? undefined : toReferences(kept.settings, keyOf);
  return {
    query: referred as JsonObject,
    ...(settings === undefined || settings === null ? {} : { settings: settings as JsonObject }),
  };
}

function withoutRecords({ where, ...query }: ViewQuery): ViewQuery {
  const kept = where === undefined ? undefined : keep(where);
  return {
    ...query,
    order: query.order.filter(({ by }) => !namesRecord(by)),
    group: query.group.filter(({ by }) => !namesRecord(by)),
    aggregates: query.aggregates.filter(({ of }) => of === undefined || !namesRecord(of)),
    ...(kept === undefined ? {} : { where: kept }),
  };
}

function keep(where: Expression): Expression | undefined {
  if (where.type !== 'and') return namesRecord(where) ? undefined : where;
  const items = where.items.filter((item) => !namesRecord(item));
  return items.length > 1 ? { type: 'and', items } : items[0];
}

/** Whether an expression names a person or any other record. */
export function namesRecord(node: Expression): boolean {
  if (node.type === 'record' || (node.type === 'text' && isId(node.value))) return true;
  return childrenOf(node).some(namesRecord);
}
