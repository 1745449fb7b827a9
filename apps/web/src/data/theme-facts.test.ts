import type { Values } from '@throughline/model';
import { expect, test } from 'vitest';
import { readThemeFacts } from './theme-facts.ts';

const records: Readonly<Record<string, Values>> = {
  feedback_1: { company: 'company_1' },
  feedback_2: { company: 'company_1' },
  feedback_3: { company: 'company_2' },
  feedback_4: {},
  company_1: { revenue: { amount: 100, currency: 'EUR' } },
  company_2: { revenue: { amount: 50, currency: 'EUR' } },
};

test('a company counts once for a theme, and what cannot be read does not count', () => {
  const members = ['feedback_1', 'feedback_2', 'feedback_3', 'feedback_4', 'feedback_hidden'];
  const theme = { id: 'theme_1', values: { members, weeks: [1, 0, 3], growth: 6 } };
  expect(readThemeFacts(theme, (_entity, id) => records[id])).toEqual({
    feedback: ['feedback_4', 'feedback_3', 'feedback_2', 'feedback_1'],
    companies: 2,
    revenue: new Map([['EUR', 150]]),
    weeks: [1, 0, 3],
    growth: 6,
  });
});
