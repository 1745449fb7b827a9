/** Fields of every kind, for tests. */
import { defineEntity, type Field, type FieldConfig } from '@throughline/model';
import { makeSchema, type Schema, type TitleIndex } from '../schema.ts';

const OPTIONS = [
  { key: 'later', name: 'Later', weight: 1 },
  { key: 'next', name: 'Next', weight: 2.5 },
  { key: 'now', name: 'Now', weight: 4 },
  { key: 'none', name: 'No weight' },
];

export function buildField(key: string, type: string, config: FieldConfig = {}): Field {
  return { id: `field_${key}`, key, name: key, type, config };
}

/** A built-in column and a custom field of each kind. */
export const THING = defineEntity({
  name: 'thing',
  plural: 'things',
  label: { one: 'thing', many: 'things' },
  titleField: 'title',
  scope: 'workspace',
  hasCustomFields: true,
  fields: {
    title: { name: 'Title', type: 'text', required: true },
    size: { name: 'Size', type: 'number' },
    isDone: { name: 'Done', type: 'checkbox' },
    due: { name: 'Due', type: 'date' },
    seenAt: { name: 'Seen', type: 'timestamp' },
    timeframe: { name: 'Timeframe', type: 'date-range' },
    status: { name: 'Status', type: 'select', config: { options: OPTIONS } },
    owner: { name: 'Owner', type: 'person' },
    labels: { name: 'Labels', type: 'labels' },
  },
  rules: {},
});

export const CUSTOM_FIELDS: readonly Field[] = [
  buildField('name', 'text'),
  buildField('reach', 'number'),
  buildField('price', 'number', { format: 'currency', currency: 'EUR' }),
  buildField('flag', 'checkbox'),
  buildField('day', 'date'),
  buildField('span', 'date-range'),
  buildField('stage', 'select', { options: OPTIONS }),
  buildField('lead', 'person'),
  buildField('tags', 'labels'),
  buildField('stages', 'multi-select', { options: OPTIONS }),
  buildField('people', 'people'),
  buildField('site', 'link'),
];

export function buildSchema(extra: readonly Field[] = [], titles?: TitleIndex): Schema {
  const fields = [...THING.fields, ...CUSTOM_FIELDS, ...extra];
  return makeSchema({ entity: 'thing', fields, ...(titles ? { titles } : {}) });
}
