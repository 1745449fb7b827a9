/**
 * Which two to compare next: the pair whose answer is expected to tell most. An answer on a pair adds
 * `ln(1 + p (1 − p) · v)` to what is known of all strengths (D-optimality, with `p` the chance of either answer and
 * `v` the variance of their difference; see Glickman & Jensen, “Adaptive paired comparison designs”, Journal of
 * Statistical Planning and Inference 127, 2005): pairs that are close and of which little is known come first, and
 * every item is met before any is met often.
 */
import { must } from '@throughline/base';
import { varianceOf, type Strengths } from './bradley-terry.ts';

export type Pair = readonly [number, number];

/** Of equals the first. `isPassed` leaves pairs out; undefined where none is left. */
export function choosePair(
  strengths: Strengths,
  isPassed: (one: number, other: number) => boolean = () => false,
): Pair | undefined {
  const { values } = strengths;
  let best: Pair | undefined;
  let most = -1;
  for (let one = 0; one < values.length; one++) {
    for (let other = one + 1; other < values.length; other++) {
      const gain = gainOf(strengths, one, other);
      if (gain <= most || isPassed(one, other)) continue;
      most = gain;
      best = [one, other];
    }
  }
  return best;
}

function gainOf(strengths: Strengths, one: number, other: number): number {
  const chance = 1 / (1 + Math.exp(must(strengths.values[other]) - must(strengths.values[one])));
  return chance * (1 - chance) * varianceOf(strengths, one, other);
}
