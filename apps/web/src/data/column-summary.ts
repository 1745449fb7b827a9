/** What columns of a list are summed up as, and how that is written. */
import { millisecondsToDay, type Field } from '@throughline/model';
import { formatDay } from '@throughline/ui';
import { AGGREGATES, type Aggregate, type AggregateName, type ListSettings } from '@throughline/view';
import { formatNumber } from '../fields/number-text.ts';
import { toFieldLook } from '../fields/from-model.ts';
import { locale } from '../messages/t.ts';
import type { SummedUp } from './list-model.ts';

export interface SummedColumn {
  readonly field: Field;
  readonly name: AggregateName;
}

const numeric: readonly string[] = ['number', 'rating', 'slider', 'votes', 'counter', 'rollup', 'reactions'];
const dated: readonly AggregateName[] = ['count', 'min', 'max'];
const counted: readonly AggregateName[] = ['count'];
const never: readonly AggregateName[] = [];

/** What a column can be summed up as. */
export function summariesOf({ type, config }: Field): readonly AggregateName[] {
  if (type === 'document' || type === 'data') return never;
  const result = type === 'formula' ? config.result : undefined;
  if (numeric.includes(type) || result === 'number') return AGGREGATES;
  return type === 'date' || type === 'timestamp' || result === 'date' ? dated : counted;
}

/** What a column is summed up as: as chosen, else as it suits amounts and counts. Scores and shares sum up to nothing. */
export function summaryOf(field: Field, { summaries }: ListSettings): AggregateName | undefined {
  const chosen = summaries[field.id];
  if (chosen === 'none') return undefined;
  if (chosen !== undefined) return summariesOf(field).find((name) => name === chosen);
  return isAmount(field) ? 'sum' : undefined;
}

function isAmount({ type, config }: Field): boolean {
  if (type === 'number') return config.format !== 'percent';
  if (type === 'rollup') return config.aggregate === 'sum' || config.aggregate === 'count';
  return type === 'votes' || type === 'counter';
}

export function aggregateOf({ field, name }: SummedColumn): Aggregate {
  return { name, of: { type: 'field', field: field.id } };
}

/** By field id, those that came to something. */
export function writeSums(
  columns: readonly SummedColumn[],
  aggregates: readonly (number | null)[],
  currency: string,
): ReadonlyMap<string, SummedUp> {
  const sums = new Map<string, SummedUp>();
  for (const [at, column] of columns.entries()) {
    const value = aggregates[at];
    if (typeof value === 'number')
      sums.set(column.field.id, { name: column.name, text: write(column, value, currency) });
  }
  return sums;
}

function write({ field, name }: SummedColumn, value: number, currency: string): string {
  const look = toFieldLook(field, currency);
  if (name === 'count') return formatNumber(value, undefined, locale);
  if (look.type !== 'date' && look.type !== 'timestamp') return formatNumber(value, look.number, locale);
  const day = millisecondsToDay(value);
  return formatDay(day, locale, day);
}
