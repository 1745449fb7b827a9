import { defineEntity } from '../entity.ts';
import { ROLES } from '../role.ts';

/** A person's role: in a space, or in the workspace where `in` is empty. */
export const membership = defineEntity({
  name: 'membership',
  plural: 'memberships',
  label: { one: 'membership', many: 'memberships' },
  titleField: 'role',
  scope: 'workspace',
  place: 'in',
  fields: {
    person: { name: 'Person', type: 'person', required: true, fixed: true },
    in: { name: 'Space', type: 'record', config: { target: 'space' }, fixed: true },
    role: {
      name: 'Role',
      type: 'select',
      required: true,
      config: { options: ROLES.map((role) => ({ key: role, name: role })) },
    },
  },
  rules: {
    read: { role: 'viewer' },
    create: { role: 'admin' },
    update: { role: 'admin' },
    delete: { role: 'admin' },
  },
  exposure: { timeless: true },
});
