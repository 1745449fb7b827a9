import { defineEntity, SETTINGS_RULES } from '../entity.ts';

/** What comes in and meets a condition is given to a team as it arrives; the oldest rule that holds decides. */
export const routingRule = defineEntity({
  name: 'routing-rule',
  plural: 'routing-rules',
  label: { one: 'routing rule', many: 'routing rules' },
  titleField: 'condition',
  scope: 'space',
  fields: {
    /** In the expression language, on fields of feedback: `channel = "email" and title contains "invoice"`. */
    condition: { name: 'Condition', type: 'text', required: true, config: { length: 500 } },
    team: { name: 'Team', type: 'team', required: true },
    routedCount: {
      name: 'Given by it',
      type: 'counter',
      config: { path: 'routed', aggregate: 'count' },
      readOnly: true,
    },
  },
  relations: { routed: { entity: 'feedback', via: 'routedBy' } },
  rules: { ...SETTINGS_RULES, delete: { role: 'admin' } },
});
