import { expect, test } from 'vitest';
import { nameToCreate, withCreateItem } from './combobox-item.ts';

const items = [{ value: 'now', label: 'Now' }];
const label = (name: string) => `Create ${name}`;

test('a new name can be created on the spot', () => {
  const created = withCreateItem(items, ' Later ', label).at(-1);
  expect(created && nameToCreate(created)).toBe('Later');
});

test('an existing name, in any case, and an empty one are not offered', () => {
  expect(withCreateItem(items, 'NOW', label)).toBe(items);
  expect(withCreateItem(items, '  ', label)).toBe(items);
});
