import type { Field } from '@throughline/model';
import { expect, test } from 'vitest';
import { regroup } from './row-move.ts';

const field = (type: Field['type']): Field => ({ id: type, key: type, name: type, type, config: {} });
const inGroup = (type: Field['type'], value: string | null) => [{ field: field(type), value }];

test('a record gets the value of the group it is dropped in', () => {
  expect([
    regroup({ select: 'now' }, inGroup('select', 'now'), inGroup('select', 'later')),
    regroup({ select: 'now' }, inGroup('select', 'now'), inGroup('select', null)),
    regroup({ select: 'now' }, inGroup('select', 'now'), inGroup('select', 'now')),
  ]).toEqual([{ select: 'later' }, { select: null }, {}]);
});

test('of several values only the one of the group it leaves is exchanged', () => {
  expect([
    regroup({ labels: ['a', 'b'] }, inGroup('labels', 'a'), inGroup('labels', 'c')),
    regroup({ labels: ['a', 'b'] }, inGroup('labels', 'a'), inGroup('labels', 'b')),
    regroup({ labels: ['a'] }, inGroup('labels', 'a'), inGroup('labels', null)),
  ]).toEqual([{ labels: ['b', 'c'] }, { labels: ['b'] }, { labels: null }]);
});

test('nothing can be dragged into a group of computed values', () => {
  expect(regroup({}, inGroup('formula', 'a'), inGroup('formula', 'b'))).toBeUndefined();
});
