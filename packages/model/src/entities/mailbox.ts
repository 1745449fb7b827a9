import { defineEntity, SETTINGS_RULES } from '../entity.ts';

/** An address whose mails become feedback in a space. */
export const mailbox = defineEntity({
  name: 'mailbox',
  plural: 'mailboxes',
  label: { one: 'mailbox', many: 'mailboxes' },
  titleField: 'name',
  scope: 'space',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    address: { name: 'Address', type: 'text', required: true, config: { length: 320 } },
    team: { name: 'Team', type: 'team' },
    /** What went wrong last, and when; empty once a mail arrived again. */
    fault: { name: 'Fault', type: 'text', config: { length: 500 }, readOnly: true },
    faultAt: { name: 'Fault at', type: 'timestamp', readOnly: true },
    mailCount: {
      name: 'Mails',
      type: 'counter',
      config: { path: 'feedback', aggregate: 'count' },
      readOnly: true,
    },
  },
  relations: { feedback: { entity: 'feedback', via: 'mailbox' } },
  rules: SETTINGS_RULES,
});
