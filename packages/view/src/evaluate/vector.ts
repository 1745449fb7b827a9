/**
 * Numbers of many rows at a time. A formula runs over blocks that stay in the processor's cache, one plain
 * loop for each of its steps; what is rare goes record by record through `compile.ts`.
 */
import type { ArithmeticOperator, CallNode, Expression } from '../ast.ts';
import { typeOf } from '../type-of.ts';
import { compileNumber, compileValue, isPredicate, type Extent, type Reader, type Scope } from './compile.ts';
import type { Column, NumberColumn, TextColumn } from './column.ts';
import { optionWeights } from './options.ts';
import { dependsOnView } from '../holds.ts';
import { amongOf, type Among } from '../population.ts';
import { normalize, percentile, sortPresent } from './rank.ts';
import { LARGEST, SMALLEST, tame } from './reckon.ts';
import type { ColumnStore } from './store.ts';
import type { ViewContext } from '../context.ts';

const BLOCK = 2048;

/** Fills `out` with the values of `count` rows from `start` on; NaN is empty. */
export type Vector = (rows: Int32Array, start: number, count: number, out: Float64Array) => void;

/** What the engines share while one query runs on one store. */
export type StoreScope = Required<Scope> & {
  readonly store: ColumnStore;
  /** The same where these rows are the view. */
  readonly within: (kept: Int32Array) => StoreScope;
};

/** Until `within` says which rows the view keeps, it keeps all: so it is inside its own condition. */
export function makeStoreScope(store: ColumnStore, context: ViewContext): StoreScope {
  const scope: StoreScope = {
    ...makePopulation((node) => readNumbers(node, scope, store.live(), 'tame')),
    store,
    schema: store.schema,
    context,
    within(kept) {
      const inside: StoreScope = {
        ...scope,
        extent: (node, among) => pick(node, among).extent(node, among),
        ranks: (node, among) => pick(node, among).ranks(node, among),
      };
      const view = makePopulation((node) => readNumbers(node, inside, kept, 'tame'));
      const space = makePopulation((node) => readNumbers(node, inside, store.live(), 'tame'));
      const pick = (node: Expression, among: Among): Population => {
        if (among === 'view') return view;
        return dependsOnView(node, store.schema) ? space : scope;
      };
      return inside;
    },
  };
  return scope;
}

type Population = Required<Pick<Scope, 'extent' | 'ranks'>>;

function makePopulation(read: (node: Expression) => Float64Array): Population {
  const extents = new Map<Expression, Extent>();
  const ranks = new Map<Expression, Float64Array>();
  return {
    extent(node) {
      const extent = extents.get(node) ?? findExtent(read(node));
      extents.set(node, extent);
      return extent;
    },
    ranks(node) {
      const sorted = ranks.get(node) ?? sortPresent(read(node));
      ranks.set(node, sorted);
      return sorted;
    },
  };
}

function findExtent(values: Float64Array): Extent {
  let [least, greatest] = [Infinity, -Infinity];
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return { least, greatest };
}

/** The numbers of all given rows. */
export function readNumbers(
  node: Expression,
  scope: StoreScope,
  rows: Int32Array,
  range: 'raw' | 'tame' = 'raw',
): Float64Array {
  const vector = range === 'raw' ? compileVector(node, scope) : compileTame(node, scope);
  const out = new Float64Array(rows.length);
  for (let start = 0; start < rows.length; start += BLOCK) {
    const count = Math.min(BLOCK, rows.length - start);
    vector(rows, start, count, out.subarray(start, start + count));
  }
  return out;
}

/** Blocks are at most `BLOCK` rows long. */
export function compileVector(node: Expression, scope: StoreScope): Vector {
  switch (node.type) {
    case 'number':
      return (_rows, _start, count, out) => out.fill(node.value, 0, count);
    case 'field':
      return compileField(node.field, scope) ?? compileSlow(node, scope);
    case 'negate': {
      const value = compileTame(node.value, scope);
      return (rows, start, count, out) => {
        value(rows, start, count, out);
        for (let index = 0; index < count; index++) out[index] = 0 - (out[index] as number);
      };
    }
    case 'arithmetic':
      return node.right.type === 'duration' ? compileSlow(node, scope) : compileArithmetic(node, scope);
    case 'call':
      if (node.name === 'normalize') return compileNormalize(node, scope);
      if (node.name === 'percentile') return compilePercentile(node, scope);
      return compileSlow(node, scope);
    case 'and':
    case 'between':
    case 'boolean':
    case 'compare':
    case 'contains':
    case 'date':
    case 'duration':
    case 'empty':
    case 'in':
    case 'isEmpty':
    case 'not':
    case 'option':
    case 'or':
    case 'record':
    case 'text':
      return compileSlow(node, scope);
  }
}

function compileField(id: string, scope: StoreScope): Vector | undefined {
  const formula = scope.schema.formula(id);
  if (formula !== undefined) return compileVector(formula, scope);
  const column = scope.store.column(id);
  if (column?.type === 'number') return gather(column);
  return column?.type === 'text' ? compileWeights(id, column, scope) : undefined;
}

