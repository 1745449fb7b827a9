/**
 * How a space works, as plain JSON that can be set up again anywhere: free of ids and of people. Custom fields are
 * named by their key, in expressions as they are typed, in queries and settings as `field:<key>` (see
 * `blueprint-references.ts`). Templates and standards are blueprints.
 */
import { fail, ok, type Json, type JsonObject, type Result } from '@throughline/base';
import { parseFieldConfig } from './color-rules.ts';
import { LAYOUTS } from './entities/view.ts';
import type { Entity } from './entity.ts';
import type { FieldConfig } from './field.ts';
import { describe, parseWellFormed, shorten } from './fields/parsing.ts';
import { LIMITS } from './limits.ts';
import type { Model } from './model.ts';

export type Blueprint = {
  readonly fields: readonly FieldPart[];
  readonly views: readonly ViewPart[];
  readonly descriptions: readonly DescriptionPart[];
};

/**
 * A field. One whose key is a built-in field's carries the options of that: `status` the workflow with its
 * categories, `type` the types with those that may stand above them.
 */
export type FieldPart = {
  readonly entity: string;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** A connection that `mirrors` another names that one's key. */
  readonly config: FieldConfig;
  readonly about?: string;
};

export type ViewPart = {
  readonly name: string;
  readonly about?: string;
  readonly entity: string;
  readonly layout: (typeof LAYOUTS)[number];
  /** As `ViewQuery` of the view engine, fields by reference. */
  readonly query: JsonObject;
  readonly settings?: JsonObject;
  readonly section?: string;
  /** Markdown. */
  readonly description?: string;
};

/** What the description of a new idea begins with. */
export type DescriptionPart = {
  readonly name: string;
  readonly emoji?: string;
  /** Markdown. */
  readonly body: string;
  /** Key of the type of ideas it is for; for all where left out. */
  readonly forType?: string;
  /** New ideas begin with it. */
  readonly isDefault: boolean;
};

/** `path` leads to the part, e.g. `fields.2`; the message names it as people know it. */
export type BlueprintProblem = { readonly code: string; readonly path: string; readonly message: string };

export const BLUEPRINT_LIMITS = {
  fields: LIMITS.fields,
  views: 200,
  descriptions: 100,
  bodyLength: 50_000,
} as const;

const FIELD_KEY = /^[a-zA-Z][a-zA-Z0-9_]{0,59}$/;

/** Properties that it does not know are passed over; parts that cannot be read are refused by name. */
export function parseBlueprint(model: Model, input: Json): Result<Blueprint, BlueprintProblem> {
  try {
    return ok(readBlueprint(model, input));
  } catch (error) {
    // Leaves at the first mistake; everything else is a bug and goes on.
    if (error instanceof Unreadable) return fail(error.problem);
    throw error;
  }
}

class Unreadable extends Error {
  readonly problem: BlueprintProblem;

