import { defineEntity } from '../entity.ts';

/** Something a person should know of: so far, being mentioned. Seen by that person alone. */
export const notification = defineEntity({
  name: 'notification',
  plural: 'notifications',
  label: { one: 'notification', many: 'notifications' },
  titleField: 'reason',
  scope: 'workspace',
  ownedBy: 'person',
  fields: {
    person: { name: 'Person', type: 'person', required: true, readOnly: true },
    reason: { name: 'Reason', type: 'text', required: true, readOnly: true, config: { length: 60 } },
    record: { name: 'Record', type: 'record', config: { target: '*' }, readOnly: true },
    comment: { name: 'Comment', type: 'record', config: { target: 'comment' }, readOnly: true },
    readAt: { name: 'Read', type: 'timestamp' },
  },
  rules: { read: { role: 'nobody', own: 'viewer' }, update: { role: 'nobody', own: 'viewer' } },
  exposure: { sync: false, webhook: false, automation: false },
});
