import { defineEntity } from '../entity.ts';
import { ANSWER_STATES } from './answer.ts';

/** The mail by which one subscriber is told of one changelog entry: once, whatever happens to the entry afterwards. */
export const notice = defineEntity({
  name: 'notice',
  plural: 'notices',
  label: { one: 'notice', many: 'notices' },
  titleField: 'contact',
  scope: 'space',
  fields: {
    entry: { name: 'Changelog entry', type: 'record', config: { target: 'entry' }, readOnly: true },
    subscription: {
      name: 'Subscription',
      type: 'record',
      config: { target: 'subscription' },
      readOnly: true,
    },
    contact: { name: 'Contact', type: 'record', config: { target: 'contact' }, readOnly: true },
    state: { name: 'State', type: 'select', config: { options: ANSWER_STATES }, readOnly: true },
    sentAt: { name: 'Sent', type: 'timestamp', readOnly: true },
    /** Why it could not be sent, in the mail server's words. */
    fault: { name: 'Fault', type: 'text', config: { length: 500 }, readOnly: true },
  },
  rules: { read: { role: 'viewer' } },
  /** As many as subscribers times entries: browsers are told their number. */
  exposure: { sync: false },
});
