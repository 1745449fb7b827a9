/** To find out what is worth building, and to say what comes when. */
import { EXPERIMENT, PROBLEM, REQUIREMENTS, SOLUTION } from './description-parts.ts';
import { CONFIDENCE, EFFORT, IMPACT, REACH, RICE } from './score-fields.ts';
import {
  and,
  isEmpty,
  isIn,
  makeBlueprint,
  makeView,
  OPEN,
  ref,
  select,
  STATUS,
  type Example,
  type Template,
} from './template-parts.ts';

const PLANNED = isIn('status', ['now', 'next', 'later']);

export const BOARD = makeView('Now, next, later', 'board', {
  about: 'What we work on, what comes then, and what we mean to do after that.',
  columns: ['owner', 'timeframe', 'insightCount'],
  where: PLANNED,
  group: ['status'],
  settings: { card: 'detailed', limits: { 'status ["now"]': 5 } },
});

export const QUARTERS = makeView('Quarters', 'timeline', {
  about: 'The same by time. Drag a bar to move it, its end to make it longer.',
  columns: ['status', 'owner', 'timeframe'],
  where: PLANNED,
  settings: { scale: 'quarter', color: 'status', tray: true },
});

export const IMPACT_EFFORT = makeView('Impact and effort', 'matrix', {
  about: 'Much for little stands at the top left. Dragging a point changes both figures.',
  columns: ['title', ref('impact'), ref('effort'), 'status'],
  where: OPEN,
  settings: {
    x: { field: ref('effort') },
    y: { field: ref('impact') },
    color: 'status',
    names: ['Do first', 'Plan well', 'When there is time', 'Leave'],
  },
});

const EXAMPLES: readonly Example[] = [
  {
    title: 'Find any order by typing a part of it',
    values: {
      type: 'solution',
      status: 'now',
      reach: 1200,
      impact: 4,
      confidence: 80,
      effort: 3,
      theme: 'delight',
    },
    quarter: 0,
  },
  {
    title: 'Newcomers do not know where to begin',
    values: {
      type: 'problem',
      status: 'next',
      reach: 900,
      impact: 5,
      confidence: 60,
      effort: 5,
      theme: 'grow',
    },
    quarter: 1,
  },
  {
    title: 'Sign in with the company account',
    values: {
      type: 'requirement',
      status: 'next',
      reach: 400,
      impact: 3,
      confidence: 90,
      effort: 4,
      theme: 'trust',
    },
    quarter: 1,
  },
  {
    title: 'Reports that arrive by themselves on Monday',
    values: {
      type: 'solution',
      status: 'later',
      reach: 300,
      impact: 3,
      confidence: 50,
      effort: 2,
      theme: 'delight',
    },
    quarter: 2,
  },
  {
    title: 'A dark colour scheme',
    values: {
      type: 'solution',
      status: 'new',
      reach: 800,
      impact: 1,
      confidence: 70,
      effort: 2,
      theme: 'delight',
    },
  },
];

export const discovery: Template = {
  key: 'product-discovery',
  kind: 'space',
  emoji: '🧭',
  blueprint: makeBlueprint({
    fields: [STATUS, IMPACT, EFFORT, CONFIDENCE],
    views: [
      makeView('All ideas', 'list', {
        about: 'Everything that anybody has thought of, the newest first.',
        columns: [
          'key',
          'title',
          'type',
          'status',
          ref('impact'),
          ref('effort'),
          'insightCount',
          'votes',
          'owner',
        ],
        sort: ['-createdAt'],
      }),
      makeView('Evidence', 'list', {
        about: 'What customers stand behind, by how much revenue.',
        columns: [
          'key',
          'title',
          'insightCount',
          'companyCount',
          'revenue',
          'votes',
          ref('confidence'),
          'status',
        ],
        where: OPEN,
        sort: ['-revenue', '-insightCount'],
      }),
      IMPACT_EFFORT,
      BOARD,
      QUARTERS,
      makeView('Delivery', 'list', {
        about: 'How far what we decided on has come.',
        columns: ['key', 'title', 'status', 'owner', 'team', 'timeframe', 'childCount'],
        where: isIn('status', ['now', 'next', 'shipped']),
        group: ['status'],
      }),
    ],
    descriptions: [PROBLEM, SOLUTION, EXPERIMENT],
  }),
  examples: EXAMPLES,
};

