import { defineEntity } from '../entity.ts';

/** Somebody with an account in the workspace. Who may sign in as whom is the auth library's business. */
export const person = defineEntity({
  name: 'person',
  plural: 'people',
  label: { one: 'person', many: 'people' },
  titleField: 'name',
  scope: 'workspace',
  ownedBy: 'id',
  fields: {
    name: { name: 'Name', type: 'text', required: true, personal: true, config: { length: 200 } },
    email: { name: 'E-mail', type: 'text', required: true, personal: true, config: { length: 320 } },
    title: { name: 'Job title', type: 'text', personal: true, config: { length: 200 } },
    erasedAt: { name: 'Erased', type: 'timestamp', readOnly: true },
    account: { name: 'Account', type: 'text', readOnly: true, hidden: true },
  },
  rules: {
    read: { role: 'viewer' },
    update: { role: 'admin', own: 'viewer' },
    archive: { role: 'admin' },
    restore: { role: 'admin' },
    erase: { role: 'admin' },
  },
  exposure: { timeless: true },
});
