import { defineEntity } from '../entity.ts';

/** A file being read into records: a job with progress that can be cancelled and resumed. */
export const importJob = defineEntity({
  name: 'import',
  plural: 'imports',
  label: { one: 'import', many: 'imports' },
  titleField: 'name',
  scope: 'space',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 300 } },
    entity: { name: 'Record type', type: 'text', required: true, config: { length: 60 } },
    source: { name: 'Source', type: 'text', required: true, config: { length: 60 } },
    mapping: { name: 'Mapping', type: 'data' },
    state: {
      name: 'State',
      type: 'select',
      config: {
        options: [
          { key: 'waiting', name: 'Waiting' },
          { key: 'running', name: 'Running' },
          { key: 'done', name: 'Done' },
          { key: 'cancelled', name: 'Cancelled' },
          { key: 'failed', name: 'Failed' },
        ],
      },
    },
    /** Records read so far; where a resumed import goes on. */
    position: { name: 'Position', type: 'number' },
    report: { name: 'Report', type: 'data' },
  },
  rules: {
    read: { role: 'contributor' },
    create: { role: 'editor' },
    cancel: { role: 'editor' },
  },
  exposure: { webhook: false, automation: false },
});
