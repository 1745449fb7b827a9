/** From what one wants to reach down to what one tries. */
import { EXPERIMENT, KEY_RESULT, PROBLEM, SOLUTION } from './description-parts.ts';
import { CONFIDENCE, EFFORT, IMPACT } from './score-fields.ts';
import {
  isIn,
  makeBlueprint,
  makeField,
  makeView,
  ref,
  select,
  STATUS,
  type Template,
} from './template-parts.ts';

export const opportunityTree: Template = {
  key: 'opportunity-solution',
  kind: 'space',
  emoji: '🌳',
  blueprint: makeBlueprint({
    fields: [
      STATUS,
      makeField('type', 'Type', {
        type: 'select',
        options: [
          { key: 'outcome', name: 'Outcome', color: 'green', emoji: '🎯', parents: [] },
          {
            key: 'opportunity',
            name: 'Opportunity',
            color: 'amber',
            emoji: '🌱',
            parents: ['outcome', 'opportunity'],
          },
          { key: 'solution', name: 'Solution', color: 'blue', emoji: '💡', parents: ['opportunity'] },
          { key: 'experiment', name: 'Experiment', color: 'violet', emoji: '🧪', parents: ['solution'] },
        ],
      }),
      IMPACT,
      CONFIDENCE,
    ],
    views: [
      makeView('The tree', 'list', {
        about: 'Outcomes, the opportunities that lead to them, solutions for each, and what we try.',
        columns: [
          'title',
          'type',
          'status',
          ref('impact'),
          ref('confidence'),
          'insightCount',
          'childCount',
          'owner',
        ],
        settings: { nest: true },
      }),
      makeView('Opportunities', 'list', {
        about: 'By how many customers spoke of them.',
        columns: ['key', 'title', 'companyCount', 'insightCount', 'revenue', ref('impact'), 'childCount'],
        where: isIn('type', ['opportunity']),
        sort: ['-companyCount'],
      }),
      makeView('Experiments', 'board', {
        columns: ['owner', ref('confidence'), 'timeframe'],
        where: isIn('type', ['experiment']),
        group: ['status'],
        settings: { card: 'detailed' },
      }),
      makeView('Solutions', 'matrix', {
        columns: ['title', ref('impact'), ref('confidence')],
        where: isIn('type', ['solution']),
        settings: { x: { field: ref('confidence') }, y: { field: ref('impact') }, color: 'status' },
      }),
    ],
    descriptions: [
      { ...PROBLEM, name: 'Opportunity', emoji: '🌱', forType: 'opportunity', isDefault: true },
      { ...SOLUTION, forType: 'solution' },
      { ...EXPERIMENT, forType: 'experiment', isDefault: true },
    ],
  }),
  examples: [
    { title: 'More teams stay after the first month', values: { type: 'outcome', status: 'now' } },
    {
      title: 'People invite colleagues too late',
      values: { type: 'opportunity', status: 'exploring', impact: 5 },
      below: 0,
    },
    {
      title: 'The first task takes an hour',
      values: { type: 'opportunity', status: 'exploring', impact: 4 },
      below: 0,
    },
    {
      title: 'Ask for colleagues right after the first success',
      values: { type: 'solution', status: 'next', impact: 4, confidence: 60 },
      below: 1,
    },
    {
      title: 'A sample project to change',
      values: { type: 'solution', status: 'new', impact: 3, confidence: 40 },
      below: 2,
    },
    {
      title: 'Ten invitations by hand',
      values: { type: 'experiment', status: 'now', confidence: 50 },
      below: 3,
    },
  ],
};

export const okr: Template = {
  key: 'okr',
  kind: 'space',
  emoji: '🎯',
  blueprint: makeBlueprint({
    fields: [
      STATUS,
      makeField('type', 'Type', {
        type: 'select',
        options: [
          { key: 'objective', name: 'Objective', color: 'violet', emoji: '🏔️', parents: [] },
          { key: 'key_result', name: 'Key result', color: 'green', emoji: '🎯', parents: ['objective'] },
          {
            key: 'solution',
            name: 'Solution',
            color: 'blue',
            emoji: '💡',
            parents: ['key_result', 'objective'],
          },
        ],
      }),
      makeField('progress', 'Progress', { type: 'slider', min: 0, max: 100, about: 'From 0 to 100.' }),
      select('health', 'Health', [
        { key: 'on_track', name: 'On track', color: 'green' },
        { key: 'at_risk', name: 'At risk', color: 'amber' },
        { key: 'off_track', name: 'Off track', color: 'red' },
      ]),
      IMPACT,
      EFFORT,
    ],
    views: [
      makeView('Objectives', 'list', {
        about: 'Each objective with its key results, and what we do for them.',
        columns: ['title', 'type', ref('progress'), ref('health'), 'timeframe', 'owner', 'childCount'],
        settings: { nest: true },
      }),
      makeView('Key results', 'board', {
        columns: [ref('progress'), 'owner', 'timeframe'],
        where: isIn('type', ['key_result']),
        group: [ref('health')],
        settings: { card: 'detailed' },
      }),
      makeView('Work for the goals', 'list', {
        about: 'What is not below a goal, and why we do it all the same.',
        columns: ['key', 'title', 'parent', 'status', ref('impact'), ref('effort'), 'owner'],
        where: isIn('type', ['solution']),
        group: ['parent'],
      }),
      makeView('This year', 'timeline', {
        columns: ['type', ref('health'), 'timeframe'],
        settings: { scale: 'quarter', lanes: 'type', color: ref('health') },
      }),
    ],
    descriptions: [
      { ...KEY_RESULT, forType: 'key_result', isDefault: true },
      { ...SOLUTION, forType: 'solution' },
    ],
  }),
  examples: [
    {
      title: 'Teams rely on us every day',
      values: { type: 'objective', status: 'now', progress: 40, health: 'on_track' },
      quarter: 0,
    },
    {
      title: 'Weekly active teams from 400 to 600',
      values: { type: 'key_result', status: 'now', progress: 55, health: 'on_track' },
      quarter: 0,
      below: 0,
    },
    {
      title: 'Answers within a day: 70 % to 95 %',
      values: { type: 'key_result', status: 'now', progress: 20, health: 'at_risk' },
      quarter: 1,
      below: 0,
    },
    {
      title: 'A digest on Monday morning',
      values: { type: 'solution', status: 'next', impact: 4, effort: 3 },
      quarter: 1,
      below: 1,
    },
  ],
};
