import { Refusal } from '@throughline/contract';
import type { Values } from '@throughline/model';
import type { Work } from '../work.ts';
import { creationRank } from './creation-rank.ts';
import type { EntityRules } from './rules.ts';

export const viewRules: EntityRules = {
  prepare: async (work, values) => {
    checkEntity(work, values);
    return {
      layout: 'list',
      rank: creationRank(Date.parse(work.now), work.changes.length),
      ...(work.actor.person ? { owner: work.actor.person } : {}),
      ...values,
    };
  },
  prepareUpdate: async (work, _record, values) => {
    checkEntity(work, values);
    return values;
  },
};

function checkEntity(work: Work, values: Values): void {
  const entity = values['entity'];
  if (typeof entity !== 'string' || work.model.findEntity(entity)) return;
  throw new Refusal('invalid_value', {
    message: `There are no records of the type “${entity.slice(0, 60)}”.`,
    details: { field: 'entity', code: 'unknown_entity' },
  });
}
