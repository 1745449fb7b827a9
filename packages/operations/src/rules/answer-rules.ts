import { mustBeOpen } from '../answer/approve-answer.ts';
import type { EntityRules } from './rules.ts';

export const answerRules: EntityRules = {
  prepareUpdate: async (_work, record, values) => {
    mustBeOpen(record);
    return values;
  },
};
