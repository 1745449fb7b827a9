import { textOf } from '@throughline/base';
import { checkCondition } from '../routing/routing-condition.ts';
import { checkRequired } from '../records/parse-values.ts';
import type { EntityRules } from './rules.ts';

export const routingRuleRules: EntityRules = {
  prepare: async (work, values) => {
    checkRequired(work.fieldsOf(work.entity('routing-rule')), values);
    checkCondition(work, textOf(values['condition'] ?? ''), textOf(values['space'] ?? ''));
    return values;
  },
  checkUpdate: async (work, record, { condition }) => {
    if (condition !== undefined)
      checkCondition(work, textOf(condition ?? ''), textOf(record.values['space'] ?? ''));
  },
};
