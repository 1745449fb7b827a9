import { CONTENT_RULES, defineEntity } from '../entity.ts';

export const RELATION_TYPES = [
  { key: 'relates', name: 'relates to' },
  { key: 'blocks', name: 'blocks' },
  { key: 'duplicates', name: 'duplicates' },
  { key: 'parent', name: 'is part of' },
  { key: 'implements', name: 'implements' },
] as const;

/** A typed connection of two records, seen from both sides. */
export const relation = defineEntity({
  name: 'relation',
  plural: 'relations',
  label: { one: 'connection', many: 'connections' },
  titleField: 'type',
  scope: 'space',
  fields: {
    from: { name: 'From', type: 'record', config: { target: '*' }, required: true },
    to: { name: 'To', type: 'record', config: { target: '*' }, required: true },
    type: { name: 'Type', type: 'select', required: true, config: { options: RELATION_TYPES } },
    field: { name: 'Field', type: 'record', config: { target: 'field' } },
  },
  rules: {
    read: CONTENT_RULES.read,
    create: CONTENT_RULES.create,
    delete: { role: 'editor', own: 'contributor' },
  },
});
