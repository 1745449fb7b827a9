import { MODEL, type Field } from '@throughline/model';
import { expect, test } from 'vitest';
import { fieldsOf } from './ast.ts';
import { parseExpressionText } from './expression/check.ts';
import { complete } from './expression/complete.ts';
import { printExpression } from './expression/print.ts';
import { makePathIndex } from './paths.ts';
import { makeSchema } from './schema.ts';

const connection: Field = {
  id: 'field_c',
  key: 'blocks',
  name: 'Blocks',
  type: 'relation',
  config: { target: 'idea' },
};
const reach: Field = { id: 'field_r', key: 'reach', name: 'Reach', type: 'number', config: {} };
const fieldsIn = (entity: string) => [
  ...MODEL.entity(entity).fields,
  ...(entity === 'idea' ? [connection, reach] : []),
];
const schema = makeSchema({
  entity: 'idea',
  fields: fieldsIn('idea'),
  paths: makePathIndex(MODEL, 'idea', fieldsIn),
});

function fieldOf(text: string): unknown {
  const parsed = parseExpressionText(text, schema);
  if (!parsed.ok) return parsed.error[0]?.message;
  const { expression } = parsed.value;
  return [[...fieldsOf(expression)].join(), printExpression(expression, schema)];
}

test('a way is the field that reckons it, or one that would have to be made', () => {
  expect(fieldOf('sum(insights.company.revenue)')).toEqual(['revenue', 'revenue']);
  expect(fieldOf('count(insights)')).toEqual(['insightCount', 'coalesce(insightCount, 0)']);
  expect(fieldOf('sum(votes.weight)')).toEqual(['votes', 'votes']);
  expect(fieldOf('max(blocks.reach)')).toEqual(['path:max:blocks.reach', 'max(blocks.reach)']);
  expect(schema.pathFields.wanted()).toEqual([
    { path: 'blocks.reach', aggregate: 'max', names: ['Blocks', 'Reach'], result: 'number' },
  ]);
});

test('what one record adds may have a limit, which is part of what is reckoned', () => {
  expect(fieldOf('sum(insights.company.revenue, 500)')).toEqual([
    'path:sum:insights.company.revenue:500',
    'sum(insights.company.revenue, 500)',
  ]);
  const capped: Field = {
    id: 'field_fair',
    key: 'fair',
    name: 'Fair',
    type: 'rollup',
    config: { path: 'insights.company.revenue', aggregate: 'sum', cap: 500, result: 'number' },
  };
  const known = makeSchema({ entity: 'idea', fields: [...fieldsIn('idea'), capped] });
  const named = (text: string) => {
    const parsed = parseExpressionText(text, known);
    return parsed.ok ? [...fieldsOf(parsed.value.expression)].join() : parsed.error[0]?.message;
  };
  expect(named('sum(insights.company.revenue, 500)')).toBe('field_fair');
  expect(named('sum(insights.company.revenue)')).toBe('revenue');
  const limit = 'The most that one linked record adds is a number above 0.';
  expect(fieldOf('sum(insights.company.revenue, 0)')).toBe(limit);
  expect(fieldOf('sum(insights.company.revenue, insightCount)')).toBe(limit);
  expect(fieldOf('count(insights.company, 3)')).toBe('count takes linked records alone.');
});

test('of dates there are the first and the last, and numbers have a median', () => {
  const typeOf = (text: string) => {
    const parsed = parseExpressionText(text, schema);
    return parsed.ok ? parsed.value.type.kind : parsed.error[0]?.message;
  };
  expect(typeOf('days_between(max(insights.createdAt), now())')).toBe('number');
  expect(typeOf('min(insights.createdAt)')).toBe('date');
  expect(typeOf('sum(insights.createdAt)')).toBe(
    'sum takes a number of the linked records, and this is a date.',
  );
  expect(fieldOf('median(insights.impact)')).toEqual([
    'path:median:insights.impact',
    'median(insights.impact)',
  ]);
});

test('names that every object has lead nowhere', () => {
  expect(fieldOf('count(constructor.name)')).toBe('Nothing called constructor leads on from here.');
  expect(fieldOf('sum(insights.toString)')).toBe('Nothing called toString leads on from here.');
});

test('ways end where they would multiply without end, and computed numbers are not added up again', () => {
  expect(fieldOf('count(insights.idea.insights.idea)')).toEqual([
    'path:count:insights.idea.insights.idea',
    'coalesce(count(insights.idea.insights.idea), 0)',
  ]);
  expect(fieldOf('count(insights.idea.insights.idea.insights)')).toMatch(/leads on/);
  expect(fieldOf('sum(blocks.revenue)')).toMatch(/Nothing called revenue/);
});

test('completion goes on from name to name', () => {
  const offered = (text: string) =>
    complete(text, text.length, schema).candidates.map(({ insert }) => insert);
  expect(offered('sum(insights.')).toEqual(expect.arrayContaining(['company', 'impact', 'idea', 'contact']));
  expect(offered('sum(insights.company.re')[0]).toBe('revenue');
  expect(offered('count(insi')[0]).toBe('insights');
});
