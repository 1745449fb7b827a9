/** Since when something takes longer than it did. */

export type Change = {
  /** The first moment of the longer times, ms. */
  readonly since: number;
  readonly medianBefore: number;
  readonly medianAfter: number;
};

export type Timed = { readonly time: number; readonly value: number };

/** Fewer on either side say nothing. */
const LEAST = 20;
/** How much longer it must take to be worth a word. */
const WORTH = 1.25;
/**
 * Of the greatest rank-sum statistic over all splits: 1 of 1,000 series without a change exceeds it. Pettitt,
 * A Non-Parametric Approach to the Change-Point Problem, Applied Statistics 28 (1979).
 */
const CHANCE = 0.001;

/** The split into before and after that tells most, where it tells of longer times and is no accident. */
export function findChange(observations: readonly Timed[]): Change | null {
  const count = observations.length;
  if (count < 2 * LEAST) return null;
  const ordered = observations.toSorted((a, b) => a.time - b.time);
  const ranks = rank(ordered.map(({ value }) => value));
  let sum = 0;
  let best = { statistic: 0, split: 0 };
  ranks.forEach((each, at) => {
    sum += each;
    const split = at + 1;
    // Above 0 where what comes after is longer.
    const statistic = split * (count + 1) - 2 * sum;
    if (split >= LEAST && count - split >= LEAST && statistic > best.statistic) best = { statistic, split };
  });
  const chance = 2 * Math.exp((-6 * best.statistic ** 2) / (count ** 3 + count ** 2));
  if (best.split === 0 || chance > CHANCE) return null;
  const medianBefore = median(ordered.slice(0, best.split));
  const medianAfter = median(ordered.slice(best.split));
  if (medianAfter <= medianBefore * WORTH) return null;
  return { since: ordered[best.split]?.time ?? Number.NaN, medianBefore, medianAfter };
}

function median(values: readonly Timed[]): number {
  const ordered = values.map(({ value }) => value).toSorted((a, b) => a - b);
  const middle = (ordered.length - 1) / 2;
  return ((ordered[Math.floor(middle)] ?? 0) + (ordered[Math.ceil(middle)] ?? 0)) / 2;
}

/** From 1; equal values share the mean of theirs. */
function rank(values: readonly number[]): Float64Array {
  const order = values.map((_, at) => at).toSorted((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] as number] === values[order[from] as number]) to++;
    for (let at = from; at <= to; at++) ranks[order[at] as number] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}
