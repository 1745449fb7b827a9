/** The order of a list as one text: `-score, title`; a minus in front means greatest first. */
import { fail, ok, type Result } from '@throughline/base';
import type { Order } from './ast.ts';
import { parseSyntax } from './expression/parse.ts';
import { printExpression } from './expression/print.ts';
import { resolve } from './expression/resolve.ts';
import { makeProblem, type ExpressionProblem } from './problem.ts';
import type { Schema } from './schema.ts';
import { isSortable, nameType } from './value-type.ts';

export function parseOrderText(
  text: string,
  schema: Schema,
): Result<readonly Order[], readonly ExpressionProblem[]> {
  const order: Order[] = [];
  for (const { part, start } of splitParts(text)) {
    const isDescending = part.startsWith('-');
    const shift = start + (isDescending ? 1 : 0);
    const key = parseKey(isDescending ? part.slice(1) : part, schema);
    if (!key.ok) return fail(key.error.map((problem) => shiftProblem(problem, shift)));
    order.push({ by: key.value, direction: isDescending ? 'descending' : 'ascending' });
  }
  return ok(order);
}

export function printOrder(order: readonly Order[], schema: Schema): string {
  return order
    .map(({ by, direction }) => `${direction === 'descending' ? '-' : ''}${printExpression(by, schema)}`)
    .join(', ');
}

function parseKey(text: string, schema: Schema): Result<Order['by'], readonly ExpressionProblem[]> {
  const syntax = parseSyntax(text);
  if (!syntax.ok) return fail([syntax.error]);
  const { expression, type, problems } = resolve(syntax.value, schema);
  if (problems.length > 0) return fail(problems);
  if (isSortable(type)) return ok(expression);
  const message = `Nothing can be sorted by ${nameType(type)}.`;
  return fail([makeProblem('wrong_kind', message, { start: 0, end: text.length })]);
}

function shiftProblem(problem: ExpressionProblem, by: number): ExpressionProblem {
  return { ...problem, start: problem.start + by, end: problem.end + by };
}

/** Split at commas outside parentheses, brackets and quotes. */
function splitParts(text: string): readonly { readonly part: string; readonly start: number }[] {
  const parts: { part: string; start: number }[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  const push = (to: number): void => {
    const raw = text.slice(from, to);
    if (raw.trim() !== '')
      parts.push({ part: raw.trim(), start: from + raw.length - raw.trimStart().length });
    from = to + 1;
  };
  for (let index = 0; index < text.length; index++) {
    const character = text[index] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
    else if (character === ',' && depth === 0) push(index);
  }
  push(text.length);
  return parts;
}
