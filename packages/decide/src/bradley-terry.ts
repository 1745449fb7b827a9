/**
 * The order behind comparisons of two at a time: in the model of Bradley & Terry (Biometrika 39, 1952) A is put
 * above B with the probability `a ÷ (a + b)`. Strengths are fitted by the MM algorithm of Hunter (“MM algorithms
 * for generalized Bradley–Terry models”, Annals of Statistics 32(1), 2004). So that an item that was never
 * compared, or never lost, has an end too, each is held to have met one of average strength once, with half a
 * win (the conjugate prior of Caron & Doucet, 2012).
 */
import { must } from '@throughline/base';
import { invert } from './invert.ts';

export type Comparison = { readonly winner: number; readonly loser: number };

export type Strengths = {
  /** Natural logarithms; 0 is the average opponent. */
  readonly values: Float64Array;
  /** Covariances of the values, row by row: the inverse of the information at the fit. */
  readonly covariance: Float64Array;
};

const PRIOR_GAMES = 1;
const STEPS = 1000;
const CLOSE = 1e-10;

/** Of `count` items, numbered from 0. */
export function fitStrengths(count: number, comparisons: readonly Comparison[]): Strengths {
  const games = new Float64Array(count * count);
  const wins = new Float64Array(count).fill(PRIOR_GAMES / 2);
  for (const { winner, loser } of comparisons) {
    if (winner === loser) continue;
    games[winner * count + loser] = (games[winner * count + loser] as number) + 1;
    games[loser * count + winner] = (games[loser * count + winner] as number) + 1;
    wins[winner] = (wins[winner] as number) + 1;
  }
  const strengths = climb({ count, games, wins, met: opponents(count, games) });
  const covariance = invert(information(strengths, games), count);
  return { values: strengths.map(Math.log), covariance };
}

type Played = {
  readonly count: number;
  /** How often two met, row by row. */
  readonly games: Float64Array;
  readonly wins: Float64Array;
  readonly met: readonly (readonly number[])[];
};

function opponents(count: number, games: Float64Array): readonly (readonly number[])[] {
  return Array.from({ length: count }, (_, item) =>
    Array.from({ length: count }, (_each, other) => other).filter(
      (other) => must(games[item * count + other]) > 0,
    ),
  );
}

function climb({ count, games, wins, met }: Played): Float64Array {
  const strengths = new Float64Array(count).fill(1);
  for (let step = 0; step < STEPS; step++) {
    let moved = 0;
    for (let item = 0; item < count; item++) {
      const own = strengths[item] as number;
      let weight = PRIOR_GAMES / (own + 1);
      for (const other of must(met[item]))
        weight += must(games[item * count + other]) / (own + must(strengths[other]));
      const next = must(wins[item]) / weight;
      moved = Math.max(moved, Math.abs(Math.log(next / own)));
      strengths[item] = next;
    }
    if (moved < CLOSE) break;
  }
  return strengths;
}

/** Minus the second derivatives of the log-likelihood by the logarithms of strengths, the prior included. */
function information(strengths: Float64Array, games: Float64Array): Float64Array {
  const count = strengths.length;
  const matrix = new Float64Array(count * count);
  for (let item = 0; item < count; item++) {
    const own = must(strengths[item]);
    let diagonal = (PRIOR_GAMES * own) / (own + 1) ** 2;
    for (let other = 0; other < count; other++) {
      const met = must(games[item * count + other]);
      if (met === 0) continue;
      const rival = must(strengths[other]);
      const shared = (met * own * rival) / (own + rival) ** 2;
      diagonal += shared;
      matrix[item * count + other] = -shared;
    }
    matrix[item * count + item] = diagonal;
  }
  return matrix;
}

/** The variance of the difference of two strengths. */
export function varianceOf({ values, covariance }: Strengths, one: number, other: number): number {
  const count = values.length;
  const at = (a: number, b: number): number => must(covariance[a * count + b]);
  return Math.max(0, at(one, one) + at(other, other) - 2 * at(one, other));
}

/** How sure it is, from 0 to 1, that one is truly stronger than the other. */
export function sureAbove(strengths: Strengths, one: number, other: number): number {
  const difference = must(strengths.values[one]) - must(strengths.values[other]);
  const deviation = Math.sqrt(varianceOf(strengths, one, other));
  return deviation === 0 ? 0.5 : normalShare(difference / deviation);
}

/** The share of a normal distribution below `z`: formula 7.1.26 of Abramowitz & Stegun, to 1.5e-7. */
function normalShare(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.327_591_1 * x);
  const series =
    ((((1.061_405_429 * t - 1.453_152_027) * t + 1.421_413_741) * t - 0.284_496_736) * t + 0.254_829_592) * t;
  const erf = 1 - series * Math.exp(-x * x);
  return z < 0 ? (1 - erf) / 2 : (1 + erf) / 2;
}
