import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Values } from '@throughline/model';
import { touchShowing } from '../records/touch-showing.ts';
import type { Work } from '../work.ts';
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
    checkField(work, values);
    return withRecordSpace(work, { type: 'relates', ...values }, 'from');
  },
  findExisting: (work, values) =>
    findOne(work, work.entity('relation'), {
      from: values['from'],
      to: values['to'],
      type: values['type'],
      field: values['field'] ?? null,
    }),
  afterCreate: touchEnds,
  beforeDelete: touchEnds,
};

async function touchEnds(work: Work, { values }: StoredRecord): Promise<void> {
  const { field } = values;
  if (typeof field !== 'string') return;
  for (const end of ['from', 'to'] as const) await touchShowing(work, { field, end }, [textOf(values[end])]);
}

/** A connection of a field has its ends where the field says. */
function checkField(work: Work, { from, to, field: id }: Values): void {
  if ((id ?? null) === null) return;
  const [owner, target] = [from, to].map((end) => work.model.entityOfId(textOf(end ?? ''))?.name ?? '');
  const field = work.state.fieldsOf(owner ?? '').find((each) => each.id === id);
  if (field?.type === 'relation' && field.config.mirrors === undefined && field.config.target === target)
    return;
  throw new Refusal('invalid_value', {
    message: 'This field does not connect these records.',
    fix: 'Write the field of the record itself.',
    details: { field: 'field', code: 'other_ends' },
  });
}
