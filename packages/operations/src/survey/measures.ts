/** What the figures of a survey come to. Shares are between 0 and 1. */
import type { KanoCategory } from './kano-category.ts';

/** Of a normal distribution: 95 % lie within. */
const Z = 1.959964;

export type Promotion = {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  /** −100 to 100; null where nobody answered. */
  readonly score: number | null;
  /** Points to both sides that hold the true one in 95 of 100 samples. */
  readonly margin: number | null;
};

/**
 * Reichheld's net promoter score: the share of 9 and 10 less that of 0 to 6. Its margin is Wald's for the mean of a
 * variable that is 1, 0 or −1, with variance p + d − (p − d)² (Rocks, “Interval Estimation for the Net Promoter Score”,
 * The American Statistician 70(4), 2016).
 */
export function measurePromotion(scores: readonly number[]): Promotion {
  const count = scores.length;
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  const passives = count - promoters - detractors;
  if (count === 0) return { promoters, passives, detractors, score: null, margin: null };
  const net = (promoters - detractors) / count;
  const variance = (promoters + detractors) / count - net ** 2;
  return {
    promoters,
    passives,
    detractors,
    score: net * 100,
    margin: Z * Math.sqrt(variance / count) * 100,
  };
}

export type Satisfaction = {
  readonly satisfied: number;
  readonly share: number | null;
  /** Wilson's 95 % interval of the share. */
  readonly interval: readonly [number, number] | null;
  readonly mean: number | null;
};

/** Who gave 4 or 5 of 5. Interval: Wilson, Journal of the American Statistical Association 22, 1927. */
export function measureSatisfaction(scores: readonly number[]): Satisfaction {
  const count = scores.length;
  const satisfied = scores.filter((score) => score >= 4).length;
  if (count === 0) return { satisfied, share: null, interval: null, mean: null };
  const share = satisfied / count;
  const spread = 1 + Z ** 2 / count;
  const center = (share + Z ** 2 / (2 * count)) / spread;
  const half = (Z * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2))) / spread;
  const sum = scores.reduce((total, score) => total + score, 0);
  return { satisfied, share, interval: [center - half, center + half], mean: sum / count };
}

export type KanoMeasure = {
  readonly counts: Readonly<Record<KanoCategory, number>>;
  /** The most frequent; null where nobody answered. */
  readonly category: KanoCategory | null;
  /** How many it would please if it were there, and displease if it were not (Berger et al. 1993). */
  readonly better: number | null;
  readonly worse: number | null;
};

export function measureKano(categories: readonly KanoCategory[]): KanoMeasure {
  const counts: Record<KanoCategory, number> = {
    must_be: 0,
    one_dimensional: 0,
    attractive: 0,
    indifferent: 0,
    reverse: 0,
    questionable: 0,
  };
  for (const category of categories) counts[category] += 1;
  const { must_be, one_dimensional, attractive, indifferent } = counts;
  const told = must_be + one_dimensional + attractive + indifferent;
  const ranked = (Object.keys(counts) as KanoCategory[]).toSorted((a, b) => counts[b] - counts[a]);
  return {
    counts,
    category: categories.length === 0 ? null : (ranked[0] ?? null),
    better: told === 0 ? null : (attractive + one_dimensional) / told,
    worse: told === 0 ? null : (one_dimensional + must_be) / told,
  };
}
