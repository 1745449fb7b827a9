/** A field as a part of a standard, and back. */
import { isEqualJson, type JsonObject } from '@throughline/base';
import type { Field, FieldConfig, PartContent } from '@throughline/model';
import type { StoredRecord } from '@throughline/db';
import type { PartNames } from './part-names.ts';

export type FieldPartContent = PartContent & { readonly kind: 'field' };

export type FieldHere = {
  readonly entity: string;
  /** As the space has it. */
  readonly field: Field;
  /** Says how the space has it; undefined where it has it as everybody. */
  readonly adaptation: StoredRecord | undefined;
};

export function fieldContent(names: PartNames, { entity, field, adaptation }: FieldHere): FieldPartContent {
  const about = adaptation?.values['about'];
  const { id: _id, type, name } = field;
  const content = {
    entity,
    key: names.keyOf(entity, field.id) ?? field.key,
    name,
    type,
    config: configIn(names, { entity, type, config: field.config, to: 'parts' }),
    ...(typeof about === 'string' ? { about } : {}),
  };
  return { kind: 'field', content };
}

type Renamed = {
  readonly entity: string;
  readonly type: string;
  readonly config: FieldConfig;
  readonly to: 'parts' | 'workspace';
};

/** Formulas and the other side of a connection name fields. */
export function configIn(names: PartNames, { entity, type, config, to }: Renamed): FieldConfig {
  if (type === 'formula' && config.expression !== undefined)
    return { ...config, expression: names.rename(entity, config.expression, to) };
  if (config.mirrors === undefined || config.target === undefined) return config;
  const { mirrors, ...rest } = config;
  const named = to === 'parts' ? names.keyOf(config.target, mirrors) : names.idOf(config.target, mirrors);
  return named === undefined ? rest : { ...rest, mirrors: named };
}

/** What a field means wherever it is: all but its options and how values are marked. */
export function meaningOf(config: FieldConfig): JsonObject {
  const { options: _options, rules: _rules, ...meaning } = config;
  return meaning as unknown as JsonObject;
}

export function isSameMeaning(one: Field, other: Pick<Field, 'type' | 'config'>): boolean {
  return one.type === other.type && isEqualJson(meaningOf(one.config), meaningOf(other.config));
}
