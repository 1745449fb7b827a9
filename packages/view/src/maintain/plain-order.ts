import type { Expression, Order } from '../ast.ts';
import type { Schema } from '../schema.ts';

/**
 * The same order with fewer things to hang on: percentile ranks stand as the values they are of, ties as ties. (Not
 * so normalised values, where rounding may make two values one.)
 */
export function plainOrder(order: readonly Order[], schema: Schema): readonly Order[] {
  return order.map(({ by, direction }) => ({ by: plainKey(by, schema), direction }));
}

function plainKey(by: Expression, schema: Schema): Expression {
  const formula = by.type === 'field' ? schema.formula(by.field) : undefined;
  if (formula !== undefined) {
    const plain = plainKey(formula, schema);
    return plain === formula ? by : plain;
  }
  const [of] = by.type === 'call' && by.name === 'percentile' ? by.arguments : [];
  // Adding 0 keeps to the numbers that formulas know, as ranking does.
  return of === undefined
    ? by
    : { type: 'arithmetic', operator: '+', left: of, right: { type: 'number', value: 0 } };
}
