/** The pieces that built-in templates are put together from. */
import type { JsonObject } from '@throughline/base';
import type { Blueprint, DescriptionPart, FieldPart, ViewPart } from '../blueprint.ts';
import { fieldReference } from '../blueprint-references.ts';
import { IDEA_STATUSES } from '../entities/idea.ts';
import type { FieldConfig, Option } from '../field.ts';

/** An idea to try a template with. */
export type Example = {
  readonly title: string;
  /** By key of the blueprint's fields and built-in ones. */
  readonly values: JsonObject;
  /** The timeframe, in quarters from now. */
  readonly quarter?: number;
  /** Place of the example that it stands below, which comes before. */
  readonly below?: number;
};

export type Template = {
  readonly key: string;
  readonly kind: 'space' | 'view' | 'description';
  readonly emoji: string;
  readonly blueprint: Blueprint;
  readonly examples: readonly Example[];
};

export function makeBlueprint(parts: Partial<Blueprint>): Blueprint {
  return { fields: [], views: [], descriptions: [], ...parts };
}

export function makeField(
  key: string,
  name: string,
  { type, about, ...config }: FieldConfig & { readonly type: string; readonly about?: string },
): FieldPart {
  return { entity: 'idea', key, name, type, config, ...(about === undefined ? {} : { about }) };
}

export const ref = fieldReference;

/** Now, next and later are stages of this workflow. */
export const STATUS: FieldPart = makeField('status', 'Status', { type: 'select', options: IDEA_STATUSES });

export function select(key: string, name: string, options: readonly Option[], about?: string): FieldPart {
  return makeField(key, name, { type: 'select', options, ...(about === undefined ? {} : { about }) });
}

type ViewGiven = {
  readonly about?: string;
  readonly columns: readonly string[];
  readonly where?: JsonObject;
  /** Fields by which it is sorted; `-` before one: the greatest first. */
  readonly sort?: readonly string[];
  readonly group?: readonly string[];
  /** What the view keeps for its layout. */
  readonly settings?: JsonObject;
  readonly description?: string;
};

export function makeView(name: string, layout: ViewPart['layout'], given: ViewGiven): ViewPart {
  const { columns, where, sort = [], group = [], settings, about, description } = given;
  return {
    name,
    entity: 'idea',
    layout,
    query: {
      version: 1,
      entity: 'idea',
      columns,
      ...(where === undefined ? {} : { where }),
      order: sort.map((key) => ({
        by: field(key.replace(/^-/, '')),
        direction: key.startsWith('-') ? 'descending' : 'ascending',
      })),
      group: group.map((key) => ({ by: field(key), direction: 'ascending' })),
      aggregates: [],
    },
    ...(settings === undefined ? {} : { settings: { layouts: { [layout]: settings } } }),
    ...(about === undefined ? {} : { about }),
    ...(description === undefined ? {} : { description }),
  };
}

function field(id: string): JsonObject {
  return { type: 'field', field: id };
}

export function isIn(id: string, keys: readonly string[]): JsonObject {
  const items = keys.map((key) => ({ type: 'option', field: id, key }));
  return { type: 'in', value: field(id), items };
}

export function not(item: JsonObject): JsonObject {
  return { type: 'not', item };
}

/** Neither shipped nor declined. */
export const OPEN = not(isIn('status', ['shipped', 'declined']));

export function and(...items: readonly JsonObject[]): JsonObject {
  return { type: 'and', items };
}

export function isEmpty(id: string): JsonObject {
  return { type: 'isEmpty', value: field(id) };
}

/** Longer ago than so many days. */
export function isOlder(id: string, days: number): JsonObject {
  const now = { type: 'call', name: 'now', arguments: [] };
  const right = {
    type: 'arithmetic',
    operator: '-',
    left: now,
    right: { type: 'duration', amount: days, unit: 'd' },
  };
  return { type: 'compare', operator: '<', left: field(id), right };
}

export function makeDescription(
  name: string,
  {
    emoji,
    body,
    isDefault = false,
    forType,
  }: Omit<DescriptionPart, 'name' | 'isDefault'> & { readonly isDefault?: boolean },
): DescriptionPart {
  return {
    name,
    body,
    isDefault,
    ...(emoji === undefined ? {} : { emoji }),
    ...(forType === undefined ? {} : { forType }),
  };
}
