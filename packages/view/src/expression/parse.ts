/** A Pratt parser (V. Pratt, 1973): each infix operator binds by a number, loosest first. */
import { fail, ok, type Result } from '@throughline/base';
import { LIMITS } from '@throughline/model';
import type { ArithmeticOperator, CompareOperator } from '../ast.ts';
import { makeProblem, type ExpressionProblem, type ProblemCode } from '../problem.ts';
import { lex } from './lex.ts';
import type { PathSyntax, Syntax } from './syntax.ts';
import { KEYWORDS, type Token } from './token.ts';

/** How tightly operators bind. */
export const BINDING = { or: 1, and: 2, not: 3, compare: 4, sum: 5, product: 6, negate: 7 } as const;

const INFIX: ReadonlyMap<string, number> = new Map([
  ['or', BINDING.or],
  ['and', BINDING.and],
  ...['=', '!=', '<', '<=', '>', '>=', 'in', 'not', 'is', 'between', 'contains', 'has'].map(
    (operator) => [operator, BINDING.compare] as const,
  ),
  ['+', BINDING.sum],
  ['-', BINDING.sum],
  ['*', BINDING.product],
  ['/', BINDING.product],
]);

function bindingOf(word: string): number {
  return INFIX.get(word) ?? 0;
}

/** The tree of a text, or the first thing that stands wrong in it. */
export function parseSyntax(text: string): Result<Syntax, ExpressionProblem> {
  const tokens = lex(text);
  if (!tokens.ok) return tokens;
  const parser = new Parser(tokens.value);
  try {
    const tree = parser.parse(0);
    parser.expectEnd();
    return ok(tree);
  } catch (error) {
    // Leaves the recursion at the first mistake; everything else is a bug and goes on.
    if (error instanceof SyntaxStop) return fail(error.problem);
    throw error;
  }
}

class SyntaxStop extends Error {
  readonly problem: ExpressionProblem;

