/** What an answer hangs on besides the records: the time, and extremes over all of them. */
import { childrenOf, type Expression, type ViewQuery } from '../ast.ts';
import type { Schema } from '../schema.ts';

export function expressionsOf({ where, order, group, aggregates }: ViewQuery): readonly Expression[] {
  return [
    ...(where === undefined ? [] : [where]),
    ...[...order, ...group].map(({ by }) => by),
    ...aggregates.flatMap(({ of }) => (of === undefined ? [] : [of])),
  ];
}

export function isTimed(node: Expression, schema: Schema): boolean {
  return holds(
    node,
    schema,
    (each) => each.type === 'call' && (each.name === 'now' || each.name === 'today'),
  );
}

function holds(node: Expression, schema: Schema, matches: (node: Expression) => boolean): boolean {
  if (matches(node)) return true;
  const formula = node.type === 'field' ? schema.formula(node.field) : undefined;
  if (formula !== undefined && holds(formula, schema, matches)) return true;
  return childrenOf(node).some((child) => holds(child, schema, matches));
}

/** What is normalised over all records, each once, innermost first. */
export function normalizedIn(
  node: Expression,
  schema: Schema,
  into: Set<Expression> = new Set(),
): ReadonlySet<Expression> {
  const formula = node.type === 'field' ? schema.formula(node.field) : undefined;
  for (const child of formula === undefined ? childrenOf(node) : [formula]) normalizedIn(child, schema, into);
  if (node.type === 'call' && node.name === 'normalize') into.add(node.arguments[0] as Expression);
  return into;
}
