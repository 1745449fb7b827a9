import { findOne } from './find-one.ts';
import { actingPerson, withRecordSpace } from './record-space.ts';
import type { EntityRules } from './rules.ts';

export const reactionRules: EntityRules = {
  prepare: async (work, values) => ({ ...(await withRecordSpace(work, values)), person: actingPerson(work) }),
  findExisting: (work, values) =>
    findOne(work, work.entity('reaction'), {
      record: values['record'],
      person: values['person'],
      emoji: values['emoji'],
    }),
};
