import { must } from '@throughline/base';
import { sureAbove, type Strengths } from './bradley-terry.ts';

export type PlacedItem = {
  readonly item: number;
  /** How sure it is, from 0 to 1, that it stands above the next one; null for the last. */
  readonly aboveNext: number | null;
};

export type PlacedOrder = {
  /** Strongest first; equals in the order given. */
  readonly items: readonly PlacedItem[];
  /** The share of all pairs that is expected to stand in the right order, from 0.5 to 1. */
  readonly certainty: number;
  readonly isSettled: boolean;
};

/** More comparisons change little from here on. */
const SETTLED = 0.95;

export function orderByStrength(strengths: Strengths): PlacedOrder {
  const order = Array.from(strengths.values, (_, item) => item).toSorted(
    (a, b) => must(strengths.values[b]) - must(strengths.values[a]) || a - b,
  );
  let [sum, pairs] = [0, 0];
  for (const [at, above] of order.entries()) {
    for (const below of order.slice(at + 1)) {
      sum += sureAbove(strengths, above, below);
      pairs += 1;
    }
  }
  const certainty = pairs === 0 ? 1 : sum / pairs;
  const items = order.map((item, at) => {
    const next = order[at + 1];
    return { item, aboveNext: next === undefined ? null : sureAbove(strengths, item, next) };
  });
  return { items, certainty, isSettled: certainty >= SETTLED };
}
