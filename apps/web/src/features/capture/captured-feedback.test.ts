import { expect, test } from 'vitest';
import { feedbackOf, titleFrom } from './captured-feedback.ts';

test('a title is the first sentence, cut at a word where it is long', () => {
  expect(titleFrom('The export fails. It says 500.\nPlease help')).toBe('The export fails.');
  expect(titleFrom('No full stop\nSecond line')).toBe('No full stop');
  const long = titleFrom('word '.repeat(60));
  expect(long.length).toBeLessThan(125);
  expect(long.endsWith('word…')).toBe(true);
});

test('who is new is made with the feedback, the contact in its company', () => {
  let last = 0;
  const newId = (entity: string) => `${entity}_${(last += 1)}`;
  const now = new Date('2026-03-01T10:00:00.000Z');
  const captured = {
    words: ' Too slow. ',
    title: '',
    space: 'space_1',
    contact: 'new:Grace Hopper',
    company: 'new:Navy',
    channel: 'sales',
  };
  expect(feedbackOf(captured, { id: 'feedback_1', now, newId }).writes).toEqual([
    { entity: 'company', verb: 'create', id: 'company_1', values: { name: 'Navy' } },
    {
      entity: 'contact',
      verb: 'create',
      id: 'contact_2',
      values: { company: 'company_1', name: 'Grace Hopper' },
    },
    {
      entity: 'feedback',
      verb: 'create',
      id: 'feedback_1',
      values: {
        title: 'Too slow.',
        body: 'Too slow.',
        space: 'space_1',
        channel: 'sales',
        state: 'new',
        receivedAt: '2026-03-01T10:00:00.000Z',
        contact: 'contact_2',
        company: 'company_1',
      },
    },
  ]);
});
