import { fail, ok, type Result } from '@throughline/base';
import { LIMITS } from '@throughline/model';
import { DURATION_UNITS, type DurationUnit } from '../ast.ts';
import { makeProblem, type ExpressionProblem } from '../problem.ts';
import type { Token } from './token.ts';

const SPACE = /\s*/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy;
const DURATION = /(\d+)(?!e[+-]?\d)([a-zA-Z])(?![\p{L}\p{N}_])/uy;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const BRACKETED = /\[((?:[^\]]|\]\])*)\]/uy;
const STRING = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/suy;
const SYMBOL = /!=|<>|<=|>=|==|[=<>+\-*/(),.]/uy;
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const ALIASES: Readonly<Record<string, string>> = { '<>': '!=', '==': '=' };

/** The tokens of a text, an `end` token last; or the first thing in it that is none. */
export function lex(text: string): Result<readonly Token[], ExpressionProblem> {
  if (text.length > LIMITS.expressionLength) {
    return fail(
      makeProblem(
        'too_long',
        `The expression has ${text.length} characters; ${LIMITS.expressionLength} fit.`,
        {
          start: LIMITS.expressionLength,
          end: text.length,
        },
      ),
    );
  }
  const tokens: Token[] = [];
  let position = matchAt(SPACE, text, 0)?.[0].length ?? 0;
  while (position < text.length) {
    const token = readToken(text, position);
    if (!token.ok) return token;
    tokens.push(token.value);
    position = token.value.end;
    position += matchAt(SPACE, text, position)?.[0].length ?? 0;
  }
  tokens.push({ type: 'end', start: text.length, end: text.length });
  return ok(tokens);
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function readToken(text: string, start: number): Result<Token, ExpressionProblem> {
  const first = text[start] as string;
  if (/\d/.test(first) || (first === '.' && /\d/.test(text[start + 1] ?? ''))) return readNumber(text, start);
  if (first === '"' || first === "'") return readString(text, start);
  if (first === '[') return readBracketed(text, start);
  const symbol = matchAt(SYMBOL, text, start)?.[0];
  if (symbol !== undefined) {
    return ok({ type: 'symbol', symbol: ALIASES[symbol] ?? symbol, start, end: start + symbol.length });
  }
  const name = matchAt(NAME, text, start)?.[0];
  if (name !== undefined)
    return ok({ type: 'name', name, bracketed: false, start, end: start + name.length });
  const character = String.fromCodePoint(text.codePointAt(start) as number);
  const end = start + character.length;
  const message = `“${character}” means nothing here.`;
  return fail(makeProblem('unexpected_character', message, { start, end, hint: hintFor(character) }));
}

function hintFor(character: string): string | undefined {
  if (character === '&') return 'Write and.';
  if (character === '|') return 'Write or.';
  if (character === '!') return 'Write not, or != for “is not”.';
  if (/[“”„«»‘’]/.test(character)) return 'Use straight quotes, "…".';
  return undefined;
}

function readNumber(text: string, start: number): Result<Token, ExpressionProblem> {
  const duration = matchAt(DURATION, text, start);
  if (duration) return readDuration(duration, start);
  const digits = matchAt(NUMBER, text, start)?.[0];
  const end = start + (digits?.length ?? 1);
  const value = Number(digits);
  if (digits !== undefined && Number.isFinite(value)) return ok({ type: 'number', value, start, end });
  return fail(makeProblem('bad_number', `“${text.slice(start, end)}” is not a number.`, { start, end }));
}

function readDuration(match: RegExpExecArray, start: number): Result<Token, ExpressionProblem> {
  const unit = (match[2] as string).toLowerCase() as DurationUnit;
  const span = { start, end: start + match[0].length };
  if (!DURATION_UNITS.includes(unit)) {
    const message = `“${match[0]}” is no length of time.`;
    const hint = 'Hours, days, weeks, months and years are 5h, 14d, 2w, 3m, 1y.';
    return fail(makeProblem('bad_duration', message, { ...span, hint }));
  }
  return ok({ type: 'duration', amount: Number(match[1]), unit, ...span });
}

function readString(text: string, start: number): Result<Token, ExpressionProblem> {
  const match = matchAt(STRING, text, start);
  if (!match) {
    return fail(makeProblem('unclosed_text', 'The quote is not closed.', { start, end: text.length }));
  }
  const end = start + match[0].length;
  const raw = (match[1] ?? match[2]) as string;
  if (UNSTORABLE.test(raw)) {
    return fail(makeProblem('bad_text', 'The text holds a character that cannot be stored.', { start, end }));
  }
  const value = raw.replace(/\\(.)/gsu, (_all, character: string) => (character === 'n' ? '\n' : character));
  return ok({ type: 'string', value, quote: text[start] as '"' | "'", start, end });
}

function readBracketed(text: string, start: number): Result<Token, ExpressionProblem> {
  const match = matchAt(BRACKETED, text, start);
  if (!match) {
    return fail(makeProblem('unclosed_bracket', 'The bracket is not closed.', { start, end: text.length }));
  }
  const name = (match[1] as string).replaceAll(']]', ']');
  return ok({ type: 'name', name, bracketed: true, start, end: start + match[0].length });
}
