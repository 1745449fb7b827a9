/** Companies with what stands behind them, for a plain list. */
import { foldText } from '@throughline/base';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readMoney, readNumber, readText, type Money } from '../../fields/read-value.ts';

export interface CompanyRow {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly segment: string;
  readonly revenue: Money | null;
  readonly feedback: number;
  readonly insights: number;
}

export const companySorts = ['revenue', 'name', 'feedback', 'insights'] as const;
export type CompanySort = (typeof companySorts)[number];

export interface RowsWanted {
  readonly query: string;
  readonly sort: CompanySort;
}

export function companyRows(
  companies: readonly ReplicaRecord[],
  insights: readonly ReplicaRecord[],
  { query, sort }: RowsWanted,
): readonly CompanyRow[] {
  const counts = new Map<string, number>();
  for (const { values } of insights) {
    const company = readText(values['company']);
    counts.set(company, (counts.get(company) ?? 0) + 1);
  }
  const wanted = foldText(query.trim());
  return companies
    .map(({ id, values }) => ({
      id,
      name: readText(values['name']),
      domain: readText(values['domain']),
      segment: readText(values['segment']),
      revenue: readMoney(values['revenue']),
      feedback: readNumber(values['feedbackCount']) ?? 0,
      insights: counts.get(id) ?? 0,
    }))
    .filter(({ name, domain }) => foldText(`${name} ${domain}`).includes(wanted))
    .toSorted(comparators[sort]);
}

const comparators: Record<CompanySort, (a: CompanyRow, b: CompanyRow) => number> = {
  revenue: (a, b) => (b.revenue?.amount ?? -1) - (a.revenue?.amount ?? -1),
  name: (a, b) => a.name.localeCompare(b.name),
  feedback: (a, b) => b.feedback - a.feedback,
  insights: (a, b) => b.insights - a.insights,
};
