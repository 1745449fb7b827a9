/** A view as a part of a blueprint, and back: without who may see it, its section and its description. */
import { textOf, type Json, type JsonObject } from '@throughline/base';
import {
  fromReferences,
  toReferences,
  type PartContent,
  type Values,
  type ViewPart,
} from '@throughline/model';
import { makeQuery, parseQuery } from '@throughline/view';
import type { PartNames } from './part-names.ts';

export type ViewPartContent = PartContent & { readonly kind: 'view' };

export function viewContent(names: PartNames, values: Values): ViewPartContent {
  const { name, about, layout, settings = null } = values as Readonly<Record<string, string>>;
  const entity = textOf(values['entity']);
  const referred = (json: Json): JsonObject =>
    (toReferences(json, (id) => names.keyOf(entity, id)) ?? {}) as JsonObject;
  const content = {
    name: textOf(name),
    entity,
    layout: layout as ViewPart['layout'],
    query: referred(wholeQuery(entity, values['query'] ?? null)),
    ...(settings === null ? {} : { settings: referred(settings) }),
    ...(about === undefined ? {} : { about }),
  };
  return { kind: 'view', content };
}

/** Fields, filled in, of a view that is like the part. */
export function viewValues(names: PartNames, { content }: ViewPartContent): Values {
  const { name, about = null, entity, layout, query, settings = {} } = content;
  const named = (json: Json): Json => fromReferences(json, (key) => names.idOf(entity, key));
  const asked = wholeQuery(entity, named(query));
  return { name, about, entity, layout, query: asked, settings: named(settings) };
}

/** With everything a query says, so that what is left out equals what is empty. */
function wholeQuery(entity: string, json: Json): JsonObject {
  const parsed = parseQuery(json);
  const { window: _window, ...query } = parsed.ok ? parsed.value : makeQuery(entity);
  return JSON.parse(JSON.stringify({ ...makeQuery(entity), ...query })) as JsonObject;
}
