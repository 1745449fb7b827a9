import { Refusal } from '@throughline/contract';
import { ROADMAP_AUDIENCE, type Values } from '@throughline/model';
import { isEqualJson } from '@throughline/base';
import { resolveSpace } from '../records/resolve-references.ts';
import { followRoadmap } from '../roadmap/follow-roadmap.ts';
import { addRoadmapViews } from '../roadmap/roadmap-views.ts';
import type { Work } from '../work.ts';
import { creationRank } from './creation-rank.ts';
import type { EntityRules } from './rules.ts';

/** More cannot be looked over, and each is opened to draw the roadmap. */
const MOST_SPACES = 50;

export const roadmapRules: EntityRules = {
  prepare: async (work, values) => ({
    access: 'limited',
    rank: creationRank(Date.parse(work.now), work.changes.length),
    ...(work.actor.person ? { owner: work.actor.person } : {}),
    ...values,
    spaces: sourceSpaces(work, values['spaces'], []),
  }),
  afterCreate: addRoadmapViews,
  prepareUpdate: async (work, record, values) => {
    if (!('spaces' in values)) return values;
    const known = (record.values['spaces'] ?? []) as readonly string[];
    return { ...values, spaces: sourceSpaces(work, values['spaces'], known) };
  },
  afterUpdate: async (work, before, after) => {
    const isForOthers = Object.keys(ROADMAP_AUDIENCE).some(
      (field) => !isEqualJson(before.values[field] ?? null, after.values[field] ?? null),
    );
    if (isForOthers) await followRoadmap(work, after);
  },
};

/** As ids. One that is a source already may stay, also where whoever changes the others does not see it. */
function sourceSpaces(work: Work, given: Values[string] | undefined, known: readonly string[]): string[] {
  const named = Array.isArray(given) ? (given as readonly string[]) : [];
  const spaces = new Set(named.map((space) => (known.includes(space) ? space : resolveSpace(work, space))));
  if (spaces.size > 0 && spaces.size <= MOST_SPACES) return [...spaces];
  throw new Refusal('invalid_value', {
    message:
      spaces.size === 0
        ? 'A roadmap needs at least one source space.'
        : `A roadmap has at most ${MOST_SPACES} source spaces, not ${spaces.size}.`,
    details: { field: 'spaces', code: spaces.size === 0 ? 'required' : 'too_many' },
  });
}
