/** The views a roadmap begins with. */
import { textOf, type Json } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Field } from '@throughline/model';
import { makeQuery, type Expression, type Group } from '@throughline/view';
import { creationRank } from '../rules/creation-rank.ts';
import type { Work } from '../work.ts';
import { withRoadmap } from './follow-roadmap.ts';

/** Stages that are spoken of: what is neither an idea among many nor over. */
const STAGES: ReadonlySet<unknown> = new Set(['planned', 'active']);

type StartView = {
  readonly name: string;
  readonly layout: string;
  readonly query: object;
  readonly settings?: Json;
};

export async function addRoadmapViews(work: Work, roadmap: StoredRecord): Promise<void> {
  const fields = work.fieldsOf(work.entity('idea'));
  const goals = fields.find(({ id }) => id === textOf(roadmap.values['goals'] ?? '')) ?? null;
  const shared = await withRoadmap(work, { roadmap: roadmap.id });
  await work.insert(
    work.entity('view'),
    startViews(fields, goals).map(({ name, layout, query, settings }, index) => ({
      values: {
        ...shared,
        name,
        layout,
        entity: 'idea',
        query: query as Json,
        rank: creationRank(Date.parse(work.now), index),
        ...(settings === undefined ? {} : { settings }),
      },
    })),
  );
}

function startViews(fields: readonly Field[], goals: Field | null): readonly StartView[] {
  const columns = ['status', 'timeframe', 'team', 'owner', 'space'];
  const planned = stageCondition(fields);
  const where = planned ? { where: planned } : {};
  const board = { card: 'detailed', hideEmpty: true };
  return [
    {
      name: 'Now, next, later',
      layout: 'board',
      query: makeQuery('idea', { ...where, columns, group: [by('status')] }),
      settings: { layouts: { board } },
    },
    {
      name: 'Timeline',
      layout: 'timeline',
      query: makeQuery('idea', { ...where, columns }),
      settings: { layouts: { timeline: { lanes: 'team', color: 'status' } } },
    },
    {
      name: 'By goal',
      layout: 'list',
      query: makeQuery('idea', { ...where, columns, group: [by(goals?.id ?? 'parent')] }),
    },
    {
      name: 'By team',
      layout: 'board',
      query: makeQuery('idea', { ...where, columns, group: [by('team')] }),
      settings: { layouts: { board } },
    },
  ];
}

function by(field: string): Group {
  return { by: { type: 'field', field }, direction: 'ascending' };
}

/** Undefined where the workspace's workflow has no such stages: everything is shown then. */
function stageCondition(fields: readonly Field[]): Expression | undefined {
  const options = fields.find(({ id }) => id === 'status')?.config.options ?? [];
  const stages = options.filter(({ category }) => STAGES.has(category));
  if (stages.length === 0) return undefined;
  return {
    type: 'in',
    value: { type: 'field', field: 'status' },
    items: stages.map(({ key }) => ({ type: 'option', field: 'status', key })),
  };
}
