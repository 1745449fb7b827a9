import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Values } from '@throughline/model';
import { parseOrigins } from '../share/parse-origins.ts';
import type { Work } from '../work.ts';
import type { EntityRules } from './rules.ts';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{1,58}[a-z0-9])$/;
const COLOR = /^#[0-9a-f]{6}$/i;

export const portalRules: EntityRules = {
  prepare: async (work, values) => {
    const whole = { access: 'public', moderation: 'anonymous', language: 'en', anonymous: true, ...values };
    await checkPortal(work, undefined, whole);
    return withPublisher(work, withSites(whole));
  },
  prepareUpdate: async (work, _record, values) => withPublisher(work, withSites(values)),
  checkUpdate: (work, record, values) => checkPortal(work, record, values),
  beforeReturn: (work, record) => checkPortal(work, record, { slug: record.values['slug'] ?? null }),
};

/** The roadmap is read as whoever chose it. */
function withPublisher(work: Work, values: Values): Values {
  return 'edition' in values ? { ...values, publishedBy: work.actor.person } : values;
}

/** Browsers tell origins in small letters and without a slash. */
function withSites(values: Values): Values {
  const { sites } = values;
  if (!Array.isArray(sites)) return values;
  return { ...values, sites: parseOrigins(sites.map(textOf), 'sites') };
}

async function checkPortal(work: Work, record: StoredRecord | undefined, values: Values): Promise<void> {
  const { slug, color, edition } = values;
  if (typeof slug === 'string') {
    if (!SLUG.test(slug))
      throw refuse('slug', 'An address has 3 to 60 small letters, digits and hyphens, such as “feedback”.');
    await refuseTaken(work, slug, record);
  }
  if (typeof color === 'string' && !COLOR.test(color))
    throw refuse('color', 'A colour is written as # and six digits, such as #5b5bd6.');
  if (typeof edition === 'string') await mustBePublishable(work, edition);
}

async function refuseTaken(work: Work, slug: string, record: StoredRecord | undefined): Promise<void> {
  const { rows } = await work.tx.query(
    'select 1 from portal where slug = $1 and archived_at is null and (workspace_id, id) <> ($2, $3)',
    [slug, work.state.id, record?.id ?? ''],
  );
  if (rows.length > 0)
    throw new Refusal('already_exists', {
      message: `There is a portal at “${slug}” already.`,
      fix: 'Choose another address.',
    });
}

/** A portal shows an audience version to everybody: it takes the right to publish it. */
async function mustBePublishable(work: Work, id: string): Promise<void> {
  const edition = await work.read(work.entity('edition'), id);
  work.allow(work.entity('share'), 'create', edition);
}

function refuse(field: string, message: string): Refusal {
  return new Refusal('invalid_value', { message, details: { field, code: 'not_of_the_form' } });
}
