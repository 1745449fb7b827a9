/** What stands behind a theme: its feedback as far as it can be read, and their companies, each once. */
import type { ReplicaRecord } from './record-hub.ts';
import { readMoney, readNumber, readText, readTexts } from '../fields/read-value.ts';
import type { Values } from '@throughline/model';

export interface ThemeFacts {
  /** The newest first. */
  readonly feedback: readonly string[];
  readonly companies: number;
  /** By currency. */
  readonly revenue: ReadonlyMap<string, number>;
  /** The oldest first. */
  readonly weeks: readonly number[];
  /** The newest week beside the usual one; null where nothing came before. */
  readonly growth: number | null;
}

export type FindValues = (entity: string, id: string) => Values | undefined;

export function readThemeFacts({ values }: ReplicaRecord, find: FindValues): ThemeFacts {
  const members = readTexts(values['members']).filter((id) => find('feedback', id) !== undefined);
  const companies = new Set(members.map((id) => readText(find('feedback', id)?.['company'])));
  companies.delete('');
  const revenue = new Map<string, number>();
  for (const company of companies) {
    const paid = readMoney(find('company', company)?.['revenue']);
    if (paid !== null) revenue.set(paid.currency, (revenue.get(paid.currency) ?? 0) + paid.amount);
  }
  const weeks = Array.isArray(values['weeks']) ? values['weeks'].map((count) => readNumber(count) ?? 0) : [];
  return {
    feedback: members.toSorted((a, b) => (a < b ? 1 : -1)),
    companies: companies.size,
    revenue,
    weeks,
    growth: readNumber(values['growth']),
  };
}
