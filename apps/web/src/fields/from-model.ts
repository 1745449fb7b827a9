/** What a component must know of a field, read from the model's declaration. */
import type { Field as ModelField, FieldConfig } from '@throughline/model';
import { fieldTypes, type Field, type FieldType, type NumberStyle } from './field-component.ts';

const known = new WeakMap<ModelField, Map<string, Field>>();

/** The same object for the same field, so that memoised cells rest. `currency` is the workspace's. */
export function toFieldLook(field: ModelField, currency: string): Field {
  const looks = known.get(field) ?? new Map<string, Field>();
  known.set(field, looks);
  const look = looks.get(currency) ?? makeLook(field, currency);
  looks.set(currency, look);
  return look;
}

function makeLook(field: ModelField, currency: string): Field {
  const { config, name, readOnly } = field;
  return {
    name,
    type: typeOf(field),
    ...(config.options && { options: config.options }),
    ...(config.max !== undefined && { max: config.max }),
    ...(config.target !== undefined && { target: config.target }),
    ...(readOnly === true && { readOnly }),
    number: numberStyle(config, currency),
  };
}

/** Reactions are counted in lists; who reacted how is seen on the record. */
function typeOf({ type, config }: ModelField): FieldType {
  if (type === 'reactions') return 'counter';
  if (type === 'formula' && config.result === 'date') return 'date';
  if (type === 'rollup' && config.result === 'date') return 'timestamp';
  return fieldTypes.find((name) => name === type) ?? 'text';
}

function numberStyle(config: FieldConfig, currency: string): NumberStyle {
  return {
    style: config.format ?? 'plain',
    ...(config.format === 'currency' && { currency: config.currency ?? currency }),
  };
}
