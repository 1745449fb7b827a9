/** What an answer hangs on besides the records: the time, and extremes over all of them. */
import { childrenOf, type Expression, type ViewQuery } from '../ast.ts';
import { holds } from '../holds.ts';
import { isMeasure, type MeasureNode } from '../population.ts';
import type { Schema } from '../schema.ts';

/** What decides where a record stands and what groups sum up to, the condition aside. */
export function placesOf({ order, group, aggregates }: ViewQuery): readonly Expression[] {
  return [
    ...[...order, ...group].map(({ by }) => by),
    ...aggregates.flatMap(({ of }) => (of === undefined ? [] : [of])),
  ];
}

export function isTimed(node: Expression, schema: Schema): boolean {
  return holds(node, schema, (each) => each.type === 'call' && ['now', 'today', 'age'].includes(each.name));
}

/** What is measured against other records, each call once, innermost first. */
export function measuresIn(
  node: Expression,
  schema: Schema,
  into: Set<MeasureNode> = new Set(),
): ReadonlySet<MeasureNode> {
  const formula = node.type === 'field' ? schema.formula(node.field) : undefined;
  for (const child of formula === undefined ? childrenOf(node) : [formula]) measuresIn(child, schema, into);
  if (isMeasure(node)) into.add(node);
  return into;
}
