/** For what deals and partners wait for. */
import { PARTNER_REQUEST } from './description-parts.ts';
import { BOARD } from './product-templates.ts';
import { EFFORT } from './score-fields.ts';
import {
  makeBlueprint,
  makeField,
  makeView,
  OPEN,
  ref,
  select,
  STATUS,
  type Template,
} from './template-parts.ts';

export const salesPriorities: Template = {
  key: 'sales-partner',
  kind: 'space',
  emoji: '🤝',
  blueprint: makeBlueprint({
    fields: [
      STATUS,
      makeField('deal_value', 'Deal value', {
        type: 'number',
        format: 'currency',
        min: 0,
        about: 'What depends on it, a year.',
      }),
      makeField('chance', 'Chance', { type: 'number', format: 'percent', min: 0, max: 100 }),
      select('stage', 'Deal stage', [
        { key: 'first_talks', name: 'First talks', color: 'gray' },
        { key: 'evaluating', name: 'Evaluating', color: 'sky' },
        { key: 'negotiating', name: 'Negotiating', color: 'amber' },
        { key: 'customer', name: 'Customer already', color: 'green' },
        { key: 'partner', name: 'Partner', color: 'violet' },
      ]),
      makeField('needed_by', 'Needed by', { type: 'date' }),
      makeField('account', 'Account', { type: 'company' }),
      EFFORT,
      makeField('expected', 'Expected value', {
        type: 'formula',
        expression: 'deal_value * chance / 100',
        format: 'currency',
        about: 'Deal value × chance.',
      }),
    ],
    views: [
      makeView('Worth most', 'list', {
        columns: [
          'key',
          'title',
          ref('expected'),
          ref('deal_value'),
          ref('chance'),
          ref('account'),
          ref('stage'),
          'status',
        ],
        where: OPEN,
        sort: [`-${ref('expected')}`],
      }),
      makeView('By deal stage', 'board', {
        columns: [ref('account'), ref('expected'), ref('needed_by')],
        where: OPEN,
        group: [ref('stage')],
        settings: { card: 'detailed', sum: ref('expected') },
      }),
      makeView('Value and effort', 'matrix', {
        columns: ['title', ref('expected'), ref('effort')],
        where: OPEN,
        settings: { x: { field: ref('effort') }, y: { field: ref('expected') }, color: ref('stage') },
      }),
      makeView('Needed by', 'timeline', {
        columns: [ref('needed_by'), ref('account'), 'status'],
        where: OPEN,
        settings: { scale: 'quarter', milestones: [ref('needed_by')], color: ref('stage') },
      }),
      BOARD,
    ],
    descriptions: [{ ...PARTNER_REQUEST, isDefault: true }],
  }),
  examples: [
    {
      title: 'Single sign-on for a bank',
      values: { status: 'next', deal_value: 9_000_000, chance: 60, stage: 'negotiating', effort: 6 },
      quarter: 1,
    },
    {
      title: 'Read our data from their warehouse',
      values: { status: 'exploring', deal_value: 3_500_000, chance: 40, stage: 'evaluating', effort: 4 },
    },
    {
      title: 'A listing in the partner’s store',
      values: { status: 'new', deal_value: 1_200_000, chance: 80, stage: 'partner', effort: 2 },
    },
  ],
};
