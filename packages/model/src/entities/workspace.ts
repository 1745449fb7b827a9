import { defineEntity, SETTINGS_RULES } from '../entity.ts';

/** One organisation's installation data; the boundary of tenancy. */
export const workspace = defineEntity({
  name: 'workspace',
  plural: 'workspaces',
  label: { one: 'workspace', many: 'workspaces' },
  titleField: 'name',
  scope: 'workspace',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    zone: { name: 'Time zone', type: 'text', config: { length: 100 } },
    fiscalStart: { name: 'Fiscal year starts in month', type: 'number', config: { min: 1, max: 12 } },
    currency: { name: 'Currency', type: 'text', config: { length: 3 } },
  },
  rules: { read: SETTINGS_RULES.read, update: SETTINGS_RULES.update },
  exposure: { timeless: true },
});
