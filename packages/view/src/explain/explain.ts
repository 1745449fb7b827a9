/**
 * Why a value is what it is: the expression as a tree of steps, each with its value in one record and where
 * its inputs come from. Made when somebody asks, so it may look at everything the engines look at.
 */
import { findOption, type Cell, type Field } from '@throughline/model';
import { childrenOf, type CallNode, type Expression } from '../ast.ts';
import { compileNumber, compileValue, type Reader, type Scope } from '../evaluate/compile.ts';
import { optionWeights } from '../evaluate/options.ts';
import { printExpression } from '../expression/print.ts';
import { amongOf, isMeasure, type Among } from '../population.ts';
import { typeOf } from '../type-of.ts';
import type { ValueType } from '../value-type.ts';
import { findReason, type Emptiness } from './find-reason.ts';
import { literalOf } from './literal-of.ts';
import { isWhole, replaceParts } from './replace-parts.ts';

export type Explanation = {
  readonly expression: Expression;
  /** As written. */
  readonly text: string;
  /** With the values of its parts put in. */
  readonly filled: string;
  readonly type: ValueType;
  /** Null where it is empty; of options that are reckoned with, their weight. */
  readonly value: Cell;
  readonly origin: Origin;
  /** What was looked at: of `if` the branch taken, of `coalesce` those up to the first that is not empty. */
  readonly parts: readonly Explanation[];
  /** Why there is no value; undefined where there is one. */
  readonly emptiness?: Emptiness;
};

export type Origin =
  /** Stored with the record. */
  | { readonly type: 'field'; readonly field: Field }
  /** Made of linked records: a rollup, a counter, votes. */
  | { readonly type: 'linked'; readonly field: Field }
  /** Another formula, explained as the only part. */
  | { readonly type: 'formula'; readonly field: Field }
  | { readonly type: 'weight'; readonly field: Field; readonly options: readonly OptionWeight[] }
  | ({ readonly type: 'measure'; readonly name: 'normalize' | 'percentile' } & Measure)
  | { readonly type: 'written' }
  | { readonly type: 'reckoned' };

export type OptionWeight = { readonly name: string; readonly weight: number | null };

export type Measure = {
  readonly among: Among;
  /** How many records have a value. */
  readonly count: number;
  readonly least: number | null;
  readonly greatest: number | null;
  /** Of those, how many lie below. */
  readonly below: number;
};

export type ExplainParts = {
  readonly scope: Scope;
  readonly record: Reader;
  /** A field's type says whether its values come from linked records. */
  readonly isLinked: (field: Field) => boolean;
};

/** Of a checked expression. */
export function explain(expression: Expression, parts: ExplainParts): Explanation {
  return explainPart(expression, false, parts);
}

function explainPart(node: Expression, isNumber: boolean, from: ExplainParts): Explanation {
  const { scope, record } = from;
  const type = typeOf(node, scope.schema);
  const isWeight = isNumber && type.options !== undefined;
  const value = isWeight ? numberOf(node, from) : compileValue(node, scope)(record);
  const parts = partsOf(node, from);
  const origin = isWeight ? weightOrigin(node, type.options as Field, from) : originOf(node, from, parts);
  const described = {
    expression: node,
    text: printExpression(node, scope.schema),
    filled: fill(node, parts, scope),
    type: isWeight ? ({ kind: 'number' } as const) : type,
    value,
    origin,
    parts,
  };
  return value === null ? { ...described, emptiness: findReason(described) } : described;
}

function numberOf(node: Expression, { scope, record }: ExplainParts): Cell {
  const number = compileNumber(node, scope)(record);
  return Number.isNaN(number) ? null : number;
}

