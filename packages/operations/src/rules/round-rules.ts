import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { Values } from '@throughline/model';
import { checkRecords } from '../decide/ranked-records.ts';
import { lockField } from '../decide/voting.ts';
import type { Work } from '../work.ts';
import { findAll } from './find-one.ts';
import type { EntityRules } from './rules.ts';

export const roundRules: EntityRules = {
  prepare: async (work, values) => {
    const id = textOf(values['field'] ?? '');
    await lockField(work, id);
    if (!id.startsWith('field_') || !work.state.isOffered(id, textOf(values['space'])))
      throw new Refusal('invalid_value', {
        message: 'A round is held on a votes field that people added, of this space.',
        details: { field: 'field', code: 'not_votes' },
      });
    const rounds = await findAll(work, work.entity('round'), { field: id, closedAt: null, archivedAt: null });
    if (rounds.length > 0)
      throw new Refusal('already_exists', {
        message: 'A round on this field is under way.',
        fix: 'Close it before you open another.',
      });
    await checkShape(work, values);
    return values;
  },
  /** The next round begins from nothing; what was voted before is archived. */
  afterCreate: async (work, { values }) => {
    const entity = work.entity('vote');
    const former = await findAll(work, entity, { field: values['field'], archivedAt: null });
    for (const vote of former)
      await work.update(entity, vote, { values: { archivedAt: work.now }, verb: 'archive' });
  },
  checkUpdate: async (work, record, values) => {
    if (record.values['closedAt'] !== undefined) throw closed();
    await checkShape(work, { ...record.values, ...values });
  },
  beforeArchive: async (_work, { values }) => {
    if (values['closedAt'] !== undefined) return;
    throw new Refusal('not_possible', {
      message: 'The round is under way.',
      fix: 'Close it first; its result is kept.',
    });
  },
};

async function checkShape(work: Work, values: Values): Promise<void> {
  const { records, opensAt, closesAt } = values;
  if (records !== undefined && records !== null) await checkRecords(work, values, 1);
  if (opensAt && closesAt && Date.parse(textOf(opensAt)) >= Date.parse(textOf(closesAt)))
    throw new Refusal('invalid_value', {
      message: 'A round closes after it opens.',
      details: { field: 'closesAt', code: 'before_opening' },
    });
}

function closed(): Refusal {
  return new Refusal('not_possible', {
    message: 'The round is closed.',
    why: 'Its result is kept as it is.',
    fix: 'Open another round.',
  });
}
