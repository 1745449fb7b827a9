/** The two ways an expression comes in: as text, and as JSON that claims to be one. Both end in the same check. */
import { fail, ok, type Result } from '@throughline/base';
import type { Expression } from '../ast.ts';
import type { ExpressionProblem } from '../problem.ts';
import type { Schema } from '../schema.ts';
import { parseSyntax } from './parse.ts';
import { printExpression } from './print.ts';
import { resolve, type Typed } from './resolve.ts';

/** Text to a checked expression and what it yields. */
export function parseExpressionText(
  text: string,
  schema: Schema,
): Result<Typed, readonly ExpressionProblem[]> {
  const syntax = parseSyntax(text);
  if (!syntax.ok) return fail([syntax.error]);
  const { problems, ...typed } = resolve(syntax.value, schema);
  return problems.length === 0 ? ok(typed) : fail(problems);
}

/** As `parseExpressionText`, for filters and conditions: the text must be true or false of a record. */
export function parseConditionText(
  text: string,
  schema: Schema,
): Result<Expression, readonly ExpressionProblem[]> {
  const syntax = parseSyntax(text);
  if (!syntax.ok) return fail([syntax.error]);
  const { problems, expression, type } = resolve(syntax.value, schema);
  if (problems.length > 0) return fail(problems);
  if (type.kind === 'boolean') return ok(expression);
  return fail([
    {
      code: 'wrong_kind',
      message: 'A condition must be true or false.',
      start: 0,
      end: text.length,
      hint: 'Compare it with something, for example > 0 or is not empty.',
    },
  ]);
}

/** Checks an expression against fields as they are now; places in problems are those of the printed text. */
export function checkExpression(
  expression: Expression,
  schema: Schema,
): Result<Typed, readonly ExpressionProblem[]> {
  return parseExpressionText(printExpression(expression, schema), schema);
}
