/**
 * What expressions mean, one record at a time: each becomes a function of a record. The columnar engine does
 * the same over columns, and leaves to these functions whatever is rare. Conditions on single records
 * (automations, webhook filters) need no more than this.
 */
import type { Cell } from '@throughline/model';
import type { CompareOperator, Expression } from '../ast.ts';
import type { ViewContext } from '../context.ts';
import type { Schema } from '../schema.ts';
import { typeOf } from '../type-of.ts';
import type { ValueType } from '../value-type.ts';
import { compareOf, comparesNumbers, NUMBER_TESTS } from './comparison.ts';
import { compileCallNumber, compileCallText, type Parts } from './compile-call.ts';
import { parseDate, shiftDate } from './dates.ts';
import { optionWeights } from './options.ts';
import type { Among } from '../population.ts';
import { divide, tame } from './reckon.ts';
import { lowerText } from './texts.ts';

/** A record as its cells by field id; null is empty. */
export type Reader = (fieldId: string) => Cell;

/** Everything an expression may ask beyond the record. */
export type Scope = {
  readonly schema: Schema;
  readonly context: ViewContext;
  /** The least and greatest value of a population, for `normalize`. */
  readonly extent: (expression: Expression, among: Among) => Extent;
  /** The values of a population in order, for `percentile`, which is empty without. */
  readonly ranks?: (expression: Expression, among: Among) => Float64Array;
};

export type Extent = { readonly least: number; readonly greatest: number };

export type NumberOf = (record: Reader) => number;
export type TestOf = (record: Reader) => boolean;
export type ValueOf = (record: Reader) => Cell;

const EMPTY: ValueOf = () => null;

/** The value of any expression; predicates give true or false, never empty. */
export function compileValue(node: Expression, scope: Scope): ValueOf {
  if (isPredicate(node)) return compileTest(node, scope);
  switch (node.type) {
    case 'field':
      return compileField(node.field, scope);
    case 'text':
    case 'boolean':
      return () => node.value;
    case 'option':
      return () => node.key;
    case 'record':
      return () => node.id;
    case 'number':
    case 'date':
    case 'arithmetic':
    case 'negate':
      return toCell(compileNumber(node, scope));
    case 'call':
      return compileCall(node, scope);
    case 'and':
    case 'between':
    case 'compare':
    case 'contains':
    case 'duration':
    case 'empty':
    case 'in':
    case 'isEmpty':
    case 'not':
    case 'or':
      return EMPTY;
  }
}

/** Nodes that are true or false of every record. */
export function isPredicate(node: Expression): boolean {
  return ['compare', 'in', 'between', 'contains', 'isEmpty', 'and', 'or', 'not'].includes(node.type);
}

function toCell(number: NumberOf): ValueOf {
  return (record) => {
    const value = number(record);
    return Number.isNaN(value) ? null : value;
  };
}

function compileField(id: string, scope: Scope): ValueOf {
  const field = scope.schema.field(id);
  if (field === undefined || scope.schema.formulaProblems.has(id)) return EMPTY;
  const formula = scope.schema.formula(id);
  return formula === undefined ? (record) => record(id) : compileValue(formula, scope);
}

function compileCall(node: Extract<Expression, { type: 'call' }>, scope: Scope): ValueOf {
  switch (node.name) {
    case 'me':
      return () => scope.context.me;
    case 'if':
      return compileIf(node.arguments, scope);
    case 'coalesce': {
      const values = node.arguments.map((each) => compileValue(each, scope));
      return (record) => {
        for (const value of values) {
          const cell = value(record);
          if (cell !== null) return cell;
        }
        return null;
      };
    }
    case 'concat':
    case 'lower':
      return compileCallText(node, partsOf(scope));
    case 'abs':
    case 'age':
    case 'avg':
    case 'ceil':
    case 'count':
    case 'days_between':
    case 'end':
    case 'floor':
    case 'length':
    case 'ln':
    case 'log':
    case 'max':
    case 'median':
    case 'min':
    case 'normalize':
    case 'now':
    case 'percentile':
    case 'pow':
    case 'round':
    case 'sqrt':
    case 'start':
    case 'sum':
    case 'today':
    case 'weight':
      return toCell(compileCallNumber(node, partsOf(scope)));
  }
}

