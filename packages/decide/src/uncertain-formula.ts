/**
 * A formula whose guessed options count as numbers: `weight(impact)` and `impact * 2` read the drawn weight
 * where the record's own option was read before. Formulas it uses are written out.
 */
import type { Field } from '@throughline/model';
import { childrenOf, replaceParts, type Expression, type Schema } from '@throughline/view';

/** The id under which the drawn weight of an option field is read. */
export function weightField(id: string): string {
  return `${id}~weight`;
}

/** Functions whose arguments are not reckoned with as numbers. */
const PLAIN: ReadonlySet<string> = new Set(['if', 'coalesce', 'concat', 'lower', 'length', 'count']);

export function writeOut(node: Expression, schema: Schema, guessed: ReadonlySet<string>): Expression {
  return rewrite(node, false, { schema, guessed });
}

type Parts = { readonly schema: Schema; readonly guessed: ReadonlySet<string> };

function rewrite(node: Expression, isNumber: boolean, parts: Parts): Expression {
  if (node.type === 'field') {
    const formula = parts.schema.formula(node.field);
    if (formula !== undefined) return rewrite(formula, isNumber, parts);
    return isNumber && isGuessedOption(node.field, parts)
      ? { ...node, field: weightField(node.field) }
      : node;
  }
  const [first] = childrenOf(node);
  if (node.type === 'call' && node.name === 'weight' && first?.type === 'field') {
    return isGuessedOption(first.field, parts) ? { ...first, field: weightField(first.field) } : node;
  }
  const reckons =
    node.type === 'arithmetic' || node.type === 'negate' || (node.type === 'call' && !PLAIN.has(node.name));
  return replaceParts(
    node,
    childrenOf(node).map((child) => rewrite(child, reckons, parts)),
  );
}

function isGuessedOption(id: string, { schema, guessed }: Parts): boolean {
  return guessed.has(id) && schema.field(id)?.config.options !== undefined;
}

/** The fields that a written-out formula reads besides those of the schema. */
export function weightFields(fields: readonly Field[], guessed: ReadonlySet<string>): readonly Field[] {
  return fields
    .filter(({ id, config }) => guessed.has(id) && config.options !== undefined)
    .map(({ id, name }) => ({ id: weightField(id), key: weightField(id), name, type: 'number', config: {} }));
}
