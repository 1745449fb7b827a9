import { expect, test } from 'vitest';
import { mentionAt, readComment, toBody, toTyped } from './mention.ts';

const ada = { id: `person_${'0'.repeat(26)}`, name: 'Ada Lovelace' };

test('a name typed becomes a mention, and is typed again when edited', () => {
  const body = toBody('Ask @Ada Lovelace about it', [ada]);
  expect(body).toBe(`Ask @[Ada Lovelace](${ada.id}) about it`);
  expect(toTyped(body)).toBe('Ask @Ada Lovelace about it');
  expect(readComment(body)).toEqual([
    { type: 'text', text: 'Ask ' },
    { type: 'mention', name: 'Ada Lovelace', person: ada.id },
    { type: 'text', text: ' about it' },
  ]);
});

test('people are looked for behind an @ that begins a word', () => {
  expect(mentionAt('Ask @Ad', 7)).toEqual({ start: 4, query: 'Ad' });
  expect(mentionAt('mail a@b', 8)).toBeUndefined();
});
