import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Expression } from '../ast.ts';
import { parseExpression, parseQuery } from '../parse-query.ts';
import { parseOrderText, printOrder } from '../parse-order.ts';
import { buildSchema } from '../testing/build-schema.ts';
import { checkExpression, parseExpressionText } from './check.ts';
import { complete } from './complete.ts';
import { parseSyntax } from './parse.ts';

const schema = buildSchema();

const field = (id: string): Expression => ({ type: 'field', field: id });
const text = fc.string({ unit: 'binary', maxLength: 6 }).map((value) => value.replaceAll('\0', ''));

const { number, test: condition } = fc.letrec<{ number: Expression; test: Expression }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(field('size'), field('field_reach'), field('status')),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value): Expression => ({ type: 'number', value: value + 0 })),
    fc.record({
      type: fc.constant('arithmetic' as const),
      operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
      left: tie('number'),
      right: tie('number'),
    }),
    tie('number')
      .filter((value) => value.type !== 'number')
      .map((value): Expression => ({ type: 'negate', value })),
    fc
      .tuple(tie('test'), tie('number'), tie('number'))
      .map((given): Expression => ({ type: 'call', name: 'if', arguments: given })),
  ),
  test: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constant(field('isDone')),
    fc.record({
      type: fc.constant('compare' as const),
      operator: fc.constantFrom('=' as const, '!=' as const, '<' as const, '>=' as const),
      left: fc.constant(field('size')),
      right: tie('number'),
    }),
    text.map((value): Expression => ({
      type: 'contains',
      value: field('title'),
      item: { type: 'text', value },
    })),
    fc.subarray(['now', 'next', 'none'], { minLength: 1 }).map((keys): Expression => ({
      type: 'in',
      value: field('status'),
      items: keys.map((key) => ({ type: 'option', field: 'status', key })),
    })),
    fc
      .array(tie('test'), { minLength: 2, maxLength: 3 })
      .map((items): Expression => ({ type: 'and', items })),
    fc.array(tie('test'), { minLength: 2, maxLength: 3 }).map((items): Expression => ({ type: 'or', items })),
    tie('test').map((item): Expression => ({ type: 'not', item })),
    tie('number').map((value): Expression => ({ type: 'isEmpty', value })),
  ),
}));

// `if` of an option and a number has no common kind, so the check may refuse; what it takes must stay as it is.
test('printing and parsing again gives the same expression, in text and in JSON', () => {
  fc.assert(
    fc.property(fc.oneof(number, condition), (expression) => {
      const checked = checkExpression(expression, schema);
      expect(checked.ok ? checked.value.expression : expression).toEqual(expression);
      const json = parseExpression(JSON.parse(JSON.stringify(expression)));
      expect(json).toEqual({ ok: true, value: expression });
    }),
    { numRuns: 2000 },
  );
});

test('no text makes the parser, the check or the completion fail in any way but with a problem', () => {
  const pieces = fc.constantFrom(
    'size',
    '[',
    ']',
    '"',
    "'",
    '(',
    ')',
    ',',
    'and',
    'not',
    'in',
    'is',
    'empty',
    '-',
    '3',
    '14d',
    '=',
    '<',
    'if',
    'me()',
    '\\',
    '🔥',
    ' ',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(anything, fc.nat(20), (typed, offset) => {
      const parsed = parseExpressionText(typed, schema);
      for (const problem of parsed.ok ? [] : parsed.error) {
        expect([problem.start >= 0, problem.end <= typed.length, problem.start <= problem.end]).toEqual([
          true,
          true,
          true,
        ]);
      }
      const { start, end } = complete(typed, Math.min(offset, typed.length), schema);
      expect(start <= end && end <= typed.length).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('deeply nested conditions are checked in time that grows with their length', () => {
  const nested = (depth: number): string =>
    depth === 0 ? 'size' : `if(${nested(depth - 1)} between 1 and 2, 3, 4)`;
  expect(parseSyntax(nested(30)).ok).toBe(true);
  expect(parseExpressionText(nested(30), schema).ok).toBe(true);
});

test('an order is read and printed', () => {
  const order = parseOrderText('-size / 2, title', schema);
  expect(order.ok && printOrder(order.value, schema)).toBe('-size / 2, title');
  const broken = parseOrderText('title, -labels', schema);
  expect(broken.ok ? [] : broken.error.map(({ code, start, end }) => [code, start, end])).toEqual([
    ['wrong_kind', 8, 14],
  ]);
});

test('queries from outside are refused with the place that is wrong', () => {
  const pathOf = (input: Parameters<typeof parseQuery>[0]): unknown => {
    const parsed = parseQuery(input);
    return parsed.ok ? parsed.value : [parsed.error.code, parsed.error.path];
  };
  expect(pathOf({ entity: 'idea' })).toEqual({
    version: 1,
    entity: 'idea',
    order: [],
    group: [],
    aggregates: [],
    columns: [],
  });
  expect(pathOf({ entity: 'idea', version: 9 })).toEqual(['query_version', 'version']);
  expect(pathOf({ entity: 'idea', where: { type: 'drop table' } })).toEqual(['query_node', 'where']);
  expect(pathOf({ entity: 'idea', order: [{ by: { type: 'field' } }] })).toEqual([
    'query_text',
    'order.0.by',
  ]);
  expect(pathOf({ entity: 'idea', aggregates: [{ name: 'sum' }] })).toEqual([
    'query_aggregate',
    'aggregates.0',
  ]);
  const deep = Array.from({ length: 300 }).reduce<object>((item) => ({ type: 'not', item }), {
    type: 'boolean',
    value: true,
  });
  expect(pathOf({ entity: 'idea', where: deep as never })).toEqual(['too_deep', expect.any(String)]);
});
