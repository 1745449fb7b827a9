import { defineEntity } from '../entity.ts';

/** A space that works by a standard, and by which version of it. Deleting it leaves the parts as the space's own. */
export const adoption = defineEntity({
  name: 'adoption',
  plural: 'adoptions',
  label: { one: 'adoption of a standard', many: 'adoptions of standards' },
  titleField: 'name',
  scope: 'space',
  fields: {
    /** The standard's, as it was when the space last took a version of it. */
    name: { name: 'Name', type: 'text', readOnly: true, config: { length: 200 } },
    standard: {
      name: 'Standard',
      type: 'record',
      config: { target: 'standard' },
      required: true,
      fixed: true,
    },
    version: { name: 'Version', type: 'number', readOnly: true },
    /** A list of `AdoptedPart`: what stands for each part here. */
    parts: { name: 'Parts', type: 'data', readOnly: true },
  },
  rules: {
    read: { role: 'viewer' },
    create: { role: 'admin' },
    update: { role: 'admin' },
    delete: { role: 'admin' },
  },
  exposure: { timeless: true },
});