  constructor(problem: BlueprintProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Where the reader is: the path, and what people call the part. */
type Part = { readonly path: string; readonly label: string };

function refuse({ path, label }: Part, code: string, message: string): never {
  throw new Unreadable({ code, path, message: `${label}: ${message}` });
}

function readBlueprint(model: Model, input: Json): Blueprint {
  const whole: Part = { path: '', label: 'The blueprint' };
  const given = readObject(input, whole);
  const list = (name: 'fields' | 'views' | 'descriptions'): readonly Json[] => {
    const items = given[name] ?? [];
    const at: Part = { path: name, label: `The ${name}` };
    if (!Array.isArray(items)) return refuse(at, 'not_a_list', `expected a list, got ${describe(items)}.`);
    const most = BLUEPRINT_LIMITS[name];
    return items.length > most ? refuse(at, 'too_many', `there are ${items.length}; ${most} fit.`) : items;
  };
  const fields = list('fields').map((item, index) => readField(model, item, index));
  const seen = new Set<string>();
  for (const [index, { entity, key, name }] of fields.entries()) {
    if (seen.has(`${entity} ${key}`))
      refuse(
        { path: `fields.${index}`, label: `The field “${name}”` },
        'repeated',
        `“${key}” is there twice.`,
      );
    seen.add(`${entity} ${key}`);
  }
  return {
    fields,
    views: list('views').map((item, index) => readView(model, item, index)),
    descriptions: list('descriptions').map(readDescription),
  };
}

function readField(model: Model, item: Json, index: number): FieldPart {
  const at = partAt('fields', 'field', { item, index });
  const given = readObject(item, at);
  const entity = readEntity(model, given['entity'] ?? 'idea', at);
  const key = readText(given['key'], at, { name: 'key', length: 60 });
  if (!FIELD_KEY.test(key)) refuse(at, 'field_key', `“${shorten(key)}” cannot be a field’s key.`);
  const type = readText(given['type'], at, { name: 'type', length: 60 });
  const builtIn = entity.fields.find((field) => field.key === key);
  if (builtIn !== undefined && (builtIn.type !== type || builtIn.config.options === undefined))
    refuse(at, 'field_built_in', `${builtIn.name} is built in, and takes other options at most.`);
  if (!entity.hasCustomFields) refuse(at, 'field_entity', `${entity.label.many} take no fields.`);
  const about = readOptional(given, 'about', { at, length: 2000 });
  return {
    entity: entity.name,
    key,
    name: readText(given['name'], at, { name: 'name', length: 200 }),
    type,
    config: readConfig(model, { type, config: given['config'] ?? {} }, at),
    ...(about === undefined ? {} : { about }),
  };
}

function readConfig(
  model: Model,
  { type: name, config: given }: { readonly type: string; readonly config: Json },
  at: Part,
): FieldConfig {
  const type = model.findFieldType(name);
  if (type === undefined || !type.custom)
    return refuse(at, 'field_type', `there is no type “${shorten(name)}” for it.`);
  const config = readObject(given, at);
  const { mirrors } = config;
  if (mirrors === undefined || name !== 'relation') return parsed(parseFieldConfig(type, config), at);
  if (typeof mirrors !== 'string' || !FIELD_KEY.test(mirrors))
    return refuse(at, 'field_config', 'what it mirrors is the key of a connection field.');
  const { mirrors: _byKey, ...rest } = config;
  return { ...parsed(parseFieldConfig(type, rest), at), mirrors };
}

function parsed<T>(result: Result<T, { readonly message: string }>, at: Part): T {
  return result.ok ? result.value : refuse(at, 'field_config', result.error.message);
}

function readView(model: Model, item: Json, index: number): ViewPart {
  const at = partAt('views', 'view', { item, index });
  const given = readObject(item, at);
  const entity = readEntity(model, given['entity'] ?? 'idea', at);
  const layout = LAYOUTS.find((each) => each === given['layout']);
  if (layout === undefined) return refuse(at, 'view_layout', `a layout is one of ${LAYOUTS.join(', ')}.`);
  const texts = {
    about: readOptional(given, 'about', { at, length: 2000 }),
    section: readOptional(given, 'section', { at, length: 100 }),
    description: readOptional(given, 'description', { at, length: BLUEPRINT_LIMITS.bodyLength }),
  };
  const { settings } = given;
  return {
    name: readText(given['name'], at, { name: 'name', length: 200 }),
    entity: entity.name,
    layout,
    query: { ...readObject(given['query'] ?? {}, at), entity: entity.name },
    ...(settings === undefined || settings === null ? {} : { settings: readObject(settings, at) }),
    ...withoutUndefined(texts),
  };
}

function readDescription(item: Json, index: number): DescriptionPart {
  const at = partAt('descriptions', 'description template', { item, index });
  const given = readObject(item, at);
  const texts = {
    emoji: readOptional(given, 'emoji', { at, length: 20 }),
    forType: readOptional(given, 'forType', { at, length: LIMITS.optionLength }),
  };
  return {
    name: readText(given['name'], at, { name: 'name', length: 200 }),
    body: readOptional(given, 'body', { at, length: BLUEPRINT_LIMITS.bodyLength }) ?? '',
    isDefault: given['isDefault'] === true,
    ...withoutUndefined(texts),
  };
}

/** “The field “Reach””, or by its number where it has no name. */
function partAt(
  list: string,
  word: string,
  { item, index }: { readonly item: Json; readonly index: number },
): Part {
  const given = item !== null && typeof item === 'object' && !Array.isArray(item) ? (item as JsonObject) : {};
  const name = given['name'] ?? given['key'];
  const called = typeof name === 'string' && name !== '' ? `“${shorten(name)}”` : `${index + 1}`;
  return { path: `${list}.${index}`, label: `The ${word} ${called}` };
}

function readEntity(model: Model, given: Json, at: Part): Entity {
  const entity = typeof given === 'string' ? model.findEntity(given) : undefined;
  return entity ?? refuse(at, 'unknown_entity', `there are no records of the type ${describe(given)}.`);
}

function readObject(input: Json, at: Part): JsonObject {
  if (input === null || typeof input !== 'object' || Array.isArray(input))
    return refuse(at, 'not_an_object', `expected an object, got ${describe(input)}.`);
  return input as JsonObject;
}

function readText(
  input: Json | undefined,
  at: Part,
  { name, length }: { readonly name: string; readonly length: number },
): string {
  const text = parseWellFormed(input ?? '', length);
  if (!text.ok) return refuse(at, text.error.code, `${name}: ${text.error.message}`);
  return text.value.trim() === '' ? refuse(at, 'required', `it needs a ${name}.`) : text.value.trim();
}

function readOptional(
  given: JsonObject,
  name: string,
  { at, length }: { readonly at: Part; readonly length: number },
): string | undefined {
  const input = given[name] ?? null;
  if (input === null || input === '') return undefined;
  const text = parseWellFormed(input, length);
  return text.ok ? text.value : refuse(at, text.error.code, `${name}: ${text.error.message}`);
}

function withoutUndefined<T extends Readonly<Record<string, string | undefined>>>(
  given: T,
): { readonly [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined)) as {
    readonly [K in keyof T]?: string;
  };
}
