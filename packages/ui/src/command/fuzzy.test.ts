import { expect, test } from 'vitest';
import { fuzzyFilter, fuzzyMatch } from './fuzzy.ts';

const texts = ['Finish setup', 'New idea', 'Change status…', 'Open inbox', 'Go to Roadmaps'];
const filter = (query: string) => fuzzyFilter(texts, query, (text) => text);

test('starts of words win over letters in the middle', () => {
  expect(filter('ni')[0]).toBe('New idea');
  expect(filter('gr')).toEqual(['Go to Roadmaps']);
});

test('an unbroken run wins, spaces and case do not matter', () => {
  expect(filter('INBOX')).toEqual(['Open inbox']);
  expect(filter('ch st')[0]).toBe('Change status…');
});

test('nothing typed keeps everything, nonsense keeps nothing', () => {
  expect(filter(' ')).toEqual(texts);
  expect(filter('zzz')).toEqual([]);
});

test('the matched letters are told', () => {
  expect(fuzzyMatch('Open inbox', 'oi')?.positions).toEqual([0, 5]);
});
