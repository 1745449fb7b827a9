import { CONTENT_RULES, defineEntity } from '../entity.ts';

/** A person outside who said something. */
export const contact = defineEntity({
  name: 'contact',
  plural: 'contacts',
  label: { one: 'contact', many: 'contacts' },
  titleField: 'name',
  scope: 'workspace',
  hasCustomFields: true,
  fields: {
    name: { name: 'Name', type: 'text', required: true, personal: true, config: { length: 300 } },
    email: { name: 'E-mail', type: 'text', personal: true, config: { length: 320 } },
    role: { name: 'Role', type: 'text', personal: true, config: { length: 200 } },
    company: { name: 'Company', type: 'company' },
    sources: { name: 'Sources', type: 'data', readOnly: true, personal: true, presenceOnly: true },
    /** Since then they are told nothing more by mail. */
    unsubscribedAt: { name: 'Unsubscribed', type: 'timestamp' },
    erasedAt: { name: 'Erased', type: 'timestamp', readOnly: true },
    mergedInto: { name: 'Merged into', type: 'record', config: { target: 'contact' }, readOnly: true },
    /** Ids of those that somebody has said are not the same. */
    apart: { name: 'Not the same as', type: 'data' },
    feedbackCount: {
      name: 'Feedback',
      type: 'counter',
      config: { path: 'feedback', aggregate: 'count' },
      readOnly: true,
    },
  },
  relations: {
    feedback: { entity: 'feedback', via: 'contact' },
    insights: { entity: 'insight', via: 'contact' },
    answers: { entity: 'answer', via: 'contact' },
  },
  rules: { ...CONTENT_RULES, merge: { role: 'editor' }, erase: { role: 'admin' } },
  visitors: ['create'],
});
