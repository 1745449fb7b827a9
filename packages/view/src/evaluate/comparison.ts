/** What is compared as what, and in which order texts and options stand. */
import { compareCodePoints, makeSortKey } from '@throughline/base';
import type { Field } from '@throughline/model';
import type { CompareOperator, Expression } from '../ast.ts';
import type { Schema } from '../schema.ts';
import { countsAsNumber, type ValueType } from '../value-type.ts';
import { optionRanks } from './options.ts';

/** Numbers, dates, and options where the other side is a number. */
export function comparesNumbers([left, right]: readonly [ValueType, ValueType]): boolean {
  if (left.kind === 'date' || right.kind === 'date') return true;
  const isNumeric = left.kind === 'number' || right.kind === 'number';
  return (
    isNumeric &&
    (countsAsNumber(left) || left.kind === 'empty') &&
    (countsAsNumber(right) || right.kind === 'empty')
  );
}

/** How two sides of a comparison are ordered: by option, by stored text, else by code point. */
export function compareOf(
  [left, right]: readonly [Expression, Expression],
  types: readonly [ValueType, ValueType],
  schema: Schema,
): (a: string, b: string) => number {
  const options = types[0].options ?? types[1].options;
  if (options) {
    const rank = optionRanks(options);
    return (a, b) => rank(a) - rank(b);
  }
  const isKeyed = hasSortKey(left, schema) && hasSortKey(right, schema);
  return isKeyed ? compareTexts : compareCodePoints;
}

/** The order of stored text: by sort key, then by code point. */
export function compareTexts(a: string, b: string): number {
  return a === b ? 0 : compareCodePoints(makeSortKey(a), makeSortKey(b)) || compareCodePoints(a, b);
}

/** Stored texts and literals have sort keys; texts that formulas make are ordered by code point. */
export function hasSortKey(node: Expression, schema: Schema): boolean {
  if (node.type === 'text') return true;
  if (node.type !== 'field') return false;
  const field = schema.field(node.field);
  return field !== undefined && schema.formula(field.id) === undefined && !isOrderedExactly(field);
}

/** Ranks and the like: their letters' case counts. */
export function isOrderedExactly({ config }: Pick<Field, 'config'>): boolean {
  return config.exact === true;
}

/** With NaN on either side all are false. */
export const NUMBER_TESTS: Readonly<
  Record<Exclude<CompareOperator, '!='>, (a: number, b: number) => boolean>
> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
