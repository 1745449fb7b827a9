/** The functions of the expression language that give numbers and texts, for one record. */
import type { CallNode, Expression } from '../ast.ts';
import { typeOf } from '../type-of.ts';
import { amongOf } from '../population.ts';
import type { NumberOf, Reader, Scope, TestOf, ValueOf } from './compile.ts';
import { DAY } from './dates.ts';
import { optionWeights } from './options.ts';
import { ln, log10, power, round, sqrt, tame } from './reckon.ts';
import { normalize, percentile } from './rank.ts';
import { joinTexts, lengthOfText, lowerText } from './texts.ts';

/** How the parts of a call become functions. */
export type Parts = Scope & {
  readonly value: (node: Expression) => ValueOf;
  readonly number: (node: Expression) => NumberOf;
  readonly operand: (node: Expression) => NumberOf;
  readonly test: (node: Expression) => TestOf;
};

export function compileCallText(node: CallNode, scope: Parts): ValueOf {
  const values = node.arguments.map((each) => scope.value(each));
  if (node.name === 'lower') {
    return (record) => {
      const text = (values[0] as ValueOf)(record) as string | null;
      return text === null ? null : lowerText(text);
    };
  }
  return (record) => joinTexts(values.map((value) => value(record) as string | null));
}

export function compileCallNumber(node: CallNode, scope: Parts): NumberOf {
  const { context } = scope;
  const operand = (index: number): NumberOf => scope.operand(node.arguments[index] as Expression);
  switch (node.name) {
    case 'now':
      return () => context.now;
    case 'today':
      return () => context.today;
    case 'abs':
      return map(operand(0), Math.abs);
    case 'floor':
      return map(operand(0), Math.floor);
    case 'ceil':
      return map(operand(0), (value) => Math.ceil(value) + 0);
    case 'sqrt':
      return map(operand(0), sqrt);
    case 'log':
      return map(operand(0), log10);
    case 'ln':
      return map(operand(0), ln);
    case 'round':
      return compileRound(node, operand(0));
    case 'pow':
      return zip(operand(0), operand(1), power);
    case 'days_between':
      return compileDaysBetween(node, scope);
    case 'age': {
      const from = scope.number(node.arguments[0] as Expression);
      return (record) => (context.now - from(record)) / DAY;
    }
    case 'count':
      return compileCount(node, scope);
    case 'min':
    case 'max':
    case 'median':
    case 'sum':
    case 'avg':
      return compileFold(
        node.arguments.map((each) => scope.operand(each)),
        FOLDS[node.name],
      );
    case 'normalize':
      return compileNormalize(node, scope);
    case 'percentile':
      return compilePercentile(node, scope);
    case 'length':
      return compileLength(node, scope);
    case 'weight':
      return compileWeight(node, scope);
    case 'start':
    case 'end':
      return compileEnd(node, scope, node.name);
    case 'me':
    case 'if':
    case 'coalesce':
    case 'concat':
    case 'lower':
      return () => Number.NaN;
  }
}

function map(value: NumberOf, step: (value: number) => number): NumberOf {
  return (record) => step(value(record));
}

function zip(left: NumberOf, right: NumberOf, step: (left: number, right: number) => number): NumberOf {
  return (record) => step(left(record), right(record));
}

function compileRound(node: CallNode, value: NumberOf): NumberOf {
  const digits = node.arguments[1]?.type === 'number' ? node.arguments[1].value : 0;
  return (record) => round(value(record), digits);
}

function compileDaysBetween(node: CallNode, scope: Parts): NumberOf {
  const [from, to] = node.arguments.map((each) => scope.number(each)) as [NumberOf, NumberOf];
  return (record) => (to(record) - from(record)) / DAY;
}

/** Over the values that are not empty; there is at least one. */
export const FOLDS: Readonly<
  Record<'min' | 'max' | 'median' | 'sum' | 'avg', (values: readonly number[]) => number>
> = {
  min: (values) => values.reduce((a, b) => (b < a ? b : a)),
  max: (values) => values.reduce((a, b) => (b > a ? b : a)),
  median: (values) => tame(middleOf(values)),
  sum: (values) => tame(values.reduce((a, b) => a + b)),
  avg: (values) => tame(values.reduce((a, b) => a + b) / values.length),
};

/** Between two values a half of the way, step for step as PERCENTILE_CONT of SQL. */
function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)] as number, sorted[Math.ceil(middle)] as number];
  return low + (high - low) * (middle % 1);
}

function compileCount(node: CallNode, scope: Parts): NumberOf {
  const tests = node.arguments.map((value) => scope.test({ type: 'isEmpty', value }));
  return (record) => tests.filter((isEmpty) => !isEmpty(record)).length;
}

function compileFold(values: readonly NumberOf[], fold: (values: readonly number[]) => number): NumberOf {
  return (record) => {
    const present = values.map((value) => value(record)).filter((value) => !Number.isNaN(value));
    return present.length === 0 ? Number.NaN : fold(present);
  };
}

function compileNormalize(node: CallNode, scope: Parts): NumberOf {
  const [inner] = node.arguments as readonly [Expression];
  const { least, greatest } = scope.extent(inner, amongOf(node));
  const value = scope.operand(inner);
  return (record) => normalize(value(record), least, greatest);
}

function compilePercentile(node: CallNode, scope: Parts): NumberOf {
  const [inner] = node.arguments as readonly [Expression];
  const sorted = scope.ranks?.(inner, amongOf(node)) ?? new Float64Array(0);
  const value = scope.operand(inner);
  return (record) => percentile(value(record), sorted);
}

function compileLength(node: CallNode, scope: Parts): NumberOf {
  const [inner] = node.arguments as readonly [Expression];
  const value = scope.value(inner);
  return (record) => {
    const cell = value(record);
    if (typeof cell === 'string') return lengthOfText(cell);
    return Array.isArray(cell) ? cell.length : 0;
  };
}

function compileWeight(node: CallNode, scope: Parts): NumberOf {
  const [inner] = node.arguments as readonly [Expression];
  const type = typeOf(inner, scope.schema);
  const value = scope.value(inner);
  if (type.options === undefined) return () => Number.NaN;
  const weightOf = optionWeights(type.options);
  return (record) => {
    const cell = value(record);
    if (cell === null) return Number.NaN;
    if (typeof cell === 'string') return tame(weightOf(cell));
    const weights = (cell as readonly string[])
      .map(weightOf)
      .map(tame)
      .filter((weight) => !Number.isNaN(weight));
    return weights.length === 0 ? Number.NaN : FOLDS.sum(weights);
  };
}

function compileEnd(node: CallNode, scope: Parts, end: 'start' | 'end'): NumberOf {
  const value = scope.value(node.arguments[0] as Expression);
  return (record: Reader) => (value(record) as { start: number; end: number } | null)?.[end] ?? Number.NaN;
}
