/** What the bars, lines and cells of a chart stand for: a value in words, and the condition of its records. */
import { millisecondsToDay, type Cell, type Field } from '@throughline/model';
import type { Expression, Period, Schema } from '@throughline/view';
import { formatDay } from '@throughline/ui';
import { locale, t } from '../messages/area-t.ts';
import { bucketCondition, dateEdge } from './chart-buckets.ts';
import { groupLook } from './group-look.ts';
import type { Titles } from './titles.ts';

export interface ChartKey {
  readonly key: string;
  readonly label: string;
  /** Name of an option's colour. */
  readonly color: string | undefined;
  /** Which records; undefined for all. */
  readonly condition: Expression | undefined;
}

export const everything: ChartKey = { key: 'all', label: '', color: undefined, condition: undefined };

export function valueKey(field: Field, cell: Cell, schema: Schema, titles: Titles): ChartKey {
  const { label, color } = groupLook(field, cell, titles);
  const isOption = field.config.options !== undefined && cell !== null;
  return {
    key: JSON.stringify(cell),
    label,
    color: isOption ? (color ?? 'gray') : undefined,
    condition: valueCondition(field, cell, schema),
  };
}

function valueCondition(field: Field, cell: Cell, schema: Schema): Expression {
  const value: Expression = { type: 'field', field: field.id };
  if (cell === null) return { type: 'isEmpty', value };
  const { kind, options, target } = schema.typeOfField(field);
  if (typeof cell === 'boolean') return cell ? value : { type: 'not', item: value };
  if (typeof cell === 'number') {
    const right: Expression = kind === 'date' ? dateEdge(cell) : { type: 'number', value: cell };
    return { type: 'compare', operator: '=', left: value, right };
  }
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell);
  const item: Expression = options
    ? { type: 'option', field: field.id, key: text }
    : target === undefined
      ? { type: 'text', value: text }
      : { type: 'record', id: text };
  return kind === 'set'
    ? { type: 'contains', value, item }
    : { type: 'compare', operator: '=', left: value, right: item };
}

export function periodKey(field: Field, [from, to]: readonly [number, number], period: Period): ChartKey {
  const value: Expression = { type: 'field', field: field.id };
  return {
    key: String(from),
    label: periodLabel(from, period),
    color: undefined,
    condition: bucketCondition(value, [dateEdge(from), dateEdge(to)]),
  };
}

const monthFormat = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });

function periodLabel(start: number, period: Period): string {
  const date = new Date(start);
  const year = String(date.getUTCFullYear());
  if (period === 'year') return year;
  if (period === 'quarter')
    return t('chart.quarter', { quarter: String(Math.floor(date.getUTCMonth() / 3) + 1), year });
  if (period === 'month') return monthFormat.format(date);
  const day = millisecondsToDay(start);
  const text = formatDay(day, locale, '');
  return period === 'week' ? t('chart.weekOf', { day: text }) : text;
}
