/**
 * Which guess decides whether a record is among the first. Draws are put into ten bins by where in its range the
 * guess lay; the effect is the variance, over bins, of the share of draws among the first: the first-order effect
 * of a variance-based sensitivity analysis, estimated from given data (Plischke, Borgonovo & Smith, “Global
 * sensitivity measures from given data”, European Journal of Operational Research 226(3), 2013). What chance
 * alone would give to ten bins is taken off.
 */
import { must } from '@throughline/base';
import type { Guess } from './guess.ts';

export type GuessEffect = {
  readonly field: string;
  /** From 0 (decides nothing) to 1 (decides alone): the share of the uncertainty it accounts for. */
  readonly effect: number;
  /** Share of draws among the first where the guess lay in its lowest, and in its highest, fifth. */
  readonly atLow: number;
  readonly atHigh: number;
};

export type Effects = {
  /** `u` is where the drawn value lies among all it may be, from 0 to 1. */
  readonly noteDraw: (row: number, guess: number, u: number) => void;
  /** The record was among the first in this draw. */
  readonly noteHit: (row: number) => void;
  readonly of: (row: number, hits: number) => readonly GuessEffect[];
};

const BINS = 10;
const NOT_DRAWN = 255;

export function makeEffects(count: number, guesses: readonly Guess[]): Effects {
  const width = guesses.length;
  const bins = new Uint8Array(count * width).fill(NOT_DRAWN);
  const totals = new Uint32Array(count * width * BINS);
  const hits = new Uint32Array(count * width * BINS);
  return {
    noteDraw: (row, guess, u) => {
      if (row >= count) return;
      const at = row * width + guess;
      const bin = Math.floor(u * BINS);
      bins[at] = bin;
      totals[at * BINS + bin] = (totals[at * BINS + bin] as number) + 1;
    },
    noteHit: (row) => {
      for (let guess = 0; guess < width; guess++) {
        const at = row * width + guess;
        const bin = bins[at] as number;
        if (bin !== NOT_DRAWN) hits[at * BINS + bin] = (hits[at * BINS + bin] as number) + 1;
      }
    },
    of: (row, hitsInAll) =>
      guesses
        .flatMap(({ field }, guess): readonly GuessEffect[] => {
          const at = (row * width + guess) * BINS;
          if (bins[row * width + guess] === NOT_DRAWN) return [];
          const [all, good] = [totals.subarray(at, at + BINS), hits.subarray(at, at + BINS)];
          return [{ field, ...describeBins(all, good, hitsInAll) }];
        })
        .toSorted((a, b) => b.effect - a.effect),
  };
}

function describeBins(totals: Uint32Array, hits: Uint32Array, hitsInAll: number): Omit<GuessEffect, 'field'> {
  const draws = totals.reduce((sum, each) => sum + each, 0);
  const mean = hitsInAll / draws;
  const variance = mean * (1 - mean);
  const share = (from: number, to: number): number => {
    const all = totals.subarray(from, to).reduce((sum, each) => sum + each, 0);
    return all === 0 ? mean : hits.subarray(from, to).reduce((sum, each) => sum + each, 0) / all;
  };
  const between = totals.reduce(
    (sum, all, bin) => (all === 0 ? sum : sum + (all / draws) * (must(hits[bin]) / all - mean) ** 2),
    0,
  );
  const byChance = (variance * (BINS - 1)) / draws;
  const effect = variance === 0 ? 0 : Math.min(1, Math.max(0, (between - byChance) / variance));
  return { effect, atLow: share(0, BINS / 5), atHigh: share(BINS - BINS / 5, BINS) };
}
