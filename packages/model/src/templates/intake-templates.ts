/** For what comes in: from customers, from colleagues who need something, from tests. */
import { BUG, CUSTOMER_REQUEST, SERVICE_REQUEST } from './description-parts.ts';
import { EFFORT, VALUE } from './score-fields.ts';
import {
  and,
  isIn,
  isOlder,
  makeBlueprint,
  makeField,
  makeView,
  not,
  OPEN,
  ref,
  select,
  STATUS,
  type Template,
} from './template-parts.ts';

export const feedbackIntake: Template = {
  key: 'customer-feedback',
  kind: 'space',
  emoji: '📥',
  blueprint: makeBlueprint({
    fields: [
      STATUS,
      select('source', 'Source', [
        { key: 'support', name: 'Support', color: 'blue' },
        { key: 'sales', name: 'Sales', color: 'green' },
        { key: 'interview', name: 'Interview', color: 'violet' },
        { key: 'survey', name: 'Survey', color: 'amber' },
        { key: 'community', name: 'Community', color: 'teal' },
      ]),
      makeField('answered', 'Customers answered', {
        type: 'checkbox',
        about: 'Those who asked have been told what came of it.',
      }),
    ],
    views: [
      makeView('To look at', 'list', {
        about: 'What came in and nobody has looked at, the oldest first.',
        columns: ['key', 'title', ref('source'), 'insightCount', 'companyCount', 'createdAt', 'owner'],
        where: isIn('status', ['new']),
        sort: ['createdAt'],
      }),
      makeView('Most wanted', 'list', {
        columns: ['key', 'title', 'companyCount', 'revenue', 'insightCount', 'votes', 'status'],
        where: OPEN,
        sort: ['-companyCount', '-votes'],
      }),
      makeView('By stage', 'board', {
        columns: [ref('source'), 'companyCount', 'owner'],
        group: ['status'],
        settings: { card: 'detailed', hideEmpty: true },
      }),
      makeView('Shipped, not yet answered', 'list', {
        about: 'Tell those who asked.',
        columns: ['key', 'title', 'companyCount', 'owner', ref('answered')],
        where: and(isIn('status', ['shipped', 'declined']), not({ type: 'field', field: ref('answered') })),
      }),
      makeView('Where it comes from', 'chart', {
        columns: ['title'],
        settings: { kind: 'pivot', by: ref('source'), series: 'status', hasTable: true },
      }),
      makeView('Waiting for long', 'list', {
        columns: ['key', 'title', 'status', 'updatedAt', 'owner'],
        where: and(OPEN, isOlder('updatedAt', 60)),
        sort: ['updatedAt'],
      }),
    ],
    descriptions: [{ ...CUSTOMER_REQUEST, isDefault: true }],
  }),
  examples: [
    {
      title: 'Export the invoice list to a spreadsheet',
      values: { type: 'solution', status: 'new', source: 'support' },
    },
    {
      title: 'Two people cannot edit at once',
      values: { type: 'problem', status: 'exploring', source: 'interview' },
    },
    { title: 'Prices in our own currency', values: { type: 'requirement', status: 'next', source: 'sales' } },
    {
      title: 'Show the time zone beside dates',
      values: { type: 'solution', status: 'shipped', source: 'community' },
    },
  ],
};

export const serviceIntake: Template = {
  key: 'service-intake',
  kind: 'space',
  emoji: '🛎️',
  blueprint: makeBlueprint({
    fields: [
      STATUS,
      select('service', 'Service', [
        { key: 'access', name: 'Access and accounts', color: 'blue' },
        { key: 'devices', name: 'Devices', color: 'teal' },
        { key: 'software', name: 'Software', color: 'violet' },
        { key: 'data', name: 'Data and reports', color: 'amber' },
        { key: 'other', name: 'Other', color: 'gray' },
      ]),
      select('urgency', 'Urgency', [
        { key: 'can_wait', name: 'Can wait', color: 'gray', weight: 1 },
        { key: 'this_quarter', name: 'This quarter', color: 'blue', weight: 2 },
        { key: 'this_month', name: 'This month', color: 'amber', weight: 3 },
        { key: 'blocked', name: 'Somebody is blocked', color: 'red', weight: 5 },
      ]),
      select('approval', 'Approval', [
        { key: 'needed', name: 'Needed', color: 'amber' },
        { key: 'given', name: 'Given', color: 'green' },
        { key: 'refused', name: 'Refused', color: 'red' },
      ]),
      makeField('cost', 'Cost a year', { type: 'number', format: 'currency', min: 0 }),
      VALUE,
      EFFORT,
      makeField('priority', 'Priority', {
        type: 'formula',
        expression: 'round(weight(urgency) * value / effort, 1)',
        about: 'Urgency × value ÷ effort.',
      }),
    ],
    views: [
      makeView('New requests', 'list', {
        columns: ['key', 'title', ref('service'), ref('urgency'), 'createdBy', 'createdAt', 'owner'],
        where: isIn('status', ['new']),
        sort: ['createdAt'],
      }),
      makeView('By priority', 'list', {
        columns: [
          'key',
          'title',
          ref('priority'),
          ref('urgency'),
          ref('value'),
          ref('effort'),
          ref('cost'),
          'status',
        ],
        where: OPEN,
        sort: [`-${ref('priority')}`],
      }),
      makeView('Approvals', 'board', {
        columns: [ref('cost'), ref('service'), 'owner'],
        where: OPEN,
        group: [ref('approval')],
        settings: { card: 'detailed', sum: ref('cost') },
      }),
      makeView('By service', 'board', {
        columns: [ref('urgency'), 'owner', 'timeframe'],
        where: OPEN,
        group: [ref('service')],
      }),
      makeView('Requests by month', 'chart', {
        columns: ['title'],
        settings: { kind: 'bar', by: 'createdAt', period: 'month', series: ref('service') },
      }),
    ],
    descriptions: [{ ...SERVICE_REQUEST, isDefault: true }],
  }),
  examples: [
    {
      title: 'One sign-in for all tools',
      values: {
        status: 'exploring',
        service: 'access',
        urgency: 'this_quarter',
        approval: 'needed',
        value: 8,
        effort: 5,
      },
    },
    {
      title: 'Laptops for three newcomers',
      values: {
        status: 'now',
        service: 'devices',
        urgency: 'this_month',
        approval: 'given',
        value: 6,
        effort: 1,
      },
    },
    {
      title: 'Sales figures without asking for them',
      values: { status: 'new', service: 'data', urgency: 'can_wait', value: 7, effort: 3 },
    },
  ],
};

