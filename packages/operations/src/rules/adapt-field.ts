/**
 * How a space has a field that is there for more than it: what it calls it and which options it offers. What the field
 * means (its type, its formula, its scale) is the same everywhere, so that values can be compared.
 */
import { isEqualJson, textOf, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { Entity, Field, Values } from '@throughline/model';
import type { Work } from '../work.ts';
import { checkConfiguration } from './field-configuration.ts';
import { fieldRefusal } from './field-key.ts';
import { findAll } from './find-one.ts';

export type Adapted = {
  readonly entity: Entity;
  readonly field: Field;
  /** The space that has it its own way. */
  readonly space: string;
};

/** The field that the values say how a space has it; undefined where they are of a field itself. */
export function adaptationOf(work: Work, entity: Entity, values: Values): Adapted | undefined {
  const space = values['in'];
  if (typeof space !== 'string') return undefined;
  const id = values['adapts'];
  const field = work.state
    .fieldsOf(entity.name)
    .find((each) => (id === undefined ? each.key === values['key'] : each.id === id));
  if (field === undefined || work.state.homeOf(field.id) !== null) return undefined;
  return { entity, field, space };
}

/** Its values, filled in; refuses a second one of the same field, and another meaning. */
export async function checkAdaptation(
  work: Work,
  { entity, field, space }: Adapted,
  values: Values,
  id?: string,
): Promise<Values> {
  if (values['type'] !== undefined && values['type'] !== field.type)
    throw fieldRefusal('type', `${field.name} keeps its type, ${field.type}.`);
  const same = { entity: entity.name, in: space, adapts: field.id, archivedAt: null };
  const known = await findAll(work, work.entity('field'), same);
  if (known.some((each) => each.id !== id))
    throw new Refusal('already_exists', {
      message: `The space has ${field.name} its own way already.`,
      fix: 'Change what it has.',
    });
  const given = (values['config'] ?? {}) as JsonObject;
  const config = adaptedConfig(work, { entity, field, space }, given);
  return { key: field.key, type: field.type, adapts: field.id, name: textOf(values['name']), config };
}

export function adaptedConfig(work: Work, { entity, field }: Adapted, given: JsonObject): JsonObject {
  if (field.config.options !== undefined)
    return checkConfiguration(
      work,
      { ...field, entity: entity.name, isTypeGiven: true },
      given,
    ) as JsonObject;
  const meaning = field.config as unknown as JsonObject;
  if (Object.keys(given).length > 0 && !isEqualJson(given, meaning))
    throw fieldRefusal(
      'config',
      `What ${field.name} means is the same in all spaces; a space may call it otherwise.`,
    );
  return {};
}
