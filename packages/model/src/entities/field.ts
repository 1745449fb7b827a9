import { defineEntity, SETTINGS_RULES } from '../entity.ts';

/**
 * A property that people added, or the workspace's own options for a built-in one (then `key` is its key).
 * Without a space it is a standard field, offered in all of them. With a space it is that space's alone, or says how
 * the space has a field that is there for more than it (`adapts`): its name and its options.
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
    /** Id of the field that the space has its own way. */
    adapts: { name: 'Adapts', type: 'text', config: { length: 60 }, readOnly: true },
    /** Made by a standard, and offered only in spaces that have it their own way. */
    standard: { name: 'Standard', type: 'record', config: { target: 'standard' }, readOnly: true },
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
