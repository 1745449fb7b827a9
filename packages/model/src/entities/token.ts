import { defineEntity } from '../entity.ts';

/** A key for programs: acts for its person, in one workspace, within its scopes. */
export const token = defineEntity({
  name: 'token',
  plural: 'tokens',
  label: { one: 'API token', many: 'API tokens' },
  titleField: 'name',
  scope: 'workspace',
  ownedBy: 'person',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    person: { name: 'Person', type: 'person', readOnly: true },
    /** Permission names such as `idea:create`; `*` for all that the person may. */
    scopes: { name: 'Scopes', type: 'labels', required: true },
    expiresAt: { name: 'Expires', type: 'timestamp' },
    revokedAt: { name: 'Revoked', type: 'timestamp', readOnly: true },
    secretHash: { name: 'Secret', type: 'text', readOnly: true, hidden: true },
  },
  rules: {
    read: { role: 'admin', own: 'viewer' },
    create: { role: 'viewer' },
    revoke: { role: 'admin', own: 'viewer' },
  },
  exposure: { sync: false, webhook: false, automation: false },
});
