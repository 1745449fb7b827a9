/** Which rows a condition holds for. Each part of an `and` sees only the rows that passed those before it. */
import { childrenOf, fieldsOf, type CompareOperator, type Expression } from '../ast.ts';
import { compileTest, type Reader } from './compile.ts';
import { comparesNumbers } from './comparison.ts';
import { isMeasure } from '../population.ts';
import { typeOf } from '../type-of.ts';
import { compileVector, makeCursor, makeTable, type StoreScope } from './vector.ts';

/** Keeps the rows that pass at the front of `rows`, in order, and answers how many they are. */
export type Filter = (rows: Int32Array, count: number) => number;

const BLOCK = 2048;

export function compileFilter(node: Expression, scope: StoreScope): Filter {
  if (node.type === 'and') {
    const filters = node.items.map((item) => compileFilter(item, scope));
    return (rows, count) => filters.reduce((left, filter) => filter(rows, left), count);
  }
  if (node.type === 'or') return compileOr(node.items, scope);
  const quick =
    compileTable(node, scope) ?? (node.type === 'compare' ? compileCompare(node, scope) : undefined);
  return quick ?? compileRows(node, scope);
}

/** The rows that pass the condition, in order of their ids. */
export function filterRows(where: Expression | undefined, scope: StoreScope): Int32Array {
  const live = scope.store.live();
  if (where === undefined) return live;
  const rows = live.slice();
  return rows.subarray(0, compileFilter(where, scope)(rows, rows.length));
}

function compileOr(items: readonly Expression[], scope: StoreScope): Filter {
  const filters = items.map((item) => compileFilter(item, scope));
  return (rows, count) => {
    const passed = new Uint8Array(scope.store.size);
    const rest = rows.slice(0, count);
    let left = count;
    for (const filter of filters) {
      const tried = rest.slice(0, left);
      const found = filter(tried, left);
      for (let index = 0; index < found; index++) passed[tried[index] as number] = 1;
      left = keep(rest, left, (row) => passed[row] === 0);
    }
    return keep(rows, count, (row) => passed[row] === 1);
  };
}

function keep(rows: Int32Array, count: number, passes: (row: number) => boolean): number {
  let kept = 0;
  for (let index = 0; index < count; index++) {
    const row = rows[index] as number;
    if (passes(row)) rows[kept++] = row;
  }
  return kept;
}

/** A condition on one field of few values is asked once a value, not once a record. */
function compileTable(node: Expression, scope: StoreScope): Filter | undefined {
  const [id, ...others] = fieldsOf(node);
  if (id === undefined || others.length > 0 || holdsMeasure(node)) return undefined;
  const column = scope.store.column(id);
  if (column?.type !== 'text' && column?.type !== 'set') return undefined;
  const test = compileTest(node, scope);
  const tests = makeTable(column, (cell) => (test(() => cell) ? 1 : 0));
  return (rows, count) => {
    const table = tests();
    const { codes } = column;
    let kept = 0;
    for (let index = 0; index < count; index++) {
      const row = rows[index] as number;
      rows[kept] = row;
      kept += table[(codes[row] as number) + 1] as number;
    }
    return kept;
  };
}

function holdsMeasure(node: Expression): boolean {
  return isMeasure(node) || childrenOf(node).some(holdsMeasure);
}

/** Numbers and dates, in blocks. */
function compileCompare(
  node: Extract<Expression, { type: 'compare' }>,
  scope: StoreScope,
): Filter | undefined {
  if (!comparesNumbers([typeOf(node.left, scope.schema), typeOf(node.right, scope.schema)])) return undefined;
  const [left, right] = [compileVector(node.left, scope), compileVector(node.right, scope)];
  const [a, b] = [new Float64Array(BLOCK), new Float64Array(BLOCK)];
  const keepBlock = node.operator === '!=' ? keepUnequal : KEEP[node.operator];
  return (rows, count) => {
    let kept = 0;
    for (let start = 0; start < count; start += BLOCK) {
      const size = Math.min(BLOCK, count - start);
      left(rows, start, size, a);
      right(rows, start, size, b);
      kept = keepBlock({ rows, start, size, kept }, a, b);
    }
    return kept;
  };
}

type Block = {
  readonly rows: Int32Array;
  readonly start: number;
  readonly size: number;
  readonly kept: number;
};
type KeepBlock = (block: Block, a: Float64Array, b: Float64Array) => number;

/** A loop for each operator: one shared loop that calls a function runs several times slower. */
const KEEP: Readonly<Record<Exclude<CompareOperator, '!='>, KeepBlock>> = {
  '=': ({ rows, start, size, kept }, a, b) => {
    let to = kept;
    for (let index = 0; index < size; index++) {
      rows[to] = rows[start + index] as number;
      to += (a[index] as number) === (b[index] as number) ? 1 : 0;
    }
    return to;
  },
  '<': ({ rows, start, size, kept }, a, b) => {
    let to = kept;
    for (let index = 0; index < size; index++) {
      rows[to] = rows[start + index] as number;
      to += (a[index] as number) < (b[index] as number) ? 1 : 0;
    }
    return to;
  },
  '<=': ({ rows, start, size, kept }, a, b) => {
    let to = kept;
    for (let index = 0; index < size; index++) {
      rows[to] = rows[start + index] as number;
      to += (a[index] as number) <= (b[index] as number) ? 1 : 0;
    }
    return to;
  },
  '>': (block, a, b) => KEEP['<'](block, b, a),
  '>=': (block, a, b) => KEEP['<='](block, b, a),
};

function keepUnequal({ rows, start, size, kept }: Block, a: Float64Array, b: Float64Array): number {
  let to = kept;
  for (let index = 0; index < size; index++) {
    rows[to] = rows[start + index] as number;
    to += (a[index] as number) === (b[index] as number) ? 0 : 1;
  }
  return to;
}

function compileRows(node: Expression, scope: StoreScope): Filter {
  const test = compileTest(node, scope);
  const cursor = makeCursor(scope.store);
  const read: Reader = cursor.read;
  return (rows, count) =>
    keep(rows, count, (row) => {
      cursor.row = row;
      return test(read);
    });
}
