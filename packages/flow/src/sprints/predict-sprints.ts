/** What a sprint will deliver, from how it stands some time after its start and from the sprints before it. */
import { quantile, sorted } from '../statistics/quantile.ts';
import { fitAbsolute, predict } from '../statistics/robust-regression.ts';
import { committedPoints, type Sprint } from './sprint.ts';
import { sprintFeatures } from './sprint-features.ts';

export type SprintPrediction = {
  readonly sprint: Sprint;
  readonly committed: number;
  /** Points it will deliver, as likely more as less; and the range that holds 70 of 100. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
};

/** Sprints with a known outcome before which nothing is predicted. */
export const FIRST_PREDICTION = 30;
/** How often coefficients are fitted anew, in sprints. */
const REFIT = 20;
const RIDGE = 4;
const MISSES = 100;
/** How much each outcome moves the ends of the range, as in `makeForecaster`. */
const STEP = 0.01;

/**
 * A prediction of each sprint by those before it in the list; none for the first. `share` of the sprints (0.3 unless
 * given), and `FIRST_PREDICTION` at least, only serve to learn from.
 */
export function predictSprints(sprints: readonly Sprint[], share = 0.3): readonly SprintPrediction[] {
  const features = sprintFeatures(sprints);
  const first = Math.max(FIRST_PREDICTION, Math.floor(sprints.length * share));
  const predictions: SprintPrediction[] = [];
  const misses: number[] = [];
  const range = { low: 0.15, high: 0.85 };
  for (let from = first; from < sprints.length; from += REFIT) {
    const batch = sprints.slice(from, from + REFIT);
    const ids = new Set(batch.map(({ id }) => id));
    const known = sprints.flatMap((sprint, at) =>
      at < from && sprint.delivered !== null && !ids.has(sprint.id) ? [at] : [],
    );
    if (known.length < FIRST_PREDICTION) continue;
    const coefficients = fitAbsolute(
      known.map((at) => features[at] as readonly number[]),
      known.map((at) => missOf(sprints[at] as Sprint)),
      { ridge: RIDGE },
    );
    const past = sorted(misses.slice(-MISSES));
    const spread = { low: quantile(past, range.low), high: quantile(past, range.high) };
    for (const [at, sprint] of batch.entries()) {
      const prediction = describe(
        sprint,
        predict(coefficients, features[from + at] as readonly number[]),
        spread,
      );
      predictions.push(prediction);
      if (sprint.delivered === null) continue;
      misses.push(relativeMiss(sprint, prediction.expected));
      range.low = clamp(range.low + STEP * (0.15 - (sprint.delivered < prediction.low ? 1 : 0)));
      range.high = clamp(range.high + STEP * (0.85 - (sprint.delivered <= prediction.high ? 1 : 0)));
    }
  }
  return predictions;
}

/** Delivered beyond what was committed. */
function missOf(sprint: Sprint): number {
  return (sprint.delivered ?? 0) - committedPoints(sprint);
}

/** Misses grow with the square root of what is expected, as counts do. */
function relativeMiss(sprint: Sprint, expected: number): number {
  return ((sprint.delivered ?? 0) - expected) / Math.sqrt(expected + 1);
}

type Spread = { readonly low: number; readonly high: number };

function describe(sprint: Sprint, beyond: number, spread: Spread): SprintPrediction {
  const committed = committedPoints(sprint);
  const expected = Math.max(0, committed + beyond);
  const end = (miss: number): number =>
    Math.max(0, expected + (Number.isNaN(miss) ? 0 : miss) * Math.sqrt(expected + 1));
  return { sprint, committed, expected, low: end(spread.low), high: end(spread.high) };
}

function clamp(chance: number): number {
  return Math.min(0.99, Math.max(0.01, chance));
}

export type SprintScore = {
  readonly predicted: number;
  /** Mean absolute errors, in points: of the predictions, and of carrying the committed points forward. */
  readonly error: number;
  readonly carriedError: number;
  /** How much smaller the first is: 0.2 is 20 %. */
  readonly improvement: number;
  /** Share of outcomes within low and high. */
  readonly withinRange: number;
};

/** Of predictions whose outcome is known. */
export function scoreSprints(predictions: readonly SprintPrediction[]): SprintScore {
  const known = predictions.filter(({ sprint }) => sprint.delivered !== null);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, each) => sum + each, 0) / values.length;
  const error = mean(known.map(({ sprint, expected }) => Math.abs((sprint.delivered ?? 0) - expected)));
  const carriedError = mean(known.map(({ sprint }) => Math.abs(missOf(sprint))));
  const within = known.filter(
    ({ sprint, low, high }) => (sprint.delivered ?? 0) >= low && (sprint.delivered ?? 0) <= high,
  );
  return {
    predicted: known.length,
    error,
    carriedError,
    improvement: 1 - error / carriedError,
    withinRange: within.length / known.length,
  };
}
