import { Refusal } from '@throughline/contract';
import type { Values } from '@throughline/model';
import { parseQuery } from '@throughline/view';
import { mustKeepAudience, withRoadmap } from '../roadmap/follow-roadmap.ts';
import { mustKeepStandard, mustNotBeKept } from '../standard/keep-standard.ts';
import type { Work } from '../work.ts';
import { creationRank } from './creation-rank.ts';
import type { EntityRules } from './rules.ts';

export const viewRules: EntityRules = {
  prepare: async (work, values) => {
    checkEntity(work, values);
    checkViewQuery(values);
    const given = {
      layout: 'list',
      rank: creationRank(Date.parse(work.now), work.changes.length),
      ...(work.actor.person ? { owner: work.actor.person } : {}),
      ...values,
    };
    return values['roadmap'] === undefined ? given : withRoadmap(work, given);
  },
  prepareUpdate: async (work, record, values) => {
    if (record.values['roadmap'] !== undefined) mustKeepAudience(record, values);
    checkEntity(work, values);
    checkViewQuery(values);
    return values;
  },
  checkUpdate: async (work, record, values) => mustKeepStandard(work, record, values),
  beforeArchive: async (work, record) => mustNotBeKept(work, record),
};

function checkEntity(work: Work, values: Values): void {
  const entity = values['entity'];
  if (typeof entity !== 'string' || work.model.findEntity(entity)) return;
  throw new Refusal('invalid_value', {
    message: `There are no records of the type “${entity.slice(0, 60)}”.`,
    details: { field: 'entity', code: 'unknown_entity' },
  });
}

/** Fields that a query names may be gone later; its form may not be wrong now. */
function checkViewQuery(values: Values): void {
  const query = values['query'];
  if (query === undefined || query === null) return;
  const parsed = parseQuery(query);
  if (parsed.ok) return;
  const problem = parsed.error;
  throw new Refusal('invalid_value', {
    message: `The view’s query cannot be read: ${problem.message}`,
    details: { field: 'query', code: problem.code, path: problem.path },
  });
}
