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
    /** Whose mails are fetched: `imap.example.com`, with `:143` where TLS begins by STARTTLS. */
    imapHost: { name: 'IMAP server', type: 'text', config: { length: 300 } },
    imapUser: { name: 'IMAP user', type: 'text', config: { length: 320 } },
    /** The inbox where it is empty. */
    imapFolder: { name: 'IMAP folder', type: 'text', config: { length: 300 } },
    /** Which secrets it has; what they are is told to nobody. */
    secretNames: { name: 'Secrets', type: 'data', readOnly: true },
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
