import type { Json } from '@throughline/base';
import { expect, test } from 'vitest';
import { parseBlueprint, type Blueprint } from './blueprint.ts';
import { fromReferences, referencesIn, toReferences } from './blueprint-references.ts';
import { MODEL } from './model.ts';

const parse = (input: Json) => {
  const parsed = parseBlueprint(MODEL, input);
  return parsed.ok ? parsed.value : parsed.error;
};
const WHOLE: Blueprint = {
  fields: [
    {
      entity: 'idea',
      key: 'status',
      name: 'Status',
      type: 'select',
      config: { options: [{ key: 'new', name: 'New', color: 'gray', category: 'backlog' }] },
    },
    {
      entity: 'idea',
      key: 'type',
      name: 'Type',
      type: 'select',
      config: {
        options: [
          { key: 'goal', name: 'Goal', parents: [] },
          { key: 'bet', name: 'Bet', parents: ['goal'] },
        ],
      },
    },
    {
      entity: 'idea',
      key: 'reach',
      name: 'Reach',
      type: 'number',
      config: { min: 0 },
      about: 'People a month',
    },
    { entity: 'idea', key: 'double', name: 'Double', type: 'formula', config: { expression: 'reach * 2' } },
    { entity: 'idea', key: 'helps', name: 'Helps', type: 'relation', config: { target: 'idea' } },
    {
      entity: 'idea',
      key: 'helped_by',
      name: 'Helped by',
      type: 'relation',
      config: { target: 'idea', mirrors: 'helps' },
    },
  ],
  views: [
    {
      name: 'Ranked',
      entity: 'idea',
      layout: 'list',
      query: { entity: 'idea', columns: ['title', 'field:reach'] },
      settings: { layouts: { list: { frozen: 'field:reach' } } },
      section: 'Deciding',
      description: 'What comes **first**.',
    },
  ],
  descriptions: [{ name: 'Problem', emoji: '🔥', body: '## Who has it?', forType: 'goal', isDefault: true }],
};

test('a blueprint reads back what it is written as', () => {
  expect(parse(JSON.parse(JSON.stringify(WHOLE)) as Json)).toEqual(WHOLE);
});

test('what is left out is empty, and what is not known is passed over', () => {
  expect(parse({ more: 1 })).toEqual({ fields: [], views: [], descriptions: [] });
  expect(parse({ views: [{ name: 'All', layout: 'list', color: 'red' }] })).toEqual({
    fields: [],
    views: [{ name: 'All', entity: 'idea', layout: 'list', query: { entity: 'idea' } }],
    descriptions: [],
  });
});

test('each part that cannot be read is refused by name', () => {
  const field = { key: 'reach', name: 'Reach', type: 'number' };
  const cases: readonly (readonly [Json, string, string, string])[] = [
    [7, 'not_an_object', '', 'The blueprint: expected an object, got 7.'],
    [{ views: {} }, 'not_a_list', 'views', 'The views: expected a list, got an object.'],
    [{ fields: [{ ...field, name: ' ' }] }, 'required', 'fields.0', 'The field “ ”: it needs a name.'],
    [
      { fields: [{ ...field, key: 'a b' }] },
      'field_key',
      'fields.0',
      'The field “Reach”: “a b” cannot be a field’s key.',
    ],
    [
      { fields: [{ ...field, type: 'magic' }] },
      'field_type',
      'fields.0',
      'The field “Reach”: there is no type “magic” for it.',
    ],
    [{ fields: [field, field] }, 'repeated', 'fields.1', 'The field “Reach”: “reach” is there twice.'],
    [
      { fields: [{ ...field, key: 'title', type: 'text' }] },
      'field_built_in',
      'fields.0',
      'The field “Reach”: Title is built in, and takes other options at most.',
    ],
    [
      { fields: [{ ...field, entity: 'space' }] },
      'field_entity',
      'fields.0',
      'The field “Reach”: spaces take no fields.',
    ],
    [
      { views: [{ name: 'All', layout: 'globe' }] },
      'view_layout',
      'views.0',
      'The view “All”: a layout is one of list, board, matrix, timeline, chart.',
    ],
    [
      { descriptions: [{ body: 'x' }] },
      'required',
      'descriptions.0',
      'The description template 1: it needs a name.',
    ],
    [
      { fields: Array.from({ length: 501 }, () => field) },
      'too_many',
      'fields',
      'The fields: there are 501; 500 fit.',
    ],
  ];
  for (const [input, code, path, message] of cases) expect(parse(input)).toEqual({ code, path, message });
});

test('queries and settings name custom fields by key, and nobody', () => {
  const [reach, impact] = [`field_${'0'.repeat(25)}1`, `field_${'0'.repeat(25)}2`];
  const kept = {
    columns: ['title', reach, impact],
    limits: { [`${reach} ["high"]`]: 3 },
    folded: [`team ["team_${'0'.repeat(26)}"]`, 'status ["now"]'],
    owner: `person_${'0'.repeat(26)}`,
    deep: [{ lanes: null, sum: reach }],
  };
  const referred = toReferences(kept, (id) => (id === reach ? 'reach' : undefined));
  expect(referred).toEqual({
    columns: ['title', 'field:reach'],
    limits: { 'field:reach ["high"]': 3 },
    folded: ['status ["now"]'],
    deep: [{ lanes: null, sum: 'field:reach' }],
  });
  expect([...referencesIn(referred ?? null)]).toEqual(['reach']);
  expect(fromReferences(referred ?? null, () => impact)).toEqual({
    columns: ['title', impact],
    limits: { [`${impact} ["high"]`]: 3 },
    folded: ['status ["now"]'],
    deep: [{ lanes: null, sum: impact }],
  });
});
