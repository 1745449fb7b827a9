import { ok, type Json, type Result } from '@throughline/base';
import type { Field, FieldType, ParseContext, ValueProblem } from '../field.ts';
import { checkBounds, describe, parseFinite, parseNumberText, pickNumbers, problem } from './parsing.ts';

/** An amount of money in minor units (cents), with its ISO 4217 code. */
export type Money = { readonly amount: number; readonly currency: string };

/**
 * A number, a percentage (1 is 1 %) or an amount of money. Money is `{amount, currency}` in JSON and its
 * major unit (1.5 for 150 cents) in cells and formulas; all amounts of one field share its currency.
 */
export const numberField: FieldType<number | Money> = {
  name: 'number',
  kind: 'number',
  custom: true,
  parseConfig: (input) => {
    const { format, currency } = input;
    if (format !== undefined && format !== 'plain' && format !== 'currency' && format !== 'percent') {
      return problem(
        'config_format',
        `A number is written plain, currency or percent, not ${describe(format)}.`,
      );
    }
    if (currency !== undefined && (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency))) {
      return problem('config_currency', 'A currency is a code of three letters, such as EUR.');
    }
    return ok({
      ...pickNumbers(input, ['min', 'max']),
      ...(format === undefined ? {} : { format }),
      ...(currency === undefined ? {} : { currency }),
    });
  },
  parse: (input, field, context) => {
    if (field.config.format === 'currency') return parseMoney(input, field, context);
    const value = parseFinite(input);
    return value.ok ? checkBounds(value.value, field.config) : value;
  },
  parseText: (text, field, context) => {
    const value = parseNumberText(text.replace(/^[A-Z]{3}\s|\s[A-Z]{3}$/, ''));
    return value.ok ? numberField.parse(value.value, field, context) : value;
  },
  format: (value) =>
    typeof value === 'number'
      ? String(value)
      : `${value.amount / minorUnits(value.currency)} ${value.currency}`,
  toCell: (value) => (typeof value === 'number' ? value : value.amount / minorUnits(value.currency)),
};

function parseMoney(input: Json, field: Field, context: ParseContext): Result<Money, ValueProblem> {
  const currency = field.config.currency ?? context.currency;
  if (typeof input === 'number') return ok({ amount: Math.round(input * minorUnits(currency)), currency });
  const { amount, currency: given } = (input ?? {}) as { amount?: unknown; currency?: unknown };
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount)) {
    return problem('not_money', 'Expected {"amount": whole minor units, "currency": code}.');
  }
  if (given !== currency) {
    return problem(
      'other_currency',
      `Amounts of this field are in ${currency}, not ${describe(given as Json)}.`,
    );
  }
  return ok({ amount, currency });
}

/** Minor units in a major one where it is not 100, by ISO 4217. */
export const UNUSUAL_MINOR_UNITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XAF', 'XOF', 'PYG', 'UGX'].map((code) => [code, 1]),
  ),
  ...Object.fromEntries(['BHD', 'KWD', 'OMR', 'TND', 'JOD', 'IQD', 'LYD'].map((code) => [code, 1000])),
};

export function minorUnits(currency: string): number {
  return UNUSUAL_MINOR_UNITS[currency] ?? 100;
}
