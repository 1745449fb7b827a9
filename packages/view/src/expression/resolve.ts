/** From what was typed to what it means: names become ids, and every part is checked against the fields. */
import { LIMITS, type Field } from '@throughline/model';
import type { Expression } from '../ast.ts';
import { isFunctionName } from '../functions.ts';
import { makeProblem, span, type ExpressionProblem, type ProblemCode, type Span } from '../problem.ts';
import {
  BOOLEAN,
  DATE,
  EMPTY,
  NUMBER,
  TEXT,
  countsAsNumber,
  isSameType,
  memberType,
  nameType,
  type ValueType,
} from '../value-type.ts';
import type { BareSchema } from './formulas.ts';
import { resolveCall } from './resolve-call.ts';
import { resolvePathCall } from './resolve-path.ts';
import { isQuoted, resolveOptionName, resolveString } from './resolve-literal.ts';
import { didYouMean } from './suggest.ts';
import type { Syntax } from './syntax.ts';

export type Scope = BareSchema & { readonly typeOfField: (field: Field) => ValueType };

export type Typed = { readonly expression: Expression; readonly type: ValueType };

/** `type.kind` is `empty` where there are problems. */
export type Resolved = Typed & { readonly problems: readonly ExpressionProblem[] };

export function resolve(syntax: Syntax, scope: Scope, expected?: ValueType): Resolved {
  const resolver = new Resolver(scope);
  const typed = resolver.resolve(syntax, expected);
  return { ...typed, problems: resolver.problems };
}

const BROKEN: Typed = { expression: { type: 'empty' }, type: EMPTY };

type Node<T extends Syntax['type']> = Extract<Syntax, { type: T }>;

export class Resolver {
  readonly scope: Scope;
  readonly problems: ExpressionProblem[] = [];
  /** Parts are asked for more than once, to learn what the others should be; each is read once a type. */
  readonly #known = new Map<Syntax, { expected: ValueType | undefined; typed: Typed }[]>();
  #depth = 0;

  constructor(scope: Scope) {
    this.scope = scope;
  }

  /** `expected` says how quoted texts are to be read; other kinds are not refused here. */
  resolve(node: Syntax, expected?: ValueType): Typed {
    if (this.#depth >= LIMITS.expressionDepth) {
      return this.refuse('too_deep', `Parts are nested more than ${LIMITS.expressionDepth} deep.`, node);
    }
    const known = this.#known.get(node) ?? [];
    const again = known.find((each) => isSameExpectation(each.expected, expected));
    if (again) return again.typed;
    this.#depth++;
    const typed = this.#resolveNode(node, expected);
    this.#depth--;
    this.#known.set(node, [...known, { expected, typed }]);
    return typed;
  }

  /** As `resolve`, and the kind must fit. */
  demand(node: Syntax, expected: ValueType): Typed {
    const typed = this.resolve(node, expected);
    if (typed.type.kind === 'empty' || isSameType(typed.type, expected)) return typed;
    if (expected.kind === 'number' && countsAsNumber(typed.type)) return typed;
    const message = `This is ${nameType(typed.type)}, but ${nameType(expected)} is needed here.`;
    return this.refuse('wrong_kind', message, node);
  }

  refuse(code: ProblemCode, message: string, at: Span & { readonly hint?: string | undefined }): Typed {
    // One mistake may surface in several enclosing parts; the first, innermost, says it best.
    const isKnown = this.problems.some((other) => other.start === at.start && other.end === at.end);
    if (!isKnown) this.problems.push(makeProblem(code, message, at));
    return BROKEN;
  }

