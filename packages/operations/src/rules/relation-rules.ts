import { Refusal } from '@throughline/contract';
import { findOne } from './find-one.ts';
import { withRecordSpace } from './record-space.ts';
import type { EntityRules } from './rules.ts';

export const relationRules: EntityRules = {
  prepare: async (work, values) => {
    if (values['from'] === values['to']) {
      throw new Refusal('invalid_value', {
        message: 'A record cannot be connected with itself.',
        details: { field: 'to', code: 'same_record' },
      });
    }
    return withRecordSpace(work, { type: 'relates', ...values }, 'from');
  },
  findExisting: (work, values) =>
    findOne(work, work.entity('relation'), { from: values['from'], to: values['to'], type: values['type'] }),
};
