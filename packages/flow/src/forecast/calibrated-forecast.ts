/**
 * Throughput forecasts whose promises hold as often as they say, in the long run, for every project.
 *
 * The expected count comes from recent and usual throughput, the width from how restless the project is (`PaceMeter`).
 * How far a promise stays below the expected count is learned from the project’s own past: whenever the outcome of an
 * earlier promise becomes known, the offset grows a little if it broke and shrinks a little if it held, in the
 * proportion that makes the wanted share hold. This is quantile tracking, with a step that settles and feedback that is
 * late by the horizon: Gibbs & Candès, Adaptive Conformal Inference Under Distribution Shift (NeurIPS 2021);
 * Angelopoulos, Candès & Tibshirani, Conformal PID Control for Time Series Prediction (NeurIPS 2023). It needs no
 * assumption about the series, and at no time looks at what was not yet known.
 */
import { normalQuantile } from '../statistics/normal.ts';
import { FARTHEST } from './bootstrap-forecast.ts';
import { PaceMeter, type Capacity, type Pace } from './pace.ts';
import { PROMISE_SCALE, type Offsets } from './promise-scale.ts';

/** Periods a project must have behind it before a promise of its counts as evidence. */
export const FIRST_FORECAST = 12;

/** How much one outcome moves an offset: this in the long run, and up to 1.8 times as much for the first of them. */
const STEP = 0.025;
/** Outcomes of neighbouring periods overlap; over more periods than this each tells less, and moves it less. */
const FULL_STEP_HORIZON = 12;
const EAGERNESS = 0.8;
const SETTLING = 20;
/** Years of silence or of luck do not carry an offset out of reach. */
const FARTHEST_SHIFT = 1.5;

export type Forecaster = {
  /**
   * The count that will be reached in the next `horizon` periods with each chance. What is promised for fewer periods
   * is promised for more, whatever each horizon has learned.
   */
  readonly promise: (horizon: number, chances: readonly number[]) => readonly number[];
  /** The fewest periods in which `items` are done with each chance; null beyond ten years of weeks. */
  readonly periodsFor: (items: number, chances: readonly number[]) => readonly (number | null)[];
  /** What would have been promised for `horizon` after each number of known periods, from the first forecast on. */
  readonly pastPromises: (horizon: number, chances: readonly number[]) => readonly (readonly number[])[];
};

export function makeForecaster(counts: readonly number[], capacity?: Capacity): Forecaster {
  const meter = new PaceMeter(counts, capacity);
  const known = new Map<number, Learned>();
  const learn = (horizon: number): Learned => {
    const learned = known.get(horizon) ?? learnOffsets(counts, meter, horizon);
    known.set(horizon, learned);
    return learned;
  };
  const promiseNow = (horizon: number, chances: readonly number[]): readonly number[] =>
    promiseAll(meter.at(counts.length, horizon), learn(horizon).offsets, chances);
  return {
    promise: (horizon, chances) => greatest(upTo(horizon).map((each) => promiseNow(each, chances))),
    periodsFor: (items, chances) => {
      const found: (number | null)[] = chances.map(() => (items <= 0 ? 0 : null));
      for (let horizon = 1; horizon <= FARTHEST && found.includes(null); horizon++)
        promiseNow(horizon, chances).forEach((count, at) => {
          if (found[at] === null && count >= items) found[at] = horizon;
        });
      return found;
    },
    pastPromises: (horizon, chances) => {
      const pasts = upTo(horizon).map((each) => learn(each).past);
      return learn(horizon).past.map((_, at) =>
        greatest(
          pasts.map((past) => promiseAll((past[at] as Past).pace, (past[at] as Past).offsets, chances)),
        ),
      );
    },
  };
}

function upTo(horizon: number): readonly number[] {
  return Array.from({ length: horizon }, (_, at) => at + 1);
}

/** Place by place. */
function greatest(lists: readonly (readonly number[])[]): readonly number[] {
  return lists.reduce((best, list) => best.map((value, at) => Math.max(value, list[at] as number)));
}

type Learned = {
  /** As they are after the last outcome that is known. */
  readonly offsets: Offsets;
  readonly past: readonly Past[];
};

/** What a promise was made of, after so many known periods as its place says. */
type Past = { readonly pace: Pace; readonly offsets: Offsets };

/** Walks through the past: each step makes a promise, then learns from the one whose outcome has just become known. */
function learnOffsets(counts: readonly number[], meter: PaceMeter, horizon: number): Learned {
  let offsets: Offsets = Float64Array.from(PROMISE_SCALE, ({ usual }) => usual);
  const past: Past[] = [];
  for (let known = FIRST_FORECAST; known <= counts.length; known++) {
    const judged = past[known - horizon - FIRST_FORECAST];
    if (judged !== undefined) {
      const outcome = sumOf(counts, known - horizon, known);
      offsets = learnFrom(offsets, { ...judged, outcome, horizon, before: known - horizon - FIRST_FORECAST });
    }
    if (known + horizon <= counts.length) past.push({ pace: meter.at(known, horizon), offsets });
  }
  return { offsets, past };
}

type Judged = {
  readonly pace: Pace;
  readonly offsets: Offsets;
  readonly outcome: number;
  readonly horizon: number;
  /** Outcomes known before this one. */
  readonly before: number;
};

function learnFrom(current: Offsets, { pace, offsets, outcome, horizon, before }: Judged): Offsets {
  const weight = Math.min(1, FULL_STEP_HORIZON / horizon);
  const step = STEP * weight * (1 + EAGERNESS * Math.exp(-before / SETTLING));
  return current.map((offset, at) => {
    const { aim, usual } = PROMISE_SCALE[at] as (typeof PROMISE_SCALE)[number];
    const isBroken = outcome < promiseAt(pace, inOrder(offsets, at));
    const moved = offset + step * ((isBroken ? 1 : 0) - (1 - aim));
    return Math.min(usual + FARTHEST_SHIFT, Math.max(usual - FARTHEST_SHIFT, moved));
  });
}

function promiseAt({ expected, unrest }: Pace, offset: number): number {
  if (expected === 0) return 0;
  return Math.max(0, Math.round((expected + 1) * Math.exp(-offset * unrest) - 1));
}

function promiseAll(pace: Pace, offsets: Offsets, chances: readonly number[]): readonly number[] {
  return chances.map((chance) => promiseAt(pace, offsetOf(offsets, chance)));
}

/** A surer promise is never the higher one, whatever each has learned (rearrangement: Chernozhukov et al., 2010). */
function inOrder(offsets: Offsets, at: number): number {
  let greatest = Number.NEGATIVE_INFINITY;
  for (let lower = 0; lower <= at; lower++) greatest = Math.max(greatest, offsets[lower] as number);
  return greatest;
}

const SCORES = PROMISE_SCALE.map(({ chance }) => normalQuantile(chance));

/** Between two steps of the scale, and beyond its ends, in proportion to the normal score of the chance. */
function offsetOf(offsets: Offsets, chance: number): number {
  const score = normalQuantile(Math.min(0.999, Math.max(0.001, chance)));
  const next = SCORES.findIndex((each) => each >= score);
  const upper = next === -1 ? SCORES.length - 1 : Math.max(1, next);
  const [below, above] = [inOrder(offsets, upper - 1), inOrder(offsets, upper)];
  const [from, to] = [SCORES[upper - 1] as number, SCORES[upper] as number];
  return below + ((above - below) * (score - from)) / (to - from);
}

function sumOf(counts: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += counts[at] as number;
  return sum;
}
