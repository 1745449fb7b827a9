/** A field as a part of a blueprint, and back. */
import { isEqualJson, type Json, type JsonObject } from '@throughline/base';
import type { Field, FieldConfig, PartContent } from '@throughline/model';
import type { PartNames } from './part-names.ts';

export type FieldPartContent = PartContent & { readonly kind: 'field' };

export type FieldHere = {
  readonly entity: string;
  /** As the space has it. */
  readonly field: Field;
  readonly about: Json | undefined;
};

export function fieldContent(names: PartNames, { entity, field, about }: FieldHere): FieldPartContent {
  const { id, type, name, config } = field;
  const content = {
    entity,
    key: names.keyOf(entity, id) ?? field.key,
    name,
    type,
    config: configIn(names, { entity, config, to: 'parts' }),
    ...(typeof about === 'string' && about !== '' ? { about } : {}),
  };
  return { kind: 'field', content };
}

type Renamed = {
  readonly entity: string;
  readonly config: FieldConfig;
  readonly to: 'parts' | 'workspace';
};

/** Formulas, paths and the other side of a connection name fields. */
export function configIn(names: PartNames, { entity, config, to }: Renamed): FieldConfig {
  const { expression, path, mirrors, target = entity, ...rest } = config;
  const other =
    mirrors === undefined
      ? undefined
      : to === 'parts'
        ? names.keyOf(target, mirrors)
        : names.idOf(target, mirrors);
  return {
    ...rest,
    ...(config.target === undefined ? {} : { target }),
    ...(other === undefined ? {} : { mirrors: other }),
    ...(path === undefined ? {} : { path: names.renamePath(path, to) }),
    ...(expression === undefined ? {} : { expression: names.rename(entity, expression, to) }),
  };
}

/** What a field means wherever it is: all but its options and how values are marked. */
export function meaningOf(config: FieldConfig): JsonObject {
  const { options: _options, rules: _rules, ...meaning } = config;
  return meaning as unknown as JsonObject;
}

export function isSameMeaning(one: Field, other: Pick<Field, 'type' | 'config'>): boolean {
  return one.type === other.type && isEqualJson(meaningOf(one.config), meaningOf(other.config));
}
