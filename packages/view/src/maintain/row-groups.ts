/** Which groups a row stands in, and in which order groups stand. */
import { compareCodePoints } from '@throughline/base';
import type { Cell } from '@throughline/model';
import type { Expression, Group } from '../ast.ts';
import { compileValue } from '../evaluate/compile.ts';
import { compareTexts, hasSortKey } from '../evaluate/comparison.ts';
import { compareMade } from '../evaluate/keys.ts';
import { makeCursor, type StoreScope } from '../evaluate/vector.ts';
import { typeOf } from '../type-of.ts';

export type GroupKeys = readonly Cell[];

export type RowGroups = {
  /** One tuple of keys for each group the row is in; a set puts it in several. */
  readonly keysOf: (row: number) => readonly GroupKeys[];
  readonly compare: (a: GroupKeys, b: GroupKeys) => number;
};

export function makeRowGroups(groups: readonly Group[], scope: StoreScope): RowGroups {
  const values = groups.map(({ by }) => compileValue(by, scope));
  const compares = groups.map(({ by, direction }) => {
    const compare = compareCells(by, scope);
    return direction === 'ascending' ? compare : (a: Cell, b: Cell) => compare(b, a);
  });
  const cursor = makeCursor(scope.store);
  return {
    keysOf(row) {
      cursor.row = row;
      return values.reduce<readonly GroupKeys[]>(
        (tuples, value) => {
          const members = membersOf(value(cursor.read));
          return tuples.flatMap((tuple) => members.map((member) => [...tuple, member]));
        },
        [[]],
      );
    },
    compare(a, b) {
      for (const [index, compare] of compares.entries()) {
        const compared = compareEmptyLast(compare, a[index] as Cell, b[index] as Cell);
        if (compared !== 0) return compared;
      }
      return 0;
    },
  };
}

function membersOf(cell: Cell): readonly Cell[] {
  if (!Array.isArray(cell)) return [cell];
  return cell.length === 0 ? [null] : [...new Set(cell as readonly string[])];
}

function compareEmptyLast(compare: (a: Cell, b: Cell) => number, a: Cell, b: Cell): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compare(a, b);
}

function compareCells(by: Expression, scope: StoreScope): (a: Cell, b: Cell) => number {
  const type = typeOf(by, scope.schema);
  if (type.kind === 'reference' || type.kind === 'set') return asText(compareMade(by, scope.schema));
  if (type.kind === 'text') return asText(hasSortKey(by, scope.schema) ? compareTexts : compareCodePoints);
  return (a, b) => Number(a) - Number(b);
}

function asText(compare: (a: string, b: string) => number): (a: Cell, b: Cell) => number {
  return (a, b) => compare(a as string, b as string);
}
