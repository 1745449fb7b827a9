import { defineEntity } from '../entity.ts';

/** A secret link to one view: anyone who has it reads the chosen columns, without an account. */
export const share = defineEntity({
  name: 'share',
  plural: 'shares',
  label: { one: 'share link', many: 'share links' },
  titleField: 'title',
  scope: 'space',
  fields: {
    title: { name: 'Title', type: 'text', config: { length: 200 } },
    view: { name: 'View', type: 'record', config: { target: 'view' }, required: true },
    columns: { name: 'Columns', type: 'labels', required: true },
    expiresAt: { name: 'Expires', type: 'timestamp' },
    revokedAt: { name: 'Revoked', type: 'timestamp', readOnly: true },
    secretHash: { name: 'Secret', type: 'text', readOnly: true, hidden: true },
  },
  rules: {
    read: { role: 'editor' },
    create: { role: 'editor' },
    revoke: { role: 'editor' },
  },
  exposure: { sync: false },
});
