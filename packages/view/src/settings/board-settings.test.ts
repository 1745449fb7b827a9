import { expect, test } from 'vitest';
import { parseBoardSettings, type BoardSettings } from './board-settings.ts';

const untouched: BoardSettings = {
  lanes: null,
  foldedLanes: [],
  foldedColumns: [],
  limits: {},
  sum: null,
  card: 'detailed',
  fields: null,
  color: null,
  hideEmpty: false,
};

test('a view that has kept nothing starts as any', () => {
  for (const kept of [undefined, null, 'x', [1], {}]) expect(parseBoardSettings(kept)).toEqual(untouched);
});

test('limits are whole numbers; others are passed over', () => {
  const limits = { 'status ["now"]': 5, a: -1, b: 2.5, c: '7', d: 10_000, e: 0 };
  expect(parseBoardSettings({ limits, card: 'tiny', fields: ['reach', 3] })).toEqual({
    ...untouched,
    limits: { 'status ["now"]': 5, e: 0 },
    fields: ['reach'],
  });
});
