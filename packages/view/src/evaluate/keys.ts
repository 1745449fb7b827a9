/** Sort keys of rows: numbers, or ranks of texts. */
import { compareCodePoints } from '@throughline/base';
import type { Expression, Order } from '../ast.ts';
import { typeOf } from '../type-of.ts';
import { compileValue } from './compile.ts';
import type { Schema } from '../schema.ts';
import { optionRanks } from './options.ts';
import { titleKeys } from './title-order.ts';
import { makeCursor, readNumbers, type StoreScope } from './vector.ts';
import type { TextColumn } from './column.ts';

/** A key by position in the list of rows; NaN is empty and comes last either way. */
export type Keys = { readonly values: Float64Array; readonly isDescending: boolean };

export function readKeys({ by, direction }: Order, scope: StoreScope, rows: Int32Array): readonly Keys[] {
  const isDescending = direction === 'descending';
  const { kind } = typeOf(by, scope.schema);
  if (kind === 'range') {
    return (['start', 'end'] as const).map((name) => ({
      values: readNumbers({ type: 'call', name, arguments: [by] }, scope, rows),
      isDescending,
    }));
  }
  const isText = kind === 'text' || kind === 'reference';
  return [{ values: isText ? readRanks(by, scope, rows) : readNumbers(by, scope, rows), isDescending }];
}

function readRanks(by: Expression, scope: StoreScope, rows: Int32Array): Float64Array {
  const column = by.type === 'field' ? scope.store.column(by.field) : undefined;
  return column?.type === 'text'
    ? ranksOfColumn(column, rows)
    : ranksOfTexts(readTexts(by, scope, rows), compareMade(by, scope.schema));
}

function ranksOfColumn(column: TextColumn, rows: Int32Array): Float64Array {
  const ranks = column.ranking.ranks();
  const { codes } = column;
  const out = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const code = codes[rows[index] as number] as number;
    out[index] = code < 0 ? Number.NaN : (ranks[code] as number);
  }
  return out;
}

function readTexts(by: Expression, scope: StoreScope, rows: Int32Array): readonly (string | null)[] {
  const value = compileValue(by, scope);
  const cursor = makeCursor(scope.store);
  return Array.from(rows, (row) => {
    cursor.row = row;
    return value(cursor.read) as string | null;
  });
}

function ranksOfTexts(
  texts: readonly (string | null)[],
  compare: (a: string, b: string) => number,
): Float64Array {
  const distinct = [...new Set(texts)].filter((text) => text !== null).toSorted(compare);
  const ranks = new Map<string | null, number>(distinct.map((text, rank) => [text, rank]));
  return Float64Array.from(texts, (text) => ranks.get(text) ?? Number.NaN);
}

/** Of what formulas make: options by their list, references by title, everything else by code point. */
export function compareMade(by: Expression, schema: Schema): (a: string, b: string) => number {
  const type = typeOf(by, schema);
  const { options } = type;
  if (options === undefined) {
    const keyOf = titleKeys(schema.titles, type);
    if (keyOf === undefined) return compareCodePoints;
    return (a, b) => compareCodePoints(keyOf(a), keyOf(b)) || compareCodePoints(a, b);
  }
  const rank = optionRanks(options);
  return (a, b) => rank(a) - rank(b) || compareCodePoints(a, b);
}
