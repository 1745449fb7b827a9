import { defineEntity, SETTINGS_RULES } from '../entity.ts';

/**
 * A property that people added, or the workspace's own options for a built-in one (then `key` is its key).
 * Without a space it is a standard field, offered in all of them.
 */
export const field = defineEntity({
  name: 'field',
  plural: 'fields',
  label: { one: 'field', many: 'fields' },
  titleField: 'name',
  scope: 'workspace',
  place: 'in',
  fields: {
    key: { name: 'Key', type: 'text', required: true, config: { length: 60 } },
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    entity: { name: 'Record type', type: 'text', required: true, config: { length: 60 } },
    type: { name: 'Field type', type: 'text', required: true, config: { length: 60 } },
    config: { name: 'Configuration', type: 'data' },
    in: { name: 'Space', type: 'record', config: { target: 'space' }, fixed: true },
    about: { name: 'About', type: 'text', config: { length: 2000 } },
    rank: { name: 'Rank', type: 'text' },
  },
  rules: {
    ...SETTINGS_RULES,
    create: { role: 'editor' },
    update: { role: 'editor' },
    archive: { role: 'editor' },
    restore: { role: 'editor' },
  },
  exposure: { timeless: true },
});