function partsOf(scope: Scope): Parts {
  return {
    ...scope,
    value: (node) => compileValue(node, scope),
    number: (node) => compileNumber(node, scope),
    operand: (node) => compileOperand(node, scope),
    test: (node) => compileTest(node, scope),
  };
}

function compileIf(given: readonly Expression[], scope: Scope): ValueOf {
  const test = compileTest(given[0] as Expression, scope);
  const [yes, no] = [given[1], given[2]].map((each) => (each ? compileValue(each, scope) : EMPTY)) as [
    ValueOf,
    ValueOf,
  ];
  return (record) => (test(record) ? yes(record) : no(record));
}

/** A number, date or option's weight; NaN is empty. */
export function compileNumber(node: Expression, scope: Scope): NumberOf {
  if (node.type === 'number') return () => node.value;
  if (node.type === 'date') {
    const date = parseDate(node.value);
    return () => date;
  }
  if (node.type === 'negate') {
    const value = compileOperand(node.value, scope);
    return (record) => 0 - value(record);
  }
  if (node.type === 'arithmetic') return compileArithmetic(node, scope);
  const type = typeOf(node, scope.schema);
  const value = compileValue(node, scope);
  if (type.kind === 'reference' && type.options) {
    const weightOf = optionWeights(type.options);
    return (record) => {
      const key = value(record);
      return key === null ? Number.NaN : weightOf(key as string);
    };
  }
  return (record) => {
    const cell = value(record);
    return typeof cell === 'number' ? cell : Number.NaN;
  };
}

/** A number within the range of formulas. */
export function compileOperand(node: Expression, scope: Scope): NumberOf {
  const number = compileNumber(node, scope);
  return node.type === 'arithmetic' || node.type === 'negate' ? number : (record) => tame(number(record));
}

function compileArithmetic(node: Extract<Expression, { type: 'arithmetic' }>, scope: Scope): NumberOf {
  if (node.right.type === 'duration') {
    const date = compileNumber(node.left, scope);
    const duration = node.right;
    const sign = node.operator === '-' ? -1 : 1;
    return (record) => shiftDate(date(record), duration, sign);
  }
  const left = compileOperand(node.left, scope);
  const right = compileOperand(node.right, scope);
  switch (node.operator) {
    case '+':
      return (record) => tame(left(record) + right(record));
    case '-':
      return (record) => tame(left(record) - right(record));
    case '*':
      return (record) => tame(left(record) * right(record));
    case '/':
      return (record) => divide(left(record), right(record));
  }
}

/** Two-valued logic: what is empty is not true, and whatever is not true is false. */
export function compileTest(node: Expression, scope: Scope): TestOf {
  switch (node.type) {
    case 'and': {
      const tests = node.items.map((item) => compileTest(item, scope));
      return (record) => tests.every((test) => test(record));
    }
    case 'or': {
      const tests = node.items.map((item) => compileTest(item, scope));
      return (record) => tests.some((test) => test(record));
    }
    case 'not': {
      const test = compileTest(node.item, scope);
      return (record) => !test(record);
    }
    case 'compare':
      return compileCompare(node, scope);
    case 'between': {
      const [value, low, high] = compileSides([node.value, node.low, node.high], scope) as [
        ValueOf,
        ValueOf,
        ValueOf,
      ];
      const atLeast = relate('>=', [node.value, node.low], scope.schema);
      const atMost = relate('<=', [node.value, node.high], scope.schema);
      return (record) => {
        const cell = value(record);
        return atLeast(cell, low(record)) && atMost(cell, high(record));
      };
    }
    case 'in':
      return compileIn(node, scope);
    case 'contains':
      return compileContains(node, scope);
    case 'isEmpty': {
      const value = isPredicate(node.value) ? undefined : compileValue(node.value, scope);
      return value === undefined ? () => false : (record) => value(record) === null;
    }
    case 'arithmetic':
    case 'boolean':
    case 'call':
    case 'date':
    case 'duration':
    case 'empty':
    case 'field':
    case 'negate':
    case 'number':
    case 'option':
    case 'record':
    case 'text': {
      const value = compileValue(node, scope);
      return (record) => value(record) === true;
    }
  }
}

