import { creationRank } from './creation-rank.ts';
import type { EntityRules } from './rules.ts';
import { checkRequired } from '../records/parse-values.ts';

export const ideaRules: EntityRules = {
  prepare: async (work, values) => {
    checkRequired(
      work.fieldsOf(work.entity('idea')).filter((field) => field.id === 'space'),
      values,
    );
    const status = work.fieldsOf(work.entity('idea')).find((field) => field.id === 'status');
    const rank = creationRank(Date.parse(work.now), work.changes.length);
    return { status: status?.config.options?.[0]?.key ?? null, rank, ...values };
  },
};
