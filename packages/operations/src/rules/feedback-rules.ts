import type { Values } from '@throughline/model';
import { checkRequired } from '../records/parse-values.ts';
import type { Work } from '../work.ts';
import type { EntityRules } from './rules.ts';

export const feedbackRules: EntityRules = {
  prepare: async (work, values) => {
    checkRequired(
      work.fieldsOf(work.entity('feedback')).filter((field) => field.id === 'space'),
      values,
    );
    const company = values['company'] ?? (await companyOfContact(work, values));
    return {
      state: 'new',
      channel: work.source === 'api' ? 'api' : 'manual',
      receivedAt: work.now,
      ...values,
      ...(company ? { company } : {}),
    };
  },
  prepareUpdate: async (work, record, values) => {
    if (values['state'] === undefined) return values;
    const isHandled = values['state'] === 'linked' || values['state'] === 'dismissed';
    return { ...values, handledAt: isHandled ? (record.values['handledAt'] ?? work.now) : null };
  },
};

async function companyOfContact(work: Work, values: Values): Promise<string | undefined> {
  if (typeof values['contact'] !== 'string') return undefined;
  const contact = await work.find(work.entity('contact'), values['contact']);
  return contact?.values['company'] as string | undefined;
}
