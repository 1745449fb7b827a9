/**
 * How much each of several changes moved a number. The Shapley value of a change is its effect averaged over all
 * orders in which the changes may have come (Shapley, “A value for n-person games”, 1953; for scores see Lundberg
 * & Lee, 2017): the parts sum to the difference, whatever the formula.
 */
import { makeRandom } from './random.ts';

/** The number where exactly the changes in the set (bit `i` for change `i`) have happened; NaN where it is empty. */
export type ScoreAfter = (changes: number) => number;

export type Attribution = {
  /** One part a change, in the order given. */
  readonly parts: readonly number[];
  /** False where there were too many changes to try all orders: see `MOST_EXACT`. */
  readonly isExact: boolean;
};

/** Up to so many changes all their sets are tried. */
export const MOST_EXACT = 10;
/** More than the bits of a set cannot be told apart. */
export const MOST_CHANGES = 30;
/** Orders that are tried where there are more: each is followed by its reverse, which halves the error. */
const ORDERS = 256;

/**
 * Null where there is no number before or after. Sets in between without a number (a division by an empty value,
 * say) count as the number before.
 */
export function attribute(count: number, scoreAfter: ScoreAfter): Attribution | null {
  const all = count === 0 ? 0 : 2 ** count - 1;
  const before = scoreAfter(0);
  if (count > MOST_CHANGES || Number.isNaN(before) || Number.isNaN(scoreAfter(all))) return null;
  const score = (changes: number): number => {
    const value = scoreAfter(changes);
    return Number.isNaN(value) ? before : value;
  };
  return count <= MOST_EXACT
    ? { parts: attributeExactly(count, score), isExact: true }
    : { parts: attributeBySample(count, score), isExact: false };
}

function attributeExactly(count: number, score: ScoreAfter): readonly number[] {
  const scores = Float64Array.from({ length: 2 ** count }, (_, changes) => score(changes));
  const weights = Array.from({ length: count }, (_, size) => weightOf(size, count));
  return Array.from({ length: count }, (_, change) => {
    let part = 0;
    for (let changes = 0; changes < scores.length; changes++) {
      if ((changes >> change) & 1) continue;
      const gain = (scores[changes | (1 << change)] as number) - (scores[changes] as number);
      part += gain * (weights[sizeOf(changes)] as number);
    }
    return part;
  });
}

/** The share of orders in which a change comes after exactly `size` others: `size! (n − size − 1)! ÷ n!`. */
function weightOf(size: number, count: number): number {
  let weight = 1 / count;
  for (let k = 1; k <= size; k++) weight *= k / (count - k);
  return weight;
}

function sizeOf(changes: number): number {
  let size = 0;
  for (let rest = changes; rest > 0; rest &= rest - 1) size += 1;
  return size;
}

/** Orders at random, each and its reverse (Castro, Gómez & Tejada, Computers & Operations Research 36(5), 2009). */
function attributeBySample(count: number, score: ScoreAfter): readonly number[] {
  const random = makeRandom(count);
  const parts = new Float64Array(count);
  const order = Array.from({ length: count }, (_, change) => change);
  for (let tried = 0; tried < ORDERS / 2; tried++) {
    shuffle(order, random);
    walk(order, score, parts);
    walk(order.toReversed(), score, parts);
  }
  return Array.from(parts, (sum) => sum / ORDERS);
}

function walk(order: readonly number[], score: ScoreAfter, parts: Float64Array): void {
  let changes = 0;
  let last = score(0);
  for (const change of order) {
    changes |= 1 << change;
    const next = score(changes);
    parts[change] = (parts[change] as number) + next - last;
    last = next;
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
}
