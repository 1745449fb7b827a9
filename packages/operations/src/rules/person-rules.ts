import type { EntityRules } from './rules.ts';
import { findOne } from './find-one.ts';
import { keepOneAdmin } from './keep-one-admin.ts';

export const personRules: EntityRules = {
  beforeArchive: async (work, record) => {
    const membership = await findOne(work, work.entity('membership'), { person: record.id, in: null });
    if (membership) await keepOneAdmin(work, membership);
  },
};
