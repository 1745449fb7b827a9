import { defineEntity } from '../entity.ts';

/** A standard as it was published, for good. */
export const standardVersion = defineEntity({
  name: 'standard-version',
  plural: 'standard-versions',
  label: { one: 'version of a standard', many: 'versions of standards' },
  titleField: 'name',
  scope: 'workspace',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    standard: {
      name: 'Standard',
      type: 'record',
      config: { target: 'standard' },
      required: true,
      fixed: true,
    },
    version: { name: 'Version', type: 'number', readOnly: true },
    note: { name: 'What changed', type: 'text', config: { length: 2000 } },
    parts: { name: 'Parts', type: 'data', readOnly: true },
  },
  rules: { read: { role: 'viewer' } },
  exposure: { sync: false, timeless: true },
});
