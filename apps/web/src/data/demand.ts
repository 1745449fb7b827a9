/** Who stands behind ideas, by what their companies have in common: a table of ideas and segments. */
import { groupBy } from './group-by.ts';
import type { ReplicaRecord } from './record-hub.ts';
import { readText } from '../fields/read-value.ts';

export interface DemandCell {
  /** Each once. */
  readonly companies: readonly string[];
  readonly contacts: number;
  readonly insights: readonly string[];
  /** What the companies pay together, in whole units of the currency. */
  readonly revenue: number;
}

export interface DemandRow {
  readonly idea: string;
  /** By column. */
  readonly cells: ReadonlyMap<string, DemandCell>;
  readonly total: DemandCell;
}

export interface DemandTable {
  /** In the order given, those with nothing left out; '' is for what belongs to no segment. */
  readonly columns: readonly string[];
  readonly rows: readonly DemandRow[];
  /** Each company once, over all rows. */
  readonly totals: ReadonlyMap<string, DemandCell>;
  readonly total: DemandCell;
}

export interface DemandReader {
  /** Of a company; '' where it has none. */
  readonly segmentOf: (company: string) => string;
  readonly revenueOf: (company: string) => number;
  /** All segments, as they are to stand. */
  readonly segments: readonly string[];
}

export type DemandMeasure = 'revenue' | 'companies' | 'insights';

export function measureOf(cell: DemandCell | undefined, measure: DemandMeasure): number {
  if (cell === undefined) return 0;
  return measure === 'revenue' ? cell.revenue : cell[measure].length;
}

/** Rows with the greatest total first. */
export function tabulateDemand(
  insights: readonly ReplicaRecord[],
  reader: DemandReader,
  measure: DemandMeasure,
): DemandTable {
  const ideas = groupBy(insights, ({ values }) => readText(values['idea']));
  const rows = [...ideas]
    .map(([idea, behind]) => ({
      idea,
      cells: divide(behind, reader),
      total: sumUp(behind, reader),
    }))
    .toSorted(
      (a, b) => measureOf(b.total, measure) - measureOf(a.total, measure) || (a.idea < b.idea ? -1 : 1),
    );
  const totals = divide(insights, reader);
  const known = new Set(reader.segments);
  const columns = [...reader.segments, ...[...totals.keys()].filter((key) => !known.has(key)).toSorted()];
  return {
    columns: [...columns.filter((key) => key !== ''), ''].filter((key) => totals.has(key)),
    rows,
    totals,
    total: sumUp(insights, reader),
  };
}

function divide(insights: readonly ReplicaRecord[], reader: DemandReader): ReadonlyMap<string, DemandCell> {
  const parts = groupBy(insights, ({ values }) => {
    const company = readText(values['company']);
    return company === '' ? '' : reader.segmentOf(company);
  });
  return new Map([...parts].map(([segment, part]) => [segment, sumUp(part, reader)]));
}

function sumUp(insights: readonly ReplicaRecord[], { revenueOf }: DemandReader): DemandCell {
  const named = (field: string): Set<string> =>
    new Set(insights.map(({ values }) => readText(values[field])).filter((id) => id !== ''));
  const companies = [...named('company')].toSorted((a, b) => revenueOf(b) - revenueOf(a) || (a < b ? -1 : 1));
  return {
    companies,
    contacts: named('contact').size,
    insights: insights.map(({ id }) => id),
    revenue: companies.reduce((sum, company) => sum + revenueOf(company), 0),
  };
}
