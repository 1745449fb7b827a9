import { expect, test } from 'vitest';
import { cutSegments, nextSentence, trimPassage } from './passages.ts';

const text = 'The export is slow. We wait an hour.';

test('overlapping passages share the part they both cover', () => {
  const segments = cutSegments(
    text,
    [
      { id: 'a', start: 4, end: 19 },
      { id: 'b', start: 14, end: 36 },
    ],
    undefined,
  );
  expect(segments.map((segment) => [segment.text, segment.insights])).toEqual([
    ['The ', []],
    ['export is ', ['a']],
    ['slow.', ['a', 'b']],
    [' We wait an hour.', ['b']],
  ]);
});

test('the segments together are the text, also when a passage reaches beyond it', () => {
  const segments = cutSegments(text, [{ id: 'a', start: 30, end: 99 }], { start: 0, end: 3 });
  expect(segments.map((segment) => segment.text).join('')).toBe(text);
  expect(segments[0]).toMatchObject({ text: 'The', isChosen: true });
});

test('spaces around a selection do not count', () => {
  expect(trimPassage(text, { start: 3, end: 11 })).toEqual({ start: 4, end: 10 });
  expect(trimPassage(text, { start: 3, end: 4 })).toBeUndefined();
});

test('sentences are chosen one after the other, and from the beginning again', () => {
  const first = nextSentence(text, undefined, 'en');
  const second = nextSentence(text, first, 'en');
  expect([first, second, nextSentence(text, second, 'en')]).toEqual([
    { start: 0, end: 19 },
    { start: 20, end: 36 },
    { start: 0, end: 19 },
  ]);
});
