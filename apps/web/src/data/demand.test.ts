import { expect, test } from 'vitest';
import { measureOf, tabulateDemand, type DemandReader } from './demand.ts';

const COMPANIES: Record<string, readonly [string, number]> = {
  initech: ['enterprise', 700],
  umbra: ['enterprise', 300],
  cafe: ['small', 20],
};
const reader: DemandReader = {
  segments: ['enterprise', 'mid', 'small'],
  segmentOf: (id) => COMPANIES[id]?.[0] ?? '',
  revenueOf: (id) => COMPANIES[id]?.[1] ?? 0,
};
const insight = (id: string, idea: string, company?: string, contact?: string) => ({
  id,
  values: { idea, ...(company && { company }), ...(contact && { contact }) },
});
const insights = [
  insight('1', 'pdf', 'initech', 'ada'),
  insight('2', 'pdf', 'initech', 'bob'),
  insight('3', 'pdf', 'cafe', 'eve'),
  insight('4', 'pdf'),
  insight('5', 'dark', 'initech', 'ada'),
  insight('6', 'dark', 'umbra'),
];

test('each company counts once in a cell, in a row and in the sums below', () => {
  const { columns, rows, totals, total } = tabulateDemand(insights, reader, 'revenue');
  expect(columns).toEqual(['enterprise', 'small', '']);
  expect(rows.map(({ idea, total: all }) => [idea, all.revenue, all.companies])).toEqual([
    ['dark', 1000, ['initech', 'umbra']],
    ['pdf', 720, ['initech', 'cafe']],
  ]);
  const [, pdf] = rows;
  expect(pdf?.cells.get('enterprise')).toEqual({
    companies: ['initech'],
    contacts: 2,
    insights: ['1', '2'],
    revenue: 700,
  });
  expect(pdf?.cells.get('')?.insights).toEqual(['4']);
  expect([totals.get('enterprise')?.revenue, total.revenue, total.contacts]).toEqual([1000, 1020, 3]);
});

test('rows are ordered by what is measured', () => {
  const ideas = (measure: 'insights' | 'companies') =>
    tabulateDemand(insights, reader, measure).rows.map(({ idea, total }) => [
      idea,
      measureOf(total, measure),
    ]);
  expect(ideas('insights')).toEqual([
    ['pdf', 4],
    ['dark', 2],
  ]);
  expect(ideas('companies')).toEqual([
    ['dark', 2],
    ['pdf', 2],
  ]);
  expect(tabulateDemand([], reader, 'revenue')).toMatchObject({ columns: [], rows: [] });
});
