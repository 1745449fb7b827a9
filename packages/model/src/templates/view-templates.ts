/** One view each, with the fields that it needs. */
import type { FieldPart, ViewPart } from '../blueprint.ts';
import { BOARD, IMPACT_EFFORT, QUARTERS, rice } from './product-templates.ts';
import {
  CONFIDENCE,
  EFFORT,
  IMPACT,
  KANO_FIELDS,
  REACH,
  RICE,
  VALUE,
  VALUE_EFFORT,
  WSJF_FIELDS,
} from './score-fields.ts';
import {
  and,
  isEmpty,
  isOlder,
  makeBlueprint,
  makeView,
  not,
  OPEN,
  ref,
  STATUS,
  type Example,
  type Template,
} from './template-parts.ts';

function viewTemplate(
  key: string,
  emoji: string,
  given: {
    readonly view: ViewPart;
    readonly fields?: readonly FieldPart[];
    readonly examples?: readonly Example[];
  },
): Template {
  const { view, fields = [], examples = [] } = given;
  return { key, kind: 'view', emoji, blueprint: makeBlueprint({ fields, views: [view] }), examples };
}

const ranked = rice.blueprint.views.filter(({ name }) => name === 'Ranked by RICE');

export const viewTemplates: readonly Template[] = [
  viewTemplate('impact-effort', '🎯', { view: IMPACT_EFFORT, fields: [IMPACT, EFFORT] }),
  viewTemplate('now-next-later', '🚦', { view: BOARD, fields: [STATUS] }),
  viewTemplate('quarterly-timeline', '📅', { view: QUARTERS, fields: [STATUS] }),
  ...ranked.map((view) =>
    viewTemplate('rice-list', '🏅', { view, fields: [REACH, IMPACT, CONFIDENCE, EFFORT, RICE] }),
  ),
  viewTemplate('wsjf-list', '⏱️', {
    fields: WSJF_FIELDS,
    view: makeView('Ranked by WSJF', 'list', {
      about: 'What costs most to delay for its size comes first.',
      columns: ['key', 'title', ...WSJF_FIELDS.map(({ key }) => ref(key)).toReversed(), 'status'],
      where: OPEN,
      sort: [`-${ref('wsjf')}`],
    }),
  }),
  viewTemplate('value-effort', '⚖️', {
    fields: [VALUE, EFFORT, VALUE_EFFORT],
    view: makeView('Value and effort', 'matrix', {
      columns: ['title', ref('value'), ref('effort')],
      where: OPEN,
      settings: {
        x: { field: ref('effort') },
        y: { field: ref('value') },
        color: 'status',
        names: ['Quick wins', 'Big bets', 'Fill-ins', 'Not now'],
      },
    }),
  }),
  viewTemplate('kano', '💚', {
    fields: KANO_FIELDS,
    view: makeView('Kano', 'list', {
      about: 'What must be there, what makes it better, and what delights.',
      columns: ['key', 'title', ...KANO_FIELDS.map(({ key }) => ref(key)).toReversed(), 'votes', 'status'],
      group: [ref('kano_category')],
      where: OPEN,
    }),
  }),
  viewTemplate('feedback-pivot', '🧮', {
    view: makeView('Evidence by type and stage', 'chart', {
      columns: ['title', 'insightCount'],
      settings: {
        kind: 'pivot',
        by: 'type',
        series: 'status',
        measure: { name: 'sum', of: 'insightCount' },
        hasTable: true,
      },
    }),
  }),
  viewTemplate('money-behind', '💶', {
    view: makeView('Money behind it', 'list', {
      about: 'Ideas by the revenue of the companies that asked for them.',
      columns: ['key', 'title', 'revenue', 'companyCount', 'insightCount', 'votes', 'status', 'owner'],
      where: and(OPEN, not(isEmpty('revenue'))),
      sort: ['-revenue'],
    }),
  }),
  viewTemplate('stale-ideas', '🕸️', {
    view: makeView('Nobody has looked at these', 'list', {
      about: 'Open, and not touched for 60 days.',
      columns: ['key', 'title', 'status', 'updatedAt', 'insightCount', 'votes', 'owner'],
      where: and(OPEN, isOlder('updatedAt', 60)),
      sort: ['updatedAt'],
    }),
  }),
  viewTemplate('by-team', '👥', {
    view: makeView('By team', 'board', {
      about: 'One column a team, one lane a stage.',
      columns: ['owner', 'timeframe', 'insightCount'],
      where: OPEN,
      group: ['team'],
      settings: { lanes: 'status', card: 'detailed' },
    }),
  }),
  viewTemplate('tree', '🌳', {
    view: makeView('Tree', 'list', {
      about: 'Ideas below the ideas they belong to.',
      columns: ['title', 'type', 'status', 'childCount', 'insightCount', 'owner'],
      settings: { nest: true },
    }),
  }),
  viewTemplate('ideas-by-month', '📈', {
    view: makeView('Ideas by month', 'chart', {
      columns: ['title'],
      settings: { kind: 'bar', by: 'createdAt', period: 'month', series: 'type' },
    }),
  }),
];
