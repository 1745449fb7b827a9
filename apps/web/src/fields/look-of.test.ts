import type { ColorRule, Field } from '@throughline/model';
import { expect, test } from 'vitest';
import { lookOf } from './look-of.ts';

function buildField(type: string, rules: readonly ColorRule[], config: Field['config'] = {}): Field {
  return { id: 'field_1', key: 'x', name: 'X', type, config: { ...config, rules } };
}

test('the first rule that holds marks the value', () => {
  const field = buildField('number', [
    { operator: '>', value: 10, color: 'red', emoji: '🔥' },
    { operator: '>=', value: 5, color: 'amber' },
    { operator: 'empty', emoji: '❓' },
  ]);
  expect([11, 10, 5, 4, null, undefined].map((value) => lookOf(field, value))).toEqual([
    { color: 'red', emoji: '🔥' },
    { color: 'amber' },
    { color: 'amber' },
    undefined,
    { emoji: '❓' },
    { emoji: '❓' },
  ]);
});

test('options compare by their place, lists by their members, dates by day, texts whatever their case', () => {
  const options = { options: ['low', 'mid', 'high'].map((key) => ({ key, name: key })) };
  const colored = (rule: Omit<ColorRule, 'color'>) => [{ ...rule, color: 'green' }];
  const isMarked = (field: Field, value: unknown) => lookOf(field, value) !== undefined;
  expect([
    isMarked(buildField('select', colored({ operator: '>=', value: ['mid'] }), options), 'high'),
    isMarked(buildField('select', colored({ operator: '>=', value: ['mid'] }), options), 'low'),
    isMarked(buildField('labels', colored({ operator: '=', value: ['a', 'b'] })), ['c', 'B']),
    isMarked(buildField('date', colored({ operator: '<', value: '2026-03-01' })), '2026-02-28'),
    isMarked(buildField('text', colored({ operator: '=', value: 'Yes' })), 'yes'),
    isMarked(buildField('votes', colored({ operator: '>', value: 2 })), { total: 3, mine: 0 }),
    isMarked(buildField('number', colored({ operator: '<', value: 'much' })), 3),
    isMarked(buildField('checkbox', colored({ operator: '=', value: true })), true),
  ]).toEqual([true, false, true, true, true, true, false, true]);
});