export const roadmapTemplate: Template = {
  key: 'product-roadmap',
  kind: 'space',
  emoji: '🗺️',
  blueprint: makeBlueprint({
    fields: [
      STATUS,
      select(
        'theme',
        'Theme',
        [
          { key: 'grow', name: 'Grow', color: 'green' },
          { key: 'delight', name: 'Delight', color: 'blue' },
          { key: 'trust', name: 'Trust', color: 'violet' },
          { key: 'keep', name: 'Keep it running', color: 'gray' },
        ],
        'Why it is on the roadmap.',
      ),
      IMPACT,
      EFFORT,
    ],
    views: [
      { ...BOARD, description: aboutRoadmap() },
      QUARTERS,
      makeView('Themes over time', 'timeline', {
        about: 'One lane a theme: where the effort goes.',
        columns: ['status', ref('theme'), 'timeframe'],
        where: PLANNED,
        settings: { scale: 'quarter', lanes: ref('theme'), color: 'status' },
      }),
      makeView('Everything planned', 'list', {
        columns: ['key', 'title', 'status', ref('theme'), 'timeframe', 'owner', 'team', ref('effort')],
        where: PLANNED,
        group: ['status'],
        sort: ['timeframe'],
      }),
      IMPACT_EFFORT,
      makeView('Shipped', 'list', {
        columns: ['key', 'title', ref('theme'), 'timeframe', 'owner', 'insightCount'],
        where: isIn('status', ['shipped']),
        sort: ['-updatedAt'],
      }),
    ],
    descriptions: [SOLUTION, REQUIREMENTS],
  }),
  examples: EXAMPLES,
};

function aboutRoadmap(): string {
  return `What is planned, in the order we mean to do it.

- **Now**: somebody works on it.
- **Next**: decided; begins when something under *Now* is done.
- **Later**: we want to do it, and expect to learn more first.

Dates say a quarter, not a day: they are what we think today.
`;
}

export const rice: Template = {
  key: 'rice',
  kind: 'space',
  emoji: '🍚',
  blueprint: makeBlueprint({
    fields: [STATUS, REACH, IMPACT, CONFIDENCE, EFFORT, RICE],
    views: [
      makeView('Ranked by RICE', 'list', {
        about: 'The greatest score first. Open a score to see what it is made of.',
        columns: [
          'key',
          'title',
          ref('rice'),
          ref('reach'),
          ref('impact'),
          ref('confidence'),
          ref('effort'),
          'insightCount',
          'revenue',
          'status',
        ],
        where: OPEN,
        sort: [`-${ref('rice')}`],
      }),
      makeView('Still to score', 'list', {
        about: 'Where a figure is missing, so that there is no score yet.',
        columns: ['key', 'title', ref('reach'), ref('impact'), ref('confidence'), ref('effort'), 'owner'],
        where: and(OPEN, isEmpty(ref('rice'))),
      }),
      makeView('Scores', 'chart', {
        about: 'How the scores are spread.',
        columns: ['title', ref('rice')],
        where: OPEN,
        settings: { kind: 'distribution', of: ref('rice') },
      }),
      makeView('Impact and effort', 'matrix', {
        columns: ['title', ref('impact'), ref('effort'), ref('reach')],
        where: OPEN,
        settings: {
          x: { field: ref('effort') },
          y: { field: ref('impact') },
          size: ref('reach'),
          color: 'status',
        },
      }),
      BOARD,
    ],
    descriptions: [PROBLEM, SOLUTION],
  }),
  examples: EXAMPLES,
};
