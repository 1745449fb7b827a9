import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { creationRank } from './creation-rank.ts';
import type { EntityRules } from './rules.ts';

export const launchTaskRules: EntityRules = {
  prepare: async (work, values) => {
    const id = values['release'];
    const release = typeof id === 'string' ? await work.find(work.entity('release'), id) : undefined;
    const space = release?.values['space'] ?? values['space'];
    if (space !== undefined && values['space'] !== undefined && space !== values['space'])
      throw new Refusal('invalid_value', {
        message: `The release is in another space than ${textOf(values['space'])}.`,
        details: { field: 'space', code: 'other_space' },
      });
    return {
      rank: creationRank(Date.parse(work.now), work.changes.length),
      ...values,
      ...(space === undefined ? {} : { space }),
      ...(values['done'] === true ? { doneAt: work.now } : {}),
    };
  },
  prepareUpdate: async (work, record, values) =>
    'done' in values
      ? { ...values, doneAt: values['done'] === true ? (record.values['doneAt'] ?? work.now) : null }
      : values,
};
