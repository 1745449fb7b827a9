/** What `normalize` and `percentile` measure against, found when it is first asked for. */
import type { Among, Expression, Extent } from '@throughline/view';

export type Measures = {
  readonly extent: (node: Expression, among: Among) => Extent;
  readonly ranks: (node: Expression, among: Among) => Float64Array;
  /** The values are others now. */
  readonly forget: () => void;
};

/** `read` gives the numbers of a population; NaN is empty. */
export function makeMeasures(read: (node: Expression, among: Among) => Float64Array): Measures {
  const sorted = new Map<Expression, Float64Array>();
  const ranks = (node: Expression, among: Among): Float64Array => {
    const known =
      sorted.get(node) ??
      read(node, among)
        .filter((value) => !Number.isNaN(value))
        .sort();
    sorted.set(node, known);
    return known;
  };
  return {
    ranks,
    extent: (node, among) => {
      const values = ranks(node, among);
      return { least: values.at(0) ?? Infinity, greatest: values.at(-1) ?? -Infinity };
    },
    forget: () => sorted.clear(),
  };
}
