import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { actingPerson } from './record-space.ts';
import { creationRank } from './creation-rank.ts';
import type { EntityRules } from './rules.ts';
import { addStartViews } from './start-views.ts';
import type { Work } from '../work.ts';

const KEY = /^[A-Z][A-Z0-9]{1,9}$/;

export const spaceRules: EntityRules = {
  prepare: async (work, values) => {
    const key = textOf(values['key'] ?? '').toUpperCase();
    checkKey(work, key);
    return { access: 'open', rank: creationRank(Date.parse(work.now), work.changes.length), ...values, key };
  },
  /** Whoever makes a space runs it; it begins with two views. */
  afterCreate: async (work, record) => {
    await addStartViews(work, record.id);
    if (work.actor.kind === 'system') return;
    await work.insert(work.entity('membership'), [
      { values: { person: actingPerson(work), in: record.id, role: 'admin' } },
    ]);
  },
  prepareUpdate: async (_work, record, values) => {
    if (values['key'] !== undefined && values['key'] !== record.values['key']) {
      throw new Refusal('not_possible', {
        message: 'A space keeps its key.',
        why: 'Links and keys of its records begin with it.',
        fix: 'Rename the space instead.',
      });
    }
    return values;
  },
};

function checkKey(work: Work, key: string): void {
  if (!KEY.test(key)) {
    throw new Refusal('invalid_value', {
      message: `“${key.slice(0, 20)}” cannot be a space’s key.`,
      fix: 'Use 2 to 10 capital letters and digits, beginning with a letter.',
      details: { field: 'key', code: 'space_key' },
    });
  }
  if (work.state.spaceByKey.has(key))
    throw new Refusal('already_exists', { message: `There is a space ${key} already.` });
}