function compileCompare(node: Extract<Expression, { type: 'compare' }>, scope: Scope): TestOf {
  const sides = [node.left, node.right] as const;
  const [left, right] = compileSides(sides, scope) as [ValueOf, ValueOf];
  if (node.operator === '!=') {
    const isEqual = relate('=', sides, scope.schema);
    return (record) => !isEqual(left(record), right(record));
  }
  const test = relate(node.operator, sides, scope.schema);
  return (record) => test(left(record), right(record));
}

type Sides = readonly [Expression, Expression];

/** Values that are compared with each other, as numbers where one of them is one. */
function compileSides(nodes: readonly Expression[], scope: Scope): ValueOf[] {
  const [first, ...rest] = nodes.map((node) => typeOf(node, scope.schema)) as [ValueType, ...ValueType[]];
  const areNumbers = rest.some((type) => comparesNumbers([first, type]));
  return nodes.map((node) => (areNumbers ? compileNumber(node, scope) : compileValue(node, scope)));
}

/** A comparison of two values as `compileSides` gives them; false where one is empty. */
function relate(
  operator: Exclude<CompareOperator, '!='>,
  [left, right]: Sides,
  schema: Schema,
): (a: Cell, b: Cell) => boolean {
  const types = [typeOf(left, schema), typeOf(right, schema)] as const;
  const test = NUMBER_TESTS[operator];
  if (comparesNumbers(types)) return (a, b) => test(a as number, b as number);
  if (operator === '=') return (a, b) => a !== null && a === b;
  const compare = compareOf([left, right], types, schema);
  return (a, b) => a !== null && b !== null && test(compare(a as string, b as string), 0);
}

function compileIn(node: Extract<Expression, { type: 'in' }>, scope: Scope): TestOf {
  if (typeOf(node.value, scope.schema).kind !== 'set') {
    const [value, ...items] = compileSides([node.value, ...node.items], scope) as [ValueOf, ...ValueOf[]];
    const isEqual = relate('=', [node.value, node.items[0] as Expression], scope.schema);
    return (record) => {
      const cell = value(record);
      return items.some((item) => isEqual(cell, item(record)));
    };
  }
  const members = compileValue(node.value, scope);
  const items = node.items.map((item) => compileValue(item, scope));
  return (record) => {
    const set = members(record) as readonly string[] | null;
    return set !== null && items.some((item) => set.includes(item(record) as string));
  };
}

function compileContains(node: Extract<Expression, { type: 'contains' }>, scope: Scope): TestOf {
  const { kind } = typeOf(node.value, scope.schema);
  const value = compileValue(node.value, scope);
  if (kind === 'range') {
    const date = compileNumber(node.item, scope);
    return (record) => {
      const range = value(record) as { start: number; end: number } | null;
      const at = date(record);
      return range !== null && range.start <= at && at <= range.end;
    };
  }
  const item = compileValue(node.item, scope);
  if (kind === 'set') {
    return (record) => (value(record) as readonly string[] | null)?.includes(item(record) as string) ?? false;
  }
  return (record) => {
    const [text, part] = [value(record) as string | null, item(record) as string | null];
    return text !== null && part !== null && lowerText(text).includes(lowerText(part));
  };
}