function gather(column: NumberColumn): Vector {
  return (rows, start, count, out) => {
    const { values } = column;
    for (let index = 0; index < count; index++) out[index] = values[rows[start + index] as number] as number;
  };
}

function compileWeights(id: string, column: TextColumn, scope: StoreScope): Vector | undefined {
  const options = scope.schema.field(id);
  if (options?.config.options === undefined) return undefined;
  const weightOf = optionWeights(options);
  const weights = makeTable(column, (cell) => (cell === null ? Number.NaN : weightOf(cell as string)));
  return (rows, start, count, out) => {
    const table = weights();
    const { codes } = column;
    for (let index = 0; index < count; index++) {
      out[index] = table[(codes[rows[start + index] as number] as number) + 1] as number;
    }
  };
}

/** A number for each value of a dictionary, at its number + 1, and for empty at 0; follows its growth. */
export function makeTable(
  column: { readonly entries: number; entry(code: number): ReturnType<Column['read']> },
  value: (cell: ReturnType<Column['read']>) => number,
): () => Float64Array {
  let table = new Float64Array(0);
  return () => {
    if (table.length === column.entries + 1) return table;
    const grown = new Float64Array(column.entries + 1);
    grown.set(table);
    for (let code = table.length - 1; code < column.entries; code++)
      grown[code + 1] = value(column.entry(code));
    table = grown;
    return table;
  };
}

function compileTame(node: Expression, scope: StoreScope): Vector {
  const vector = compileVector(node, scope);
  if (node.type === 'arithmetic' || node.type === 'negate') return vector;
  const column = node.type === 'field' ? scope.store.column(node.field) : undefined;
  return (rows, start, count, out) => {
    vector(rows, start, count, out);
    if (column?.type === 'number' && column.isTame) return;
    for (let index = 0; index < count; index++) out[index] = tame(out[index] as number);
  };
}

function compileArithmetic(node: Extract<Expression, { type: 'arithmetic' }>, scope: StoreScope): Vector {
  const left = compileTame(node.left, scope);
  const right = compileTame(node.right, scope);
  const other = new Float64Array(BLOCK);
  const combine = COMBINE[node.operator];
  return (rows, start, count, out) => {
    left(rows, start, count, out);
    right(rows, start, count, other);
    combine(out, other, count);
  };
}

/** Each is a loop of its own, with `tame` written out, so that the compiler keeps it in registers. */
const COMBINE: Readonly<
  Record<ArithmeticOperator, (a: Float64Array, b: Float64Array, count: number) => void>
> = {
  '+': (a, b, count) => {
    for (let index = 0; index < count; index++) {
      const value = (a[index] as number) + (b[index] as number);
      a[index] = value < LARGEST && value > -LARGEST ? value + SMALLEST - SMALLEST : Number.NaN;
    }
  },
  '-': (a, b, count) => {
    for (let index = 0; index < count; index++) {
      const value = (a[index] as number) - (b[index] as number);
      a[index] = value < LARGEST && value > -LARGEST ? value + SMALLEST - SMALLEST : Number.NaN;
    }
  },
  '*': (a, b, count) => {
    for (let index = 0; index < count; index++) {
      const value = (a[index] as number) * (b[index] as number);
      a[index] = value < LARGEST && value > -LARGEST ? value + SMALLEST - SMALLEST : Number.NaN;
    }
  },
  '/': (a, b, count) => {
    for (let index = 0; index < count; index++) {
      const value = (a[index] as number) / (b[index] as number);
      a[index] = value < LARGEST && value > -LARGEST ? value + SMALLEST - SMALLEST : Number.NaN;
    }
  },
};

function compilePercentile(node: CallNode, scope: StoreScope): Vector {
  const of = node.arguments[0] as Expression;
  const sorted = scope.ranks(of, amongOf(node));
  const value = compileTame(of, scope);
  return (rows, start, count, out) => {
    value(rows, start, count, out);
    for (let index = 0; index < count; index++) out[index] = percentile(out[index] as number, sorted);
  };
}

function compileNormalize(node: CallNode, scope: StoreScope): Vector {
  const of = node.arguments[0] as Expression;
  const { least, greatest } = scope.extent(of, amongOf(node));
  const value = compileTame(of, scope);
  return (rows, start, count, out) => {
    value(rows, start, count, out);
    for (let index = 0; index < count; index++) out[index] = normalize(out[index] as number, least, greatest);
  };
}

function compileSlow(node: Expression, scope: StoreScope): Vector {
  const cursor = makeCursor(scope.store);
  const isBoolean = isPredicate(node) || typeOf(node, scope.schema).kind === 'boolean';
  const value = compileValue(node, scope);
  const number = isBoolean ? (record: Reader) => toNumber(value(record)) : compileNumber(node, scope);
  return (rows, start, count, out) => {
    for (let index = 0; index < count; index++) {
      cursor.row = rows[start + index] as number;
      out[index] = number(cursor.read);
    }
  };
}

function toNumber(cell: unknown): number {
  return cell === null ? Number.NaN : Number(cell);
}

/** A reader that is moved from row to row. */
export function makeCursor(store: ColumnStore): { row: number; readonly read: Reader } {
  const cursor = { row: 0, read: (fieldId: string) => store.read(cursor.row, fieldId) };
  return cursor;
}
