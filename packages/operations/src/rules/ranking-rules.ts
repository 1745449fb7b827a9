import { checkRecords } from '../decide/ranked-records.ts';
import type { EntityRules } from './rules.ts';

const LEAST = 2;

export const rankingRules: EntityRules = {
  prepare: async (work, values) => {
    await checkRecords(work, values, LEAST);
    return values;
  },
  checkUpdate: async (work, record, values) => {
    if (values['records'] !== undefined) await checkRecords(work, { ...record.values, ...values }, LEAST);
  },
};
