import { textOf } from '@throughline/base';
import type { Values } from '@throughline/model';
import type { Work } from '../work.ts';
import { excerptOf, recordNamed } from './record-space.ts';
import type { EntityRules } from './rules.ts';

export const insightRules: EntityRules = {
  /** An insight lives in its idea's space and knows who said it. */
  prepare: async (work, values) => {
    const { record: idea } = await recordNamed(work, values, 'idea');
    const feedback =
      typeof values['feedback'] === 'string'
        ? (await recordNamed(work, values, 'feedback')).record
        : undefined;
    const from = (field: string) => values[field] ?? feedback?.values[field];
    const contact = from('contact');
    const company = from('company');
    return {
      ...values,
      space: idea.values['space'] ?? null,
      excerpt: excerptOf(textOf(values['quote'] ?? values['note'] ?? feedback?.values['title'] ?? '')),
      ...(contact ? { contact } : {}),
      ...(company ? { company } : {}),
    };
  },
  /** Feedback that became evidence is handled. */
  afterCreate: async (work, record) => markFeedback(work, record.values),
  prepareUpdate: async (_work, record, values) => {
    const quote = values['quote'] ?? values['note'];
    return quote === undefined
      ? values
      : { ...values, excerpt: excerptOf(textOf(values['quote'] ?? record.values['quote'] ?? quote)) };
  },
};

async function markFeedback(work: Work, values: Values): Promise<void> {
  if (typeof values['feedback'] !== 'string') return;
  const entity = work.entity('feedback');
  const feedback = await work.find(entity, values['feedback'], { lock: true });
  const state = feedback?.values['state'];
  if (!feedback || (state !== 'new' && state !== 'open')) return;
  // Who only reads where the feedback landed leaves it to those who work there.
  if (!work.may(work.entity('insight'), 'create', feedback)) return;
  await work.update(entity, feedback, { values: { state: 'linked', handledAt: work.now } });
}
