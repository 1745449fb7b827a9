/** What a view keeps for its list. */
import type { Json } from '@throughline/base';
import { AGGREGATES, type AggregateName } from '../ast.ts';
import { readFlag, readName, readObject } from './read-kept.ts';

/** What a column is summed up as; `none` where nothing is wanted. */
export type ColumnSummary = AggregateName | 'none';

export interface ListSettings {
  /** By field id. A column that is not named is summed up as it suits its field. */
  readonly summaries: Readonly<Record<string, ColumnSummary>>;
  /** The row below all others that sums up the whole view. */
  readonly summaryRow: boolean;
  /** Records stand under their parents. */
  readonly nest: boolean;
  /** The last column that stays in sight while others scroll, by field id; null: the title alone. */
  readonly frozen: string | null;
}

/** Tolerant: what cannot be read is as if nothing had been kept. */
export function parseListSettings(kept: Json | undefined): ListSettings {
  const settings = readObject(kept);
  return {
    summaries: readSummaries(settings['summaries']),
    summaryRow: readFlag(settings['summaryRow'], true),
    nest: readFlag(settings['nest'], false),
    frozen: readName(settings['frozen']),
  };
}

const choices: readonly ColumnSummary[] = [...AGGREGATES, 'none'];

function readSummaries(kept: Json | undefined): Readonly<Record<string, ColumnSummary>> {
  const summaries = Object.entries(readObject(kept)).flatMap(([id, value]) => {
    const name = choices.find((choice) => choice === value);
    return name === undefined ? [] : [[id, name] as const];
  });
  return Object.fromEntries(summaries);
}
