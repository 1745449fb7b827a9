import type { Values } from '@throughline/model';
import { expect, test } from 'vitest';
import { makeContext } from '../context.ts';
import { ColumnStore } from '../evaluate/store.ts';
import { makeStoreScope } from '../evaluate/vector.ts';
import { parseExpressionText } from '../expression/check.ts';
import { buildField, buildSchema } from '../testing/build-schema.ts';
import { explain, type Explanation } from './explain.ts';
import { fillInputs } from './fill-inputs.ts';
import { inputsOf, stepsOf } from './steps-of.ts';

const schema = buildSchema([
  buildField('rice', 'formula', { expression: 'reach * stage / size' }),
  buildField('revenue', 'rollup', { path: 'insights.company.revenue', aggregate: 'sum', result: 'number' }),
]);
const context = makeContext({ now: Date.parse('2026-03-01T12:00:00Z') });

function explainText(text: string, ...records: readonly Values[]): Explanation {
  const parsed = parseExpressionText(text, schema);
  if (!parsed.ok) throw new Error(parsed.error[0]?.message);
  const store = new ColumnStore(schema);
  for (const [index, values] of records.entries()) store.put(`thing_${index}`, values);
  const scope = makeStoreScope(store, context);
  return explain(parsed.value.expression, {
    scope,
    record: store.reader(0),
    isLinked: ({ type }) => type === 'rollup',
  });
}

function steps(text: string, ...records: readonly Values[]): unknown[] {
  return stepsOf(explainText(text, ...records)).map(({ filled, value }) => [filled, value]);
}

const whyEmpty = (text: string, values: Values = {}) => {
  const { emptiness } = explainText(text, values);
  return [emptiness?.reason, emptiness?.text];
};

test('each step has the values of its parts put in', () => {
  expect(steps('(field_reach + 2) * -size', { field_reach: 3, size: 4 })).toEqual([
    ['3 + 2', 5],
    ['-(4)', -4],
    ['5 * -4', -20],
  ]);
});

test('the whole formula is shown with its inputs put in, other formulas by their value', () => {
  const values = { field_reach: 10, field_stage: 'next', size: 5 };
  expect(fillInputs(explainText('rice', values), schema)).toBe('10 * 2.5 / 5');
  expect(fillInputs(explainText('round(rice, 1) + revenue', values), schema)).toBe('round(5, 1) + empty');
  expect(fillInputs(explainText('if(size > 9, size, field_reach + 1)', values), schema)).toBe(
    'if(5 > 9, size, 10 + 1)',
  );
});

test('options count their weights, and say which', () => {
  const found = explainText('rice', { field_reach: 10, field_stage: 'next', size: 5 });
  expect(found.value).toBe(5);
  expect(inputsOf(found).map(({ origin, value }) => [origin.type, value])).toEqual([
    ['field', 10],
    ['weight', 2.5],
    ['field', 5],
  ]);
  expect(inputsOf(found)[1]?.origin).toMatchObject({ options: [{ name: 'Next', weight: 2.5 }] });
  expect(stepsOf(found).map(({ filled }) => filled)).toEqual(['10 * 2.5', '25 / 5']);
});

test('measures tell whom they compare with', () => {
  const records = [{ size: 20 }, { size: 10 }, { size: 40 }, {}];
  expect(explainText('normalize(size)', ...records).origin).toEqual({
    type: 'measure',
    name: 'normalize',
    among: 'space',
    count: 3,
    least: 10,
    greatest: 40,
    below: 1,
  });
  expect(explainText('percentile(size)', ...records).value).toBe(50);
});

test('of if and coalesce only what was looked at is told', () => {
  expect(steps('if(size > 3, size * 2, size * 3)', { size: 4 })).toEqual([
    ['4 > 3', true],
    ['4 * 2', 8],
    ['if(true, 8, size * 3)', 8],
  ]);
  expect(explainText('coalesce(field_reach, size, 1)', { size: 4 }).parts).toHaveLength(2);
});

test('an empty value names what is empty, and division by zero', () => {
  expect(whyEmpty('1 + size * 2')).toEqual(['field_is_empty', 'size']);
  expect(whyEmpty('revenue * 2')).toEqual(['no_linked_records', 'revenue']);
  expect(whyEmpty('5 / (size - 4)', { size: 4 })).toEqual(['division_by_zero', 'size - 4']);
  expect(whyEmpty('stage * 2', { field_stage: 'none' })).toEqual(['no_weight', 'stage']);
  expect(whyEmpty('log(size)', { size: 0 })).toEqual(['outside_domain', 'log(size)']);
  expect(whyEmpty('size * size', { size: 1e149 })).toEqual(['too_large', 'size * size']);
  expect(whyEmpty('if(size > 3, 1)', { size: 2 })).toEqual(['nothing_chosen', 'if(size > 3, 1)']);
});

test('a formula of 10,000 characters is explained', () => {
  const sums = Array.from({ length: 90 }, () => 'size').join(' + ');
  const found = explainText(`max(${Array.from({ length: 15 }, () => sums).join(', ')})`, { size: 1 });
  expect([found.value, stepsOf(found).length, inputsOf(found).length]).toEqual([90, 90, 1]);
});
