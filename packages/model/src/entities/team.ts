import { defineEntity } from '../entity.ts';

/** People who work together; owns spaces, feedback routes, dependencies. */
export const team = defineEntity({
  name: 'team',
  plural: 'teams',
  label: { one: 'team', many: 'teams' },
  titleField: 'name',
  scope: 'workspace',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    department: { name: 'Department', type: 'text', config: { length: 200 } },
    members: { name: 'Members', type: 'people' },
  },
  rules: {
    read: { role: 'viewer' },
    create: { role: 'editor' },
    update: { role: 'editor' },
    archive: { role: 'editor' },
    restore: { role: 'editor' },
  },
  exposure: { timeless: true },
});
