import { findOption } from '@throughline/model';
import type { Expression } from '../ast.ts';
import { DAY } from '../evaluate/dates.ts';
import type { Schema } from '../schema.ts';
import type { Explanation } from './explain.ts';

/** Digits that say enough of an intermediate value. */
const DIGITS = 6;

/** A value as it would be written: options by name, records by title, days as days. */
export function literalOf({ value, type }: Pick<Explanation, 'value' | 'type'>, schema: Schema): Expression {
  if (value === null) return { type: 'empty' };
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (typeof value === 'number')
    return type.kind === 'date'
      ? { type: 'date', value: dateText(value) }
      : { type: 'number', value: Number(value.toPrecision(DIGITS)) };
  const name = (key: string): string =>
    (type.options && findOption(type.options, key)?.name) ?? schema.titles.titleOf(key) ?? key;
  if (typeof value === 'string') return { type: 'text', value: name(value) };
  if (Array.isArray(value)) return { type: 'text', value: (value as readonly string[]).map(name).join(', ') };
  const { start, end } = value as { readonly start: number; readonly end: number };
  return { type: 'text', value: `${dateText(start)} – ${dateText(end)}` };
}

function dateText(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString();
  return milliseconds % DAY === 0 ? text.slice(0, 10) : text;
}
