import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { findOne } from './find-one.ts';
import { withRecordSpace } from './record-space.ts';
import type { EntityRules } from './rules.ts';

export const suggestionRules: EntityRules = {
  prepare: (work, values) => {
    const { kind, offered } = values;
    if (work.model.entityOfId(textOf(offered ?? ''))?.name !== kind)
      throw new Refusal('invalid_value', {
        message: `What is offered is no ${textOf(kind ?? '')}.`,
        details: { field: 'offered', code: 'other_kind' },
      });
    return withRecordSpace(work, values, 'feedback');
  },
  /** Who thinks again has said one thing, not two. */
  findExisting: (work, { feedback, offered }) =>
    findOne(work, work.entity('suggestion'), { feedback, offered }),
};
