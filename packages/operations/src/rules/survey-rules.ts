import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Values } from '@throughline/model';
import type { Work } from '../work.ts';
import type { EntityRules } from './rules.ts';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{1,58}[a-z0-9])$/;

export const surveyRules: EntityRules = {
  prepare: async (work, values) => {
    const whole = { language: 'en', state: 'draft', ...values };
    await checkSurvey(work, undefined, whole);
    return whole;
  },
  checkUpdate: (work, record, values) => checkSurvey(work, record, values),
  beforeReturn: (work, record) => checkSurvey(work, record, { slug: record.values['slug'] ?? null }),
};

async function checkSurvey(work: Work, record: StoredRecord | undefined, values: Values): Promise<void> {
  const { slug, state } = values;
  const whole = { ...record?.values, ...values };
  const lacksPair = whole['kind'] === 'kano' && (whole['opposite'] ?? null) === null;
  if (state === 'open' && lacksPair)
    throw refuse('opposite', 'A Kano pair asks both ways: how it is with it, and how without it.');
  if (typeof slug !== 'string') return;
  if (!SLUG.test(slug))
    throw refuse('slug', 'An address has 3 to 60 small letters, digits and hyphens, such as “how-is-it”.');
  const { rows } = await work.tx.query(
    'select 1 from survey where slug = $1 and archived_at is null and (workspace_id, id) <> ($2, $3)',
    [slug, work.state.id, record?.id ?? ''],
  );
  if (rows.length > 0)
    throw new Refusal('already_exists', {
      message: `There is a survey at “${slug}” already.`,
      fix: 'Choose another address.',
    });
}

function refuse(field: string, message: string): Refusal {
  return new Refusal('invalid_value', { message, details: { field, code: 'not_of_the_form' } });
}
