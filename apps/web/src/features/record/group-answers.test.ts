import type { Values } from '@throughline/model';
import { describe, expect, it } from 'vitest';
import { daysToAnswer, groupAnswers, medianDays } from './group-answers.ts';

const buildAnswer = (id: string, values: Values) => ({ id, values });

describe('answers of an idea', () => {
  it('stand by stage, the last one first, and in it what somebody has to do first', () => {
    const groups = groupAnswers([
      buildAnswer('a', { stage: 'planned', state: 'sent', createdAt: '2026-01-01T00:00:00Z' }),
      buildAnswer('b', { stage: 'done', state: 'sent', createdAt: '2026-03-01T00:00:00Z' }),
      buildAnswer('c', { stage: 'done', state: 'failed', createdAt: '2026-03-01T00:00:00Z' }),
      buildAnswer('d', { stage: 'done', state: 'draft', createdAt: '2026-03-01T00:00:00Z' }),
    ]);
    expect(
      groups.map(({ stage, states }) => [stage, states.map(({ state, answers }) => [state, answers.length])]),
    ).toEqual([
      [
        'done',
        [
          ['draft', 1],
          ['failed', 1],
          ['sent', 1],
        ],
      ],
      ['planned', [['sent', 1]]],
    ]);
  });

  it('take whole days from the word to the answer, none while it was not sent', () => {
    const sent = (askedAt: string, sentAt: string) => buildAnswer('a', { askedAt, sentAt });
    const answers = [
      sent('2026-01-01T12:00:00Z', '2026-01-01T23:00:00Z'),
      sent('2026-01-01T12:00:00Z', '2026-01-05T11:00:00Z'),
      sent('2026-01-01T12:00:00Z', '2026-02-01T12:00:00Z'),
      buildAnswer('b', { askedAt: '2026-01-01T12:00:00Z' }),
    ];
    expect(answers.map(daysToAnswer)).toEqual([0, 3, 31, undefined]);
    expect(medianDays(answers)).toBe(3);
    expect(medianDays([])).toBeUndefined();
  });
});
