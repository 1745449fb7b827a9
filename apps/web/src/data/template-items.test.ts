import { TEMPLATES } from '@throughline/model';
import { expect, test } from 'vitest';
import { builtInItems } from './template-items.ts';

test('every template that comes with the product says what it is called and is for', () => {
  const items = builtInItems();
  expect(items.map(({ id }) => id)).toEqual(TEMPLATES.map(({ key }) => key));
  expect(items.filter(({ id, name, about }) => name === id || about === '')).toEqual([]);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
});
