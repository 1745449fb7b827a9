import { defineEntity } from '../entity.ts';
import { ROLES } from '../role.ts';

/** A link that lets somebody join; its secret is shown once, when it is made. */
export const invitation = defineEntity({
  name: 'invitation',
  plural: 'invitations',
  label: { one: 'invitation', many: 'invitations' },
  titleField: 'role',
  scope: 'workspace',
  place: 'in',
  fields: {
    email: { name: 'E-mail', type: 'text', personal: true, config: { length: 320 } },
    role: {
      name: 'Role',
      type: 'select',
      required: true,
      config: { options: ROLES.map((role) => ({ key: role, name: role })) },
    },
    in: { name: 'Space', type: 'record', config: { target: 'space' } },
    expiresAt: { name: 'Expires', type: 'timestamp' },
    acceptedBy: { name: 'Accepted by', type: 'person', readOnly: true },
    secretHash: { name: 'Secret', type: 'text', readOnly: true, hidden: true },
  },
  rules: {
    read: { role: 'admin' },
    create: { role: 'admin' },
    delete: { role: 'admin' },
  },
  exposure: { sync: false, webhook: false, automation: false },
});
