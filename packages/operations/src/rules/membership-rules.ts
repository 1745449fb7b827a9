import { findAll } from './find-one.ts';
import { keepOneAdmin } from './keep-one-admin.ts';
import type { EntityRules } from './rules.ts';

export const membershipRules: EntityRules = {
  findExisting: async (work, values) => {
    const all = await findAll(work, work.entity('membership'), { person: values['person'] });
    return all.find((each) => (each.values['in'] ?? null) === (values['in'] ?? null));
  },
  prepareUpdate: async (work, record, values) => {
    if (values['role'] !== undefined && values['role'] !== 'admin') await keepOneAdmin(work, record);
    return values;
  },
  beforeDelete: (work, record) => keepOneAdmin(work, record),
};
