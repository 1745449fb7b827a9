import type { Expression } from '../ast.ts';
import type { Sql } from './sql.ts';

/** Subqueries of least and greatest values and of values in order, as CTEs `e0`, `e1` … */
export type Populations = {
  readonly queries: Sql[];
  /** Joined to the rows; by what they are of. */
  readonly extents: Map<string, Sql>;
  readonly ranks: Map<string, Sql>;
  /** Numbers of expressions: the same object is the same expression. */
  readonly numbers: Map<Expression, number>;
};

export function makePopulations(): Populations {
  return { queries: [], extents: new Map(), ranks: new Map(), numbers: new Map() };
}
