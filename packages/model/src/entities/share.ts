import { defineEntity } from '../entity.ts';

/**
 * A page for people without an account: one view, or an audience version of a roadmap. Who has the secret link
 * reads the chosen columns; with a name (`slug`) the address is no secret. It shows what whoever made it may
 * publish, as long as he may.
 */
export const share = defineEntity({
  name: 'share',
  plural: 'shares',
  label: { one: 'share link', many: 'share links' },
  titleField: 'title',
  scope: 'space',
  fields: {
    title: { name: 'Title', type: 'text', config: { length: 200 } },
    view: { name: 'View', type: 'record', config: { target: 'view' } },
    edition: { name: 'Audience version', type: 'record', config: { target: 'edition' } },
    columns: { name: 'Columns', type: 'labels' },
    expiresAt: { name: 'Expires', type: 'timestamp' },
    revokedAt: { name: 'Revoked', type: 'timestamp', readOnly: true },
    slug: { name: 'Public address', type: 'text', config: { length: 60 } },
    hasPassword: { name: 'Asks for a password', type: 'checkbox', readOnly: true },
    /** Origins of the pages that may show it in a frame; nobody may when empty. */
    frames: { name: 'Pages that may embed it', type: 'labels' },
    secretHash: { name: 'Secret', type: 'text', readOnly: true, hidden: true },
    passwordHash: { name: 'Password', type: 'text', readOnly: true, hidden: true },
  },
  rules: {
    read: { role: 'editor' },
    create: { role: 'editor' },
    revoke: { role: 'editor' },
  },
  exposure: { sync: false },
});
