import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Values } from '@throughline/model';
import { dueAt } from '../feedback/due-at.ts';
import { checkRequired } from '../records/parse-values.ts';
import { routeFeedback } from '../routing/route-feedback.ts';
import type { Work } from '../work.ts';
import type { EntityRules } from './rules.ts';

export const feedbackRules: EntityRules = {
  prepare: async (work, values) => {
    checkRequired(
      work.fieldsOf(work.entity('feedback')).filter((field) => field.id === 'space'),
      values,
    );
    await checkPortal(work, { id: '', values }, values);
    const company = values['company'] ?? (await companyOfContact(work, values));
    return {
      state: 'new',
      channel: work.source === 'api' ? 'api' : 'manual',
      receivedAt: work.now,
      ...values,
      ...(company ? { company } : {}),
    };
  },
  complete: async (work, values) => ({
    ...values,
    ...(isWaiting(values) ? { dueAt: dueAt(work, values, values['receivedAt']) } : {}),
    ...(await routeFeedback(work, values)),
  }),
  prepareUpdate: async (work, record, values) => {
    // Who gives it to a team himself has decided, not the rule.
    const given = values['team'] === undefined ? values : { ...values, routedBy: null };
    if (values['state'] === undefined) return given;
    const isHandled = values['state'] === 'linked' || values['state'] === 'dismissed';
    return { ...given, handledAt: isHandled ? (record.values['handledAt'] ?? work.now) : null };
  },
  checkUpdate: checkPortal,
};

function isWaiting({ state }: Values): boolean {
  return state === undefined || state === 'new' || state === 'open';
}

/** Customers see on a portal what is in its space, and what an editor there lets them see, whosever it is. */
async function checkPortal(work: Work, record: StoredRecord, values: Values): Promise<void> {
  if (values['portal'] === undefined && values['publicity'] === undefined) return;
  const { createdBy: _owner, ...others } = record.values;
  work.allow(work.entity('feedback'), 'update', { ...record, values: others });
  const { portal, publicity, space } = { ...record.values, ...values };
  if (typeof portal !== 'string') {
    if (typeof publicity !== 'string') return;
    throw refuse('publicity', 'It is on no portal yet.', 'Name the portal that is to show it.');
  }
  const shown = await work.find(work.entity('portal'), portal);
  if (shown?.values['space'] === space) return;
  throw refuse('portal', 'The portal belongs to another space.', 'Move the feedback there first.');
}

function refuse(field: string, message: string, fix: string): Refusal {
  return new Refusal('invalid_value', { message, fix, details: { field, code: 'not_there' } });
}

async function companyOfContact(work: Work, values: Values): Promise<string | undefined> {
  if (typeof values['contact'] !== 'string') return undefined;
  const contact = await work.find(work.entity('contact'), values['contact']);
  return contact?.values['company'] as string | undefined;
}
