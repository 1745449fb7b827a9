/** The order of single rows, the same as `sortRows` gives: what maintaining compares by. */
import type { Order } from '../ast.ts';
import { compileNumber, compileValue, type Reader } from '../evaluate/compile.ts';
import { compareMade } from '../evaluate/keys.ts';
import { makeCursor, type StoreScope } from '../evaluate/vector.ts';
import { typeOf } from '../type-of.ts';

type Key = number | string | null;

/** A sort key of a row, and how two of them compare; neither is empty then. */
type RowKey = {
  readonly of: (row: number) => Key;
  readonly compare: (a: Key, b: Key) => number;
  readonly sign: 1 | -1;
};

export type RowOrder = {
  /** Compares a row, as it is now, with others. */
  readonly locate: (row: number) => (other: number) => number;
};

export function makeRowOrder(order: readonly Order[], scope: StoreScope): RowOrder {
  const keys = order.flatMap((each) => makeRowKeys(each, scope));
  return {
    locate(row) {
      const own = keys.map((key) => key.of(row));
      return (other) => {
        for (const [index, key] of keys.entries()) {
          const compared = compareKeys(key, own[index] as Key, key.of(other));
          if (compared !== 0) return compared;
        }
        return scope.store.compareIds(row, other);
      };
    },
  };
}

function compareKeys({ compare, sign }: RowKey, a: Key, b: Key): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return sign * compare(a, b);
}

function makeRowKeys({ by, direction }: Order, scope: StoreScope): readonly RowKey[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const { kind } = typeOf(by, scope.schema);
  const cursor = makeCursor(scope.store);
  const at =
    <T>(value: (record: Reader) => T) =>
    (row: number): T => {
      cursor.row = row;
      return value(cursor.read);
    };
  const numberKey = (value: (record: Reader) => number): RowKey => ({
    of: at((record) => toKey(value(record))),
    compare: (a, b) => (a as number) - (b as number),
    sign,
  });
  if (kind === 'range') {
    return (['start', 'end'] as const).map((name) =>
      numberKey(compileNumber({ type: 'call', name, arguments: [by] }, scope)),
    );
  }
  if (kind === 'boolean') {
    const value = compileValue(by, scope);
    return [numberKey((record) => toNumber(value(record)))];
  }
  if (kind !== 'text' && kind !== 'reference') return [numberKey(compileNumber(by, scope))];
  const column = by.type === 'field' ? scope.store.column(by.field) : undefined;
  if (column?.type === 'text') {
    const of = (row: number): Key => {
      const code = column.codes[row] as number;
      return code < 0 ? null : code;
    };
    return [{ of, compare: (a, b) => column.compare(a as number, b as number), sign }];
  }
  const value = compileValue(by, scope);
  const compare = compareMade(by, scope.schema);
  return [
    {
      of: at((record) => value(record) as string | null),
      compare: (a, b) => compare(a as string, b as string),
      sign,
    },
  ];
}

function toKey(value: number): Key {
  return Number.isNaN(value) ? null : value;
}

function toNumber(cell: unknown): number {
  return cell === null ? Number.NaN : Number(cell);
}