/** Parts that are reckoned with as numbers count their options' weights. */
function partsOf(node: Expression, from: ExplainParts): readonly Explanation[] {
  if (node.type === 'field') {
    const formula = from.scope.schema.formula(node.field);
    return formula === undefined ? [] : [explainPart(formula, false, from)];
  }
  if (node.type === 'call') return partsOfCall(node, from);
  const isReckoned = node.type === 'arithmetic' || node.type === 'negate' || comparesWeights(node, from);
  return childrenOf(node)
    .filter((child) => child.type !== 'duration')
    .map((child) => explainPart(child, isReckoned, from));
}

function comparesWeights(node: Expression, { scope }: ExplainParts): boolean {
  if (node.type !== 'compare' && node.type !== 'between') return false;
  return childrenOf(node).some((child) => typeOf(child, scope.schema).kind === 'number');
}

const WITHOUT_WEIGHTS: ReadonlySet<string> = new Set([
  'if',
  'coalesce',
  'concat',
  'lower',
  'length',
  'count',
  'weight',
]);

function partsOfCall(node: CallNode, from: ExplainParts): readonly Explanation[] {
  const [first, second, third] = node.arguments;
  const part = (each: Expression): Explanation => explainPart(each, !WITHOUT_WEIGHTS.has(node.name), from);
  if (isMeasure(node)) return first === undefined ? [] : [part(first)];
  if (node.name === 'if' && first !== undefined) {
    const test = part(first);
    const chosen = test.value === true ? second : third;
    return chosen === undefined ? [test] : [test, part(chosen)];
  }
  if (node.name !== 'coalesce') return node.arguments.map(part);
  const tried: Explanation[] = [];
  for (const each of node.arguments) {
    tried.push(part(each));
    if (tried.at(-1)?.value !== null) break;
  }
  return tried;
}

function originOf(node: Expression, from: ExplainParts, parts: readonly Explanation[]): Origin {
  const { scope } = from;
  if (node.type === 'field') {
    const field = scope.schema.field(node.field);
    if (field === undefined) return { type: 'written' };
    if (scope.schema.formula(node.field) !== undefined) return { type: 'formula', field };
    return { type: from.isLinked(field) ? 'linked' : 'field', field };
  }
  if (isMeasure(node))
    return { type: 'measure', name: node.name, ...measureOf(node, scope, parts[0]?.value) };
  if (node.type === 'call' && node.name === 'weight') {
    const options = typeOf(node.arguments[0] as Expression, scope.schema).options;
    if (options !== undefined) return weightOrigin(node.arguments[0] as Expression, options, from);
  }
  return isWhole(node) && node.type !== 'call' ? { type: 'written' } : { type: 'reckoned' };
}

function weightOrigin(node: Expression, field: Field, { scope, record }: ExplainParts): Origin {
  const cell = compileValue(node, scope)(record);
  const keys = typeof cell === 'string' ? [cell] : Array.isArray(cell) ? (cell as readonly string[]) : [];
  const weightOf = optionWeights(field);
  const options = keys.map((key) => {
    const weight = weightOf(key);
    return { name: findOption(field, key)?.name ?? key, weight: Number.isNaN(weight) ? null : weight };
  });
  return { type: 'weight', field, options };
}

function measureOf(node: CallNode, scope: Scope, value: Cell | undefined): Measure {
  const among = amongOf(node);
  const sorted = scope.ranks?.(node.arguments[0] as Expression, among) ?? new Float64Array(0);
  const below = typeof value === 'number' ? sorted.filter((each) => each < value).length : 0;
  return {
    among,
    count: sorted.length,
    least: sorted.at(0) ?? null,
    greatest: sorted.at(-1) ?? null,
    below,
  };
}

/** Parts that were not looked at, and whole expressions, stay as they are written. */
function fill(node: Expression, parts: readonly Explanation[], { schema }: Scope): string {
  if (node.type === 'field') return parts[0]?.filled ?? printExpression(node, schema);
  const known = new Map(parts.map((part) => [part.expression, literalOf(part, schema)]));
  const filled = replaceParts(
    node,
    childrenOf(node).map((child) => known.get(child) ?? child),
  );
  return printExpression(filled, schema);
}
