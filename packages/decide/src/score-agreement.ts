/**
 * How far apart people are who scored the same thing, and what they may agree on.
 *
 * - *Median*: the middle score; of an even count the mean of the two in the middle.
 * - *Quartiles*: by linear interpolation, type 7 of Hyndman & Fan (“Sample quantiles in statistical packages”, The
 *   American Statistician 50(4), 1996).
 * - *Disagreement*: the standard deviation (of these scores, not an estimate for others) over the greatest it could be
 *   on the scale, which is half the scale's length (Popoviciu, 1935). 0 where all gave the same, 1 where half of them
 *   gave one end and half the other.
 */
import { must } from '@throughline/base';

/** The ends of a scale. */
export type ScoreScale = { readonly least: number; readonly greatest: number };

export type ScoreMeasures = {
  readonly count: number;
  readonly median: number;
  readonly mean: number;
  readonly least: number;
  readonly greatest: number;
  /** First and third quartile. */
  readonly lower: number;
  readonly upper: number;
  /** Between the quartiles, as a share of the scale. */
  readonly interquartile: number;
  /** From the least to the greatest score, as a share of the scale. */
  readonly range: number;
  /** From 0 to 1. */
  readonly disagreement: number;
};

/** Undefined where nobody gave a score. Scores beyond the scale widen it. */
export function measureScores(scores: readonly number[], scale: ScoreScale): ScoreMeasures | undefined {
  const sorted = scores.toSorted((a, b) => a - b);
  const [least, greatest] = [sorted.at(0), sorted.at(-1)];
  if (least === undefined || greatest === undefined) return undefined;
  const length = Math.max(scale.greatest, greatest) - Math.min(scale.least, least);
  const share = (part: number): number => (length > 0 ? part / length : 0);
  const mean = sorted.reduce((sum, score) => sum + score, 0) / sorted.length;
  const variance = sorted.reduce((sum, score) => sum + (score - mean) ** 2, 0) / sorted.length;
  const [lower, upper] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  return {
    count: sorted.length,
    median: quantile(sorted, 0.5),
    mean,
    least,
    greatest,
    lower,
    upper,
    interquartile: share(upper - lower),
    range: share(greatest - least),
    disagreement: Math.min(1, share(2 * Math.sqrt(variance))),
  };
}

/** Type 7 of Hyndman & Fan. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [must(sorted[Math.floor(at)]), must(sorted[Math.ceil(at)])];
  return below + (above - below) * (at - Math.floor(at));
}

/** The ends that a field gives; what it leaves open is taken from all scores of the session for it. */
export function findScale(
  given: { readonly least?: number | undefined; readonly greatest?: number | undefined },
  scores: readonly number[],
): ScoreScale {
  const least = given.least ?? scores.reduce((least, score) => Math.min(least, score), Infinity);
  const greatest = given.greatest ?? scores.reduce((most, score) => Math.max(most, score), -Infinity);
  return least <= greatest ? { least, greatest } : { least: 0, greatest: 0 };
}

/** What a value may be: one of the marks, or a number of steps from the first. Any number where neither is given. */
export type ScoreSteps = {
  readonly marks?: readonly number[] | undefined;
  readonly step?: number | undefined;
  readonly from?: number | undefined;
};

/** The value next to the median that the field can hold; halfway between two marks the lower, between steps the upper. */
export function proposeScore(median: number, { marks, step, from = 0 }: ScoreSteps): number {
  if (marks !== undefined && marks.length > 0)
    return marks
      .toSorted((a, b) => a - b)
      .reduce((near, mark) => (Math.abs(mark - median) < Math.abs(near - median) ? mark : near));
  if (step === undefined || step <= 0) return median;
  // Steps of 0.1 leave a remainder far behind the point.
  return Number((from + Math.round((median - from) / step) * step).toPrecision(12));
}

/** Where people are farthest apart comes first; what nobody scored last; else as it was. */
export function orderByDisagreement<Item>(
  items: readonly Item[],
  measuresOf: (item: Item) => readonly (ScoreMeasures | undefined)[],
): readonly Item[] {
  return items
    .map((item) => {
      const measures = measuresOf(item).filter((each) => each !== undefined);
      return {
        item,
        disagreement: measures.reduce((most, each) => Math.max(most, each.disagreement), -1),
        range: measures.reduce((most, each) => Math.max(most, each.range), -1),
      };
    })
    .toSorted((a, b) => b.disagreement - a.disagreement || b.range - a.range)
    .map(({ item }) => item);
}