  #resolveNode(node: Syntax, expected: ValueType | undefined): Typed {
    switch (node.type) {
      case 'number':
        return { expression: { type: 'number', value: node.value }, type: NUMBER };
      case 'boolean':
        return { expression: { type: 'boolean', value: node.value }, type: BOOLEAN };
      case 'empty':
        return BROKEN;
      case 'string':
        return resolveString(this, node, expected);
      case 'duration':
        return this.#resolveDuration(node);
      case 'name':
        return this.#resolveName(node, expected);
      case 'arithmetic':
        return this.#resolveArithmetic(node);
      case 'negate':
        return this.#resolveNegate(node);
      case 'compare':
        return this.#resolveCompare(node);
      case 'in':
        return this.#resolveIn(node);
      case 'between':
        return this.#resolveBetween(node);
      case 'contains':
        return this.#resolveContains(node);
      case 'isEmpty':
        return makeBoolean({ type: 'isEmpty', value: this.resolve(node.value).expression });
      case 'and':
      case 'or': {
        const items = node.items.map((item) => this.demand(item, BOOLEAN).expression);
        return makeBoolean({ type: node.type, items });
      }
      case 'not':
        return makeBoolean({ type: 'not', item: this.demand(node.item, BOOLEAN).expression });
      case 'path':
        return this.refuse('path_alone', 'Linked records may be many: say what is made of them.', {
          ...span(node),
          hint: 'Write sum(…), avg(…), min(…), max(…) or count(…) around it.',
        });
      case 'call':
        return resolvePathCall(this, node) ?? resolveCall(this, node, expected);
    }
  }

  #resolveDuration(node: Node<'duration'>): Typed {
    const { amount, unit } = node;
    const most = MOST_OF_UNIT[unit];
    if (amount > most) return this.refuse('bad_duration', `At most ${most}${unit} fit.`, node);
    return { expression: { type: 'duration', amount, unit }, type: { kind: 'duration' } };
  }

  #resolveName(node: Node<'name'>, expected: ValueType | undefined): Typed {
    const field = this.scope.findField(node.name);
    if (field) {
      return { expression: { type: 'field', field: field.id }, type: this.scope.typeOfField(field) };
    }
    const option = expected?.options && resolveOptionName(expected.options, node.name);
    if (option) return option;
    const hint = isFunctionName(node.name.toLowerCase())
      ? `Write ${node.name.toLowerCase()}(…).`
      : didYouMean(node.name, this.#knownNames(expected));
    return this.refuse('unknown_field', `There is no field ${node.name}.`, { ...span(node), hint });
  }

  *#knownNames(expected: ValueType | undefined): Iterable<string> {
    for (const option of expected?.options?.config.options ?? []) yield option.key;
    for (const field of this.scope.fields) yield field.key;
  }

  #resolveArithmetic(node: Node<'arithmetic'>): Typed {
    const { operator } = node;
    const isShift = operator === '+' || operator === '-';
    if (isShift && node.right.type === 'duration') {
      const left = this.demand(node.left, DATE).expression;
      const right = this.resolve(node.right).expression;
      return { expression: { type: 'arithmetic', operator, left, right }, type: DATE };
    }
    const left = this.#resolveOperand(node.left);
    const right = this.#resolveOperand(node.right);
    return { expression: { type: 'arithmetic', operator, left, right }, type: NUMBER };
  }

  #resolveOperand(node: Syntax): Expression {
    const typed = this.resolve(node);
    if (typed.type.kind === 'date' || typed.type.kind === 'duration') {
      const hint = 'Write date + 14d to move a date, days_between(a, b) for the time between two.';
      return this.refuse('wrong_kind', `${nameType(typed.type)} cannot be reckoned with like a number.`, {
        ...span(node),
        hint,
      }).expression;
    }
    return this.demand(node, NUMBER).expression;
  }

  #resolveNegate(node: Node<'negate'>): Typed {
    const value = this.demand(node.value, NUMBER).expression;
    if (value.type === 'number') {
      return { expression: { type: 'number', value: value.value === 0 ? 0 : -value.value }, type: NUMBER };
    }
    return { expression: { type: 'negate', value }, type: NUMBER };
  }

  #resolveCompare(node: Node<'compare'>): Typed {
    for (const side of [node.left, node.right]) {
      if (side.type === 'empty') {
        return this.refuse('always_empty', 'Nothing compares with empty.', {
          ...span(side),
          hint: 'Write is empty, or is not empty.',
        });
      }
    }
    const [left, right] = this.#resolvePair(node.left, node.right);
    this.checkComparable(node, [left.type, right.type], node.operator !== '=' && node.operator !== '!=');
    const { operator } = node;
    return makeBoolean({ type: 'compare', operator, left: left.expression, right: right.expression });
  }

  /** The side that says what it is comes first, so that a quoted text on the other can be read as that. */
  #resolvePair(leftNode: Syntax, rightNode: Syntax): readonly [Typed, Typed] {
    if (this.isOpen(leftNode) && !this.isOpen(rightNode)) {
      const right = this.resolve(rightNode);
      return [this.resolve(leftNode, right.type), right];
    }
    const left = this.resolve(leftNode);
    return [left, this.resolve(rightNode, left.type)];
  }

  /** True for what may be read in several ways: quoted texts, and bare option keys. */
  isOpen(node: Syntax): boolean {
    return isQuoted(node) || (node.type === 'name' && this.scope.findField(node.name) === undefined);
  }

  checkComparable(at: Span, [left, right]: readonly [ValueType, ValueType], isOrder: boolean): void {
    if (left.kind === 'empty' || right.kind === 'empty') return;
    if (left.kind === 'set' || right.kind === 'set') {
      this.refuse('not_comparable', 'A list cannot be compared.', {
        ...span(at),
        hint: 'Write labels has "…", or labels in ("…", "…").',
      });
    } else if (left.kind === 'range' || right.kind === 'range') {
      this.refuse('not_comparable', 'A date range cannot be compared.', {
        ...span(at),
        hint: 'Write start(…) or end(…), or timeframe contains today().',
      });
    } else if (left.kind === 'document' || left.kind === 'duration' || !isComparable(left, right)) {
      const message = `${capitalize(nameType(left))} cannot be compared with ${nameType(right)}.`;
      this.refuse('not_comparable', message, span(at));
    } else if (isOrder && !hasOrder(left)) {
      this.refuse(
        'not_comparable',
        `${capitalize(nameType(left))} is neither more nor less than another.`,
        span(at),
      );
    }
  }

  #resolveIn(node: Node<'in'>): Typed {
    const value = this.resolve(node.value);
    const type = value.type.kind === 'set' ? memberType(value.type) : value.type;
    const items = node.items.map((item) => {
      const typed = this.resolve(item, type);
      this.checkComparable(item, [type, typed.type], false);
      this.#checkSame(item, [type, typed.type]);
      return typed.expression;
    });
    return makeBoolean({ type: 'in', value: value.expression, items });
  }

  #resolveBetween(node: Node<'between'>): Typed {
    const guide = [node.value, node.low, node.high].find((each) => !this.isOpen(each));
    const type = guide === undefined ? undefined : this.resolve(guide).type;
    const [value, low, high] = [node.value, node.low, node.high].map((each) => this.resolve(each, type)) as [
      Typed,
      Typed,
      Typed,
    ];
    this.checkComparable(node, [value.type, low.type], true);
    this.checkComparable(node, [value.type, high.type], true);
    this.#checkSame(node.high, [low.type, high.type]);
    return makeBoolean({
      type: 'between',
      value: value.expression,
      low: low.expression,
      high: high.expression,
    });
  }

  /** Weights and options are not mixed in one list. */
  #checkSame(at: Span, [left, right]: readonly [ValueType, ValueType]): void {
    if (left.kind === 'empty' || right.kind === 'empty' || isSameType(left, right)) return;
    this.refuse('not_comparable', `This is ${nameType(right)}, the other is ${nameType(left)}.`, span(at));
  }

  #resolveContains(node: Node<'contains'>): Typed {
    const value = this.resolve(node.value);
    const item = containedType(value.type);
    if (item === undefined) {
      return this.refuse(
        'wrong_kind',
        `${capitalize(nameType(value.type))} contains nothing.`,
        span(node.value),
      );
    }
    return makeBoolean({
      type: 'contains',
      value: value.expression,
      item: this.demand(node.item, item).expression,
    });
  }
}

const MOST_OF_UNIT = { h: 8_760_000, d: 365_000, w: 52_000, m: 12_000, y: 1_000 } as const;

function containedType(type: ValueType): ValueType | undefined {
  if (type.kind === 'text') return TEXT;
  if (type.kind === 'range') return DATE;
  if (type.kind === 'set') return memberType(type);
  return type.kind === 'empty' ? EMPTY : undefined;
}

function isComparable(left: ValueType, right: ValueType): boolean {
  if (isSameType(left, right)) return true;
  return countsAsNumber(left) && countsAsNumber(right);
}

function hasOrder(type: ValueType): boolean {
  return type.kind !== 'boolean' && (type.kind !== 'reference' || type.options !== undefined);
}

function isSameExpectation(a: ValueType | undefined, b: ValueType | undefined): boolean {
  return a?.kind === b?.kind && a?.options === b?.options && a?.target === b?.target;
}

function makeBoolean(expression: Expression): Typed {
  return { expression, type: BOOLEAN };
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
