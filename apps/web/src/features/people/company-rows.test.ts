import { expect, test } from 'vitest';
import { companyRows } from './company-rows.ts';

const companies = [
  { id: 'company_1', values: { name: 'Café Blau', revenue: { amount: 100, currency: 'EUR' } } },
  { id: 'company_2', values: { name: 'Harbor', domain: 'harbor.example', feedbackCount: 4 } },
];
const insights = [
  { id: 'insight_1', values: { company: 'company_2' } },
  { id: 'insight_2', values: { company: 'company_2' } },
];

test('the most revenue comes first, and insights are counted by company', () => {
  const rows = companyRows(companies, insights, { query: '', sort: 'revenue' });
  expect(rows.map(({ id, insights: count }) => [id, count])).toEqual([
    ['company_1', 0],
    ['company_2', 2],
  ]);
});

test('names and domains are found without marks and capitals', () => {
  const find = (query: string) =>
    companyRows(companies, insights, { query, sort: 'name' }).map(({ id }) => id);
  expect([find('CAFE'), find('harbor.ex'), find('nobody')]).toEqual([['company_1'], ['company_2'], []]);
});
