import { expect, it } from 'vitest';
import { packColumn } from './pack-column.ts';

const pack = (values: readonly unknown[]): unknown => JSON.parse(packColumn(JSON.stringify(values)));

it('tells values that repeat once', () => {
  expect(pack(['now', 'next', null, 'now', 'now', 'next', null, 'now'])).toEqual({
    of: ['now', 'next', null],
    at: [0, 1, 2, 0, 0, 1, 2, 0],
  });
  expect(pack(['“same”', '“same”', '“same”'])).toEqual({ of: ['“same”'] });
});

it('leaves numbers, lists and what hardly repeats as they are', () => {
  const unchanged = [
    [1, null, 2, 1],
    [['a'], ['a'], null, ['a']],
    ['a', 'b', 'c', 'a'],
    [null, true, false],
    [],
  ];
  for (const values of unchanged) expect(pack(values)).toEqual(values);
  const many = Array.from({ length: 20_000 }, (_, index) => `text ${index % 9000}`);
  expect(pack(many)).toEqual(many);
});
