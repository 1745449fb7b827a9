/** A view as it is saved, and as the address changes it for whoever looks. */
import type { Json } from '@throughline/base';
import type { Field, Values } from '@throughline/model';
import {
  checkQuery,
  makeQuery,
  parseConditionText,
  parseQuery,
  printExpression,
  type CheckedQuery,
  type Expression,
  type ExpressionProblem,
  type Order,
  type Schema,
  type ViewQuery,
} from '@throughline/view';
import { layouts, type Layout, type ListSearch, type SortKey } from '../search/list-search.ts';

/** What a view keeps besides its query. */
export interface ViewSettings {
  /** Pixels by field id. */
  readonly widths: Readonly<Record<string, number>>;
  /** Keys of groups that are folded. */
  readonly collapsed: readonly string[];
  /** What each layout keeps, as it reads it itself. */
  readonly layouts: Readonly<Partial<Record<Layout, Json>>>;
  /** How sure its inputs are: see `parseStabilitySettings`. */
  readonly stability?: Json;
}

/** In the address: the view's own condition is set aside, and all records are shown. */
export const NO_FILTER = '*';
/** In the address: the view's own grouping is set aside. */
export const NO_GROUP = 'none';
/** The field that names what a record stands under. */
export const PARENT = 'parent';
/** How many levels of groups a list has at most. */
export const GROUP_LEVELS = 3;
/** The field that holds the order made by hand. */
export const RANK = 'rank';

export type LostPart = 'filter' | 'order' | 'groups';

export interface ShownView {
  readonly query: ViewQuery;
  /** The condition as text, also while it does not hold. */
  readonly filterText: string;
  readonly filterProblems: readonly ExpressionProblem[];
  readonly layout: Layout;
  /** Sort keys by field key; none is the order made by hand. */
  readonly sort: readonly SortKey[];
  /** Key of the field that groups; null for none. */
  readonly group: string | null;
  /** Keys of all fields that group, outermost first: lists have groups in groups. */
  readonly groups: readonly string[];
  /** Parts of what is saved that name fields which are not here any more: the view is shown without them. */
  readonly lost: readonly LostPart[];
  /** The address differs from what is saved. */
  readonly isChanged: boolean;
}

function readSaved(values: Values | undefined, schema: Schema): CheckedQuery {
  const parsed = parseQuery(values?.['query'] ?? null);
  return checkQuery(parsed.ok ? parsed.value : makeQuery(schema.entity), schema);
}

export function readViewSettings(values: Values | undefined): ViewSettings {
  const settings = values?.['settings'];
  const widths: Record<string, number> = {};
  for (const [id, width] of Object.entries(readObject(settings, 'widths'))) {
    if (typeof width === 'number') widths[id] = width;
  }
  const collapsed = isObject(settings) && Array.isArray(settings['collapsed']) ? settings['collapsed'] : [];
  return {
    widths,
    collapsed: collapsed.filter((key) => typeof key === 'string'),
    layouts: readObject(settings, 'layouts'),
    ...(isObject(settings) && settings['stability'] !== undefined && { stability: settings['stability'] }),
  };
}

function readObject(value: Json | undefined, name: string): Readonly<Record<string, Json>> {
  const inner = isObject(value) ? value[name] : undefined;
  return isObject(inner) ? inner : {};
}

function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The saved view with what the address says over it. */
export function showView(values: Values | undefined, search: ListSearch, schema: Schema): ShownView {
  const { query: saved, problems } = readSaved(values, schema);
  const isLost = (part: string): boolean => problems.some(({ path }) => path.split('.')[0] === part);
  const filter = readFilter(saved.where, search.f, schema);
  const sort = search.sort ?? sortKeysOf(saved.order, schema);
  const order = search.sort === undefined ? saved.order : ordersOf(search.sort, schema);
  const { where: _saved, ...rest } = saved;
  const named = search.layout ?? values?.['layout'];
  const layout = layouts.find((name) => name === named) ?? 'list';
  const asked = search.group === undefined ? groupKeysOf(saved, schema) : readGroups(search.group, schema);
  const groups = asked.slice(0, layout === 'list' ? GROUP_LEVELS : 1);
  return {
    query: {
      ...rest,
      ...(filter.where && { where: filter.where }),
      order: order.length > 0 ? order : byHand,
      group: groups.flatMap((key) => {
        const field = schema.findField(key);
        return field ? [{ by: { type: 'field', field: field.id }, direction: 'ascending' } as const] : [];
      }),
    },
    filterText: filter.text,
    filterProblems: filter.problems,
    layout,
    sort: sort.filter(({ field }) => field !== RANK),
    group: groups[0] ?? null,
    groups,
    lost: [
      ...(search.f === undefined && isLost('where') ? (['filter'] as const) : []),
      ...(search.sort === undefined && isLost('order') ? (['order'] as const) : []),
      ...(search.group === undefined && isLost('group') ? (['groups'] as const) : []),
    ],
    isChanged: [search.f, search.sort, search.group, search.layout].some((part) => part !== undefined),
  };
}

const byHand: readonly Order[] = [{ by: { type: 'field', field: RANK }, direction: 'ascending' }];

interface Filter {
  readonly where: Expression | undefined;
  readonly text: string;
  readonly problems: readonly ExpressionProblem[];
}

/** While the text does not hold, the saved condition goes on filtering. */
function readFilter(saved: Expression | undefined, text: string | undefined, schema: Schema): Filter {
  if (text === undefined)
    return { where: saved, text: saved ? printExpression(saved, schema) : '', problems: [] };
  if (text === NO_FILTER || text.trim() === '') return { where: undefined, text: '', problems: [] };
  const parsed = parseConditionText(text, schema);
  return parsed.ok
    ? { where: parsed.value, text, problems: [] }
    : { where: saved, text, problems: parsed.error };
}

function ordersOf(sort: readonly SortKey[], schema: Schema): readonly Order[] {
  return sort.flatMap(({ field: key, direction }) => {
    const field = schema.findField(key);
    return field ? [{ by: { type: 'field', field: field.id } as const, direction }] : [];
  });
}

function sortKeysOf(order: readonly Order[], schema: Schema): readonly SortKey[] {
  return order.flatMap(({ by, direction }) => {
    const field = by.type === 'field' ? schema.field(by.field) : undefined;
    return field && field.id !== RANK ? [{ field: field.key, direction }] : [];
  });
}

function groupKeysOf({ group }: ViewQuery, schema: Schema): readonly string[] {
  return group.flatMap(({ by }) => (by.type === 'field' ? (schema.field(by.field)?.key ?? []) : []));
}

/** `status,owner`: each field once, outermost first. */
function readGroups(text: string, schema: Schema): readonly string[] {
  if (text === NO_GROUP) return [];
  return [...new Set(text.split(',').flatMap((key) => schema.findField(key.trim())?.key ?? []))];
}

/** The columns of a list: the title first, then what the view names. */
export function columnFields({ query }: ShownView, schema: Schema, titleField: string): readonly Field[] {
  const named = query.columns.filter((id) => id !== titleField);
  return [titleField, ...named].flatMap((id) => schema.field(id) ?? []);
}
