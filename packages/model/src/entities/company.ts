import { CONTENT_RULES, defineEntity } from '../entity.ts';

/** Who a customer is as an organisation; carries segment and revenue. */
export const company = defineEntity({
  name: 'company',
  plural: 'companies',
  label: { one: 'company', many: 'companies' },
  titleField: 'name',
  scope: 'workspace',
  hasCustomFields: true,
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 300 } },
    domain: { name: 'Domain', type: 'text', config: { length: 300 } },
    segment: {
      name: 'Segment',
      type: 'select',
      config: {
        options: [
          { key: 'enterprise', name: 'Enterprise', color: 'violet' },
          { key: 'mid_market', name: 'Mid-market', color: 'blue' },
          { key: 'small', name: 'Small business', color: 'green' },
          { key: 'free', name: 'Free', color: 'gray' },
        ],
      },
    },
    plan: { name: 'Plan', type: 'text', config: { length: 100 } },
    revenue: { name: 'Revenue', type: 'number', config: { format: 'currency' } },
    sources: { name: 'Sources', type: 'data', readOnly: true, presenceOnly: true },
    mergedInto: { name: 'Merged into', type: 'record', config: { target: 'company' }, readOnly: true },
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
    feedback: { entity: 'feedback', via: 'company' },
    insights: { entity: 'insight', via: 'company' },
    contacts: { entity: 'contact', via: 'company' },
  },
  rules: { ...CONTENT_RULES, merge: { role: 'editor' } },
  visitors: ['create'],
});
