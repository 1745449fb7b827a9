import { childrenOf, type Expression } from './ast.ts';
import { amongOf, isMeasure } from './population.ts';
import type { Schema } from './schema.ts';

/** Whether a part of an expression, or of the formulas it reads, is such a one. */
export function holds(node: Expression, schema: Schema, matches: (node: Expression) => boolean): boolean {
  if (matches(node)) return true;
  const formula = node.type === 'field' ? schema.formula(node.field) : undefined;
  if (formula !== undefined && holds(formula, schema, matches)) return true;
  return childrenOf(node).some((child) => holds(child, schema, matches));
}

/** Whether its value changes with the records that a view keeps. */
export function dependsOnView(node: Expression, schema: Schema): boolean {
  return holds(node, schema, (each) => isMeasure(each) && amongOf(each) === 'view');
}
