import { MODEL, type Values } from '@throughline/model';
import { expect, test } from 'vitest';
import { linkedRecords, type LinkReader } from './linked-records.ts';

const id = (prefix: string, letter: string): string => `${prefix}_${letter.padStart(26, '0')}`;
const [idea, initech, hidden] = [id('idea', 'a'), id('company', 'b'), id('company', 'c')];

const records: Readonly<Record<string, ReadonlyMap<string, Values>>> = {
  idea: new Map([[idea, { title: 'Search' }]]),
  company: new Map([[initech, { name: 'Initech', revenue: { amount: 70_000, currency: 'EUR' } }]]),
  insight: new Map<string, Values>([
    [id('insight', 'd'), { idea, company: initech, impact: 3 }],
    [id('insight', 'e'), { idea, company: initech }],
    [id('insight', 'f'), { idea, company: hidden }],
  ]),
};
const links: LinkReader = {
  get: (entity, of) => records[entity]?.get(of),
  related: (entity, via, value) =>
    [...(records[entity] ?? [])].flatMap(([of, values]) =>
      values[via] === value ? [{ id: of, values }] : [],
    ),
  fields: (entity) => MODEL.entity(entity).fields,
};
const follow = (path: string) =>
  linkedRecords({ entity: 'idea', id: idea }, path, links).map((each) => [each.entity, each.id, each.amount]);

test('each company stands once, however often it spoke, and those out of sight are left out', () => {
  expect(follow('insights.company.revenue')).toEqual([['company', initech, 700]]);
  expect(follow('insights.company')).toEqual([['company', initech, null]]);
});

test('linked records tell what they add', () => {
  expect(follow('insights.impact').map(([, , amount]) => amount)).toEqual([3, null, null]);
});

test('a path that leads nowhere has no records', () => {
  expect(follow('constructor.name')).toEqual([]);
});
