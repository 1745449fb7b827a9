import { expect, it } from 'vitest';
import { makeReportEach, makeReportOnce } from './report-once.ts';

it('tells an error once, and the next after it went well', () => {
  const told: unknown[] = [];
  const once = makeReportOnce((error) => void told.push(error));
  once.failed('a');
  once.failed('b');
  once.succeeded();
  once.failed('c');
  expect(told).toEqual(['a', 'c']);
});

it('tells of each thing once while it goes on failing', () => {
  const told: unknown[] = [];
  const each = makeReportEach((error) => void told.push(error));
  for (const failing of [['a'], ['a', 'b'], ['b'], ['a']]) {
    for (const name of failing) each.failed(name, name);
    each.ended();
  }
  expect(told).toEqual(['a', 'b', 'a']);
});
