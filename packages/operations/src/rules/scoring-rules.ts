import { textOf, type Json } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { checkRecords, recordIds } from '../decide/ranked-records.ts';
import { checkScorers, makeScales, refuseClosed, refuseField } from '../decide/scoring.ts';
import type { EntityRules } from './rules.ts';

/** What the session's operations write alone; an undo cannot take it back. */
const FOLLOWS = ['finished', 'revealedAt', 'closedAt'];

export const scoringRules: EntityRules = {
  prepare: async (work, values) => {
    await checkRecords(work, values, 1);
    checkScorers(work, values);
    const scales = makeScales(work, values);
    return { ...values, inputs: scales.map(({ field }) => field), scales: scales as unknown as Json };
  },
  /** The ideas have a verdict each. */
  afterCreate: async (work, { id, values }) => {
    const verdicts = recordIds(values).map((record, at) => ({
      values: { scoring: id, record, place: at + 1, space: textOf(values['space']) },
    }));
    await work.insert(work.entity('verdict'), verdicts);
  },
  checkUpdate: async (work, record, values) => {
    refuseClosed(record.values);
    if (FOLLOWS.some((field) => field in values))
      throw new Refusal('cannot_undo', {
        why: 'What people have seen, they have seen.',
        fix: 'Score the ideas again.',
      });
    if (values['records'] !== undefined)
      throw refuseField('records', 'fixed', 'The ideas of a session stay; begin another for others.');
    if (values['scorers'] !== undefined) checkScorers(work, { ...record.values, ...values });
  },
  beforeArchive: async (_work, { values }) => {
    if (values['closedAt'] !== undefined) return;
    throw new Refusal('not_possible', {
      message: 'The scoring session is under way.',
      fix: 'Close it first; its results are kept.',
    });
  },
};