  constructor(problem: ExpressionProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

class Parser {
  readonly #tokens: readonly Token[];
  #index = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** An expression whose operators bind tighter than `binding`. */
  parse(binding: number): Syntax {
    this.#depth++;
    if (this.#depth > 3 * LIMITS.expressionDepth) {
      this.#stop('too_deep', `Parts are nested more than ${LIMITS.expressionDepth} deep.`);
    }
    let left = this.#parsePrefix();
    for (let word = wordOf(this.#peek()); bindingOf(word) > binding; word = wordOf(this.#peek())) {
      left = this.#parseInfix(left, word);
    }
    this.#depth--;
    return left;
  }

  expectEnd(): void {
    if (this.#peek().type !== 'end') this.#unexpected('the end, or an operator such as and');
  }

  #peek(): Token {
    return this.#tokens[this.#index] as Token;
  }

  #next(): Token {
    const token = this.#peek();
    if (token.type !== 'end') this.#index++;
    return token;
  }

  #parsePrefix(): Syntax {
    const token = this.#next();
    const { start, end } = token;
    if (token.type === 'number') return { type: 'number', value: token.value, start, end };
    if (token.type === 'string')
      return { type: 'string', value: token.value, quote: token.quote, start, end };
    if (token.type === 'duration') {
      return { type: 'duration', amount: token.amount, unit: token.unit, start, end };
    }
    const word = wordOf(token);
    if (word === '(') return this.#parseParenthesis(start);
    if (word === '-') {
      const value = this.parse(BINDING.negate);
      return { type: 'negate', value, start, end: value.end };
    }
    if (word === 'not') {
      const item = this.parse(BINDING.not);
      return { type: 'not', item, start, end: item.end };
    }
    if (word === 'true' || word === 'false') return { type: 'boolean', value: word === 'true', start, end };
    if (word === 'empty') return { type: 'empty', start, end };
    if (token.type !== 'name' || KEYWORDS.has(word)) {
      if (token.type !== 'end') this.#index--;
      return this.#unexpected('a field, a value or a function');
    }
    if (wordOf(this.#peek()) === '.') return this.#parsePath({ name: token.name, start, end });
    return wordOf(this.#peek()) === '(' && !token.bracketed
      ? this.#parseCall(token.name, token)
      : { type: 'name', name: token.name, start, end };
  }

  #parsePath(first: PathSyntax): Syntax {
    const names = [first];
    while (wordOf(this.#peek()) === '.') {
      this.#next();
      const token = this.#next();
      if (token.type !== 'name') {
        if (token.type !== 'end') this.#index--;
        return this.#unexpected('a field of the linked records');
      }
      names.push({ name: token.name, start: token.start, end: token.end });
    }
    return { type: 'path', names, start: first.start, end: (names.at(-1) as PathSyntax).end };
  }

  #parseParenthesis(start: number): Syntax {
    const inner = this.parse(0);
    const { end } = this.#expect(')');
    return { ...inner, start, end };
  }

  #parseCall(name: string, at: Token): Syntax {
    this.#expect('(');
    const given = wordOf(this.#peek()) === ')' ? [] : this.#parseList();
    const { end } = this.#expect(')');
    return { type: 'call', name, nameEnd: at.end, arguments: given, start: at.start, end };
  }

  #parseList(): Syntax[] {
    const items = [this.parse(0)];
    while (wordOf(this.#peek()) === ',') {
      this.#next();
      items.push(this.parse(0));
    }
    return items;
  }

  #parseInfix(left: Syntax, word: string): Syntax {
    if (word === 'and' || word === 'or') return this.#parseChain(left, word);
    this.#next();
    if (word === 'not') return this.#parseNegated(left);
    const binding = bindingOf(word);
    if (binding !== BINDING.compare) {
      const right = this.parse(binding);
      const operator = word as ArithmeticOperator;
      return { type: 'arithmetic', operator, left, right, start: left.start, end: right.end };
    }
    return this.#parseCondition(left, word);
  }

  /** `a and b and c` is one node; parentheses keep their own. */
  #parseChain(left: Syntax, word: 'and' | 'or'): Syntax {
    const items = [left];
    while (wordOf(this.#peek()) === word) {
      this.#next();
      items.push(this.parse(BINDING[word]));
    }
    return { type: word, items, start: left.start, end: (items.at(-1) as Syntax).end };
  }

  #parseNegated(left: Syntax): Syntax {
    const word = wordOf(this.#peek());
    if (word !== 'in' && word !== 'between' && word !== 'contains' && word !== 'has') {
      return this.#unexpected('in, between, has or contains');
    }
    this.#next();
    const item = this.#parseCondition(left, word);
    return { type: 'not', item, start: item.start, end: item.end };
  }

  #parseCondition(left: Syntax, word: string): Syntax {
    const { start } = left;
    if (word === 'is') return this.#parseIsEmpty(left);
    if (word === 'in') {
      this.#expect('(');
      const items = this.#parseList();
      return { type: 'in', value: left, items, start, end: this.#expect(')').end };
    }
    const right = this.parse(BINDING.compare);
    if (word === 'contains' || word === 'has') {
      return { type: 'contains', value: left, item: right, start, end: right.end };
    }
    if (word === 'between') {
      this.#expect('and');
      const high = this.parse(BINDING.compare);
      return { type: 'between', value: left, low: right, high, start, end: high.end };
    }
    return { type: 'compare', operator: word as CompareOperator, left, right, start, end: right.end };
  }

  #parseIsEmpty(left: Syntax): Syntax {
    const negated = wordOf(this.#peek()) === 'not';
    if (negated) this.#next();
    const { end } = this.#expect('empty');
    const node: Syntax = { type: 'isEmpty', value: left, start: left.start, end };
    return negated ? { type: 'not', item: node, start: left.start, end } : node;
  }

  #expect(word: string): Token {
    if (wordOf(this.#peek()) !== word) this.#unexpected(`“${word}”`);
    return this.#next();
  }

  #unexpected(expected: string): never {
    const token = this.#peek();
    if (token.type === 'end')
      this.#stop('unexpected_end', `The expression stops where ${expected} should come.`);
    this.#stop('unexpected', `Expected ${expected} here.`);
  }

  #stop(code: ProblemCode, message: string): never {
    throw new SyntaxStop(makeProblem(code, message, this.#peek()));
  }
}

/** What a token reads as to the grammar: a symbol or a lower-case word; '' for values and bracketed names. */
function wordOf(token: Token): string {
  if (token.type === 'symbol') return token.symbol;
  return token.type === 'name' && !token.bracketed ? token.name.toLowerCase() : '';
}
