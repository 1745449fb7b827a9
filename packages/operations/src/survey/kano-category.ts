import type { KANO_CATEGORIES } from '@throughline/model';

export type KanoCategory = (typeof KANO_CATEGORIES)[number]['key'];

const Q = 'questionable';
const A = 'attractive';
const O = 'one_dimensional';
const R = 'reverse';
const I = 'indifferent';
const M = 'must_be';

/** Down: with it; across: without it. Like, expect, neutral, can live with, dislike. */
const TABLE: readonly (readonly KanoCategory[])[] = [
  [Q, A, A, A, O],
  [R, I, I, I, M],
  [R, I, I, I, M],
  [R, I, I, I, M],
  [R, R, R, R, Q],
];

/**
 * What a feature is to somebody, by how they find it there and not there, 1 (like) to 5 (dislike): the evaluation table
 * of Berger et al., “Kano's Methods for Understanding Customer-defined Quality”, CQM Journal 2(4), 1993.
 */
export function kanoCategory(score: number, opposite: number): KanoCategory {
  return TABLE[score - 1]?.[opposite - 1] ?? Q;
}
