import { must, textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Values } from '@throughline/model';
import { checkReadable } from '../records/resolve-references.ts';
import { beginEntry } from '../release/begin-entry.ts';
import type { Work } from '../work.ts';
import type { EntityRules } from './rules.ts';

const MOST_IDEAS = 500;

export const entryRules: EntityRules = {
  prepare: async (work, values) => {
    const portal = await checkPortal(work, { id: '', values }, values);
    await checkIdeas(work, values);
    const begun = await beginEntry(work, values);
    const language = portal?.values['language'] ?? 'en';
    return { language, ...begun, ...values, state: 'draft' };
  },
  checkUpdate: async (work, record, values) => {
    // What readers see, or are about to, is changed by those who may publish it, whoever began it.
    if (record.values['state'] !== 'draft') {
      work.allow(work.entity('entry'), 'publish', record);
      mustStay(record, values);
    }
    await checkPortal(work, record, values);
    await checkIdeas(work, values);
  },
};

/** The portal that it is for: one of its own space. */
async function checkPortal(
  work: Work,
  { values: before }: StoredRecord,
  values: Values,
): Promise<StoredRecord | undefined> {
  const { portal: id, space } = { ...before, ...values };
  if (!('portal' in values) || typeof id !== 'string') return undefined;
  const portal = await work.find(work.entity('portal'), id);
  if (portal?.values['space'] === space) return portal;
  throw new Refusal('invalid_value', {
    message: 'The portal belongs to another space.',
    details: { field: 'portal', code: 'other_space' },
  });
}

function mustStay({ values: before }: StoredRecord, values: Values): void {
  const isMoved = 'portal' in values && values['portal'] !== before['portal'];
  const isEmptied = 'text' in values && textOf(values['text'] ?? '').trim() === '';
  if (!isMoved && !isEmptied) return;
  throw new Refusal('not_possible', {
    message: isMoved ? 'Its readers are those of its portal.' : 'A published entry says something.',
    fix: 'Make it a draft again first.',
  });
}

async function checkIdeas(work: Work, { ideas }: Values): Promise<void> {
  if (!Array.isArray(ideas)) return;
  const field = must(work.fieldsOf(work.entity('entry')).find(({ id }) => id === 'ideas'));
  if (ideas.length > MOST_IDEAS || !ideas.every((id) => work.model.entityOfId(String(id))?.name === 'idea'))
    throw new Refusal('invalid_value', {
      message: `Ideas are given by their ids, at most ${MOST_IDEAS}.`,
      details: { field: 'ideas', code: 'not_ideas' },
    });
  await checkReadable(work, field, ideas.map(String));
}
