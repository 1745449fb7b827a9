/** How good a ranking is, where it is known what belongs at its top. */

/** The place of the first that is relevant, from 1; null where there is none. */
export function firstRelevant(ranking: readonly string[], relevant: ReadonlySet<string>): number | null {
  const at = ranking.findIndex((id) => relevant.has(id));
  return at < 0 ? null : at + 1;
}

export type HitMeasures = {
  /** For each depth, the share of rankings with something relevant up to there. */
  readonly hit: ReadonlyMap<number, number>;
  /** The mean of 1 / the place of the first that is relevant (mean reciprocal rank). */
  readonly reciprocal: number;
};

export function measureHits(places: readonly (number | null)[], depths: readonly number[]): HitMeasures {
  const shareOf = (count: number): number => (places.length === 0 ? 0 : count / places.length);
  return {
    hit: new Map(
      depths.map((depth) => [
        depth,
        shareOf(places.filter((place) => place !== null && place <= depth).length),
      ]),
    ),
    reciprocal: shareOf(places.reduce<number>((sum, place) => sum + (place === null ? 0 : 1 / place), 0)),
  };
}

/** The share of the first so many that are relevant; places that nothing stands on are not. */
export function precisionAt(isRelevant: readonly boolean[], depth: number): number {
  return isRelevant.slice(0, depth).filter(Boolean).length / depth;
}

/** The mean of the precision at each relevant one, out of all there are; 0 where there are none. */
export function averagePrecision(isRelevant: readonly boolean[], all: number): number {
  if (all === 0) return 0;
  let seen = 0;
  let sum = 0;
  for (const [at, is] of isRelevant.entries()) {
    if (!is) continue;
    seen += 1;
    sum += seen / (at + 1);
  }
  return sum / all;
}