export const bugTriage: Template = {
  key: 'bug-triage',
  kind: 'space',
  emoji: '🐞',
  blueprint: makeBlueprint({
    fields: [
      STATUS,
      select('severity', 'Severity', [
        { key: 'minor', name: 'Minor', color: 'gray', weight: 1 },
        { key: 'major', name: 'Major', color: 'amber', weight: 3 },
        { key: 'critical', name: 'Critical', color: 'red', weight: 8 },
      ]),
      select('frequency', 'How often', [
        { key: 'rarely', name: 'Rarely', color: 'gray', weight: 1 },
        { key: 'sometimes', name: 'Sometimes', color: 'blue', weight: 2 },
        { key: 'always', name: 'Always', color: 'red', weight: 4 },
      ]),
      select('cause', 'Cause', [
        { key: 'code', name: 'Code', color: 'blue' },
        { key: 'data', name: 'Data', color: 'teal' },
        { key: 'design', name: 'Design', color: 'violet' },
        { key: 'outside', name: 'Outside', color: 'gray' },
      ]),
      makeField('workaround', 'Has a way round', { type: 'checkbox' }),
      makeField('triage', 'Triage score', {
        type: 'formula',
        expression: 'weight(severity) * weight(frequency) * if(workaround, 1, 2)',
        about: 'Severity × how often, twice that without a way round.',
      }),
    ],
    views: [
      makeView('To triage', 'list', {
        about: 'New, or without a severity.',
        columns: [
          'key',
          'title',
          ref('severity'),
          ref('frequency'),
          ref('workaround'),
          'createdAt',
          'createdBy',
        ],
        where: isIn('status', ['new']),
        sort: ['createdAt'],
      }),
      makeView('Worst first', 'list', {
        columns: [
          'key',
          'title',
          ref('triage'),
          ref('severity'),
          ref('frequency'),
          'companyCount',
          'owner',
          'status',
        ],
        where: OPEN,
        sort: [`-${ref('triage')}`, '-companyCount'],
      }),
      makeView('By severity', 'board', {
        columns: ['owner', ref('frequency'), 'companyCount'],
        where: OPEN,
        group: [ref('severity')],
        settings: { lanes: 'status', card: 'detailed' },
      }),
      makeView('Where they come from', 'chart', {
        columns: ['title'],
        settings: { kind: 'pivot', by: ref('cause'), series: ref('severity'), hasTable: true },
      }),
      makeView('Open for long', 'list', {
        columns: ['key', 'title', ref('severity'), 'status', 'createdAt', 'owner'],
        where: and(OPEN, isOlder('createdAt', 90)),
        sort: ['createdAt'],
      }),
    ],
    descriptions: [{ ...BUG, isDefault: true }],
  }),
  examples: [
    {
      title: 'Totals are wrong after a refund',
      values: {
        type: 'problem',
        status: 'now',
        severity: 'critical',
        frequency: 'always',
        cause: 'code',
        workaround: false,
      },
    },
    {
      title: 'Slow search with umlauts',
      values: {
        type: 'problem',
        status: 'new',
        severity: 'major',
        frequency: 'sometimes',
        cause: 'data',
        workaround: true,
      },
    },
    {
      title: 'The button is cut on small screens',
      values: {
        type: 'problem',
        status: 'next',
        severity: 'minor',
        frequency: 'always',
        cause: 'design',
        workaround: true,
      },
    },
  ],
};
