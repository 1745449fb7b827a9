import { MODEL } from '@throughline/model';
import { makeSchema, parseConditionText, printExpression } from '@throughline/view';
import { expect, test } from 'vitest';
import { readCondition, writeCondition } from './condition-tree.ts';

const schema = makeSchema({ entity: 'idea', fields: MODEL.entity('idea').fields });

function roundTrip(text: string): { readonly kinds: unknown; readonly text: string } {
  const parsed = parseConditionText(text, schema);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  let id = 0;
  const tree = readCondition(parsed.value, schema, () => (id += 1));
  const written = writeCondition(tree, schema);
  return {
    kinds: tree.items.map((item) => (item.type === 'row' ? item.operator : item.type)),
    text: written ? printExpression(written, schema) : '',
  };
}

test('conditions become rows and come back as the same text', () => {
  const text =
    'status in ("Now", "Next") and owner in (me()) and title contains "export" and updatedAt >= now() - 14d';
  expect(roundTrip(text)).toEqual({ kinds: ['anyOf', 'anyOf', 'contains', 'lastDays'], text });
});

test('groups nest', () => {
  const text = 'votes > 3 and (timeframe is empty or labels in ("infra"))';
  expect(roundTrip(text)).toEqual({ kinds: ['above', 'group'], text });
});

test('what no row can say stays text, and is kept', () => {
  const text = 'votes * 2 > insightCount and team is not empty';
  expect(roundTrip(text)).toEqual({ kinds: ['text', 'filled'], text });
});
