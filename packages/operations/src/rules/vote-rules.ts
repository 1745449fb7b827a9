import { actingPerson, withRecordSpace } from './record-space.ts';
import { findOne } from './find-one.ts';
import type { EntityRules } from './rules.ts';

export const voteRules: EntityRules = {
  prepare: async (work, values) => ({
    weight: 1,
    ...(await withRecordSpace(work, values)),
    ...(values['contact'] ? {} : { person: actingPerson(work) }),
  }),
  findExisting: (work, values) =>
    findOne(work, work.entity('vote'), {
      record: values['record'],
      ...(values['contact'] ? { contact: values['contact'] } : { person: values['person'] }),
    }),
};
