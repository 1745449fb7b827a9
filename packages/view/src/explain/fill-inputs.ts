import { childrenOf, type Expression } from '../ast.ts';
import { printExpression } from '../expression/print.ts';
import type { Schema } from '../schema.ts';
import type { Explanation } from './explain.ts';
import { literalOf } from './literal-of.ts';
import { isCount } from './steps-of.ts';
import { replaceParts } from './replace-parts.ts';

/** The whole expression with the values of its fields put in; branches not taken stay as they are written. */
export function fillInputs(explanation: Explanation, schema: Schema): string {
  const { origin, parts } = explanation;
  const whole = origin.type === 'formula' ? (parts[0] ?? explanation) : explanation;
  return printExpression(fill(whole, schema), schema);
}

function fill(explanation: Explanation, schema: Schema): Expression {
  const { expression, parts } = explanation;
  if (expression.type === 'field' || parts.length === 0 || isCount(explanation))
    return literalOf(explanation, schema);
  const known = new Map(parts.map((part) => [part.expression, fill(part, schema)]));
  return replaceParts(
    expression,
    childrenOf(expression).map((child) => known.get(child) ?? child),
  );
}
