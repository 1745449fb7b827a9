import type { JsonObject } from '@throughline/base';
import { expect, test } from 'vitest';
import { parseFieldConfig } from './color-rules.ts';
import { fieldType } from './field-types.ts';

const parse = (rules: JsonObject[string]) => parseFieldConfig(fieldType('rating'), { max: 5, rules });
const codeOf = (rules: JsonObject[string]) => {
  const parsed = parse(rules);
  return parsed.ok ? parsed.value : parsed.error.code;
};

test('rules are read beside what the type reads', () => {
  const rules = [
    { operator: '>=', value: 4, color: 'green' },
    { operator: 'empty', value: 9, emoji: '❓' },
    { operator: '=', value: ['now', 'next'], color: 'red', emoji: '🔥', more: 1 },
  ];
  expect(codeOf(rules)).toEqual({
    max: 5,
    rules: [
      { operator: '>=', value: 4, color: 'green' },
      { operator: 'empty', emoji: '❓' },
      { operator: '=', value: ['now', 'next'], color: 'red', emoji: '🔥' },
    ],
  });
  expect([codeOf([]), codeOf(null)]).toEqual([{ max: 5 }, { max: 5 }]);
});

test('what is no rule is refused, each for its reason', () => {
  const look = { color: 'red' };
  expect([
    codeOf('red'),
    codeOf([3]),
    codeOf([{ operator: '~', value: 1, ...look }]),
    codeOf([{ operator: '>', ...look }]),
    codeOf([{ operator: '>', value: { a: 1 }, ...look }]),
    codeOf([{ operator: '>', value: 1 }]),
    codeOf(Array.from({ length: 21 }, () => ({ operator: '>', value: 1, ...look }))),
  ]).toEqual([
    'config_rules',
    'config_rules',
    'rule_operator',
    'rule_value',
    'rule_value',
    'rule_look',
    'too_many_rules',
  ]);
});
