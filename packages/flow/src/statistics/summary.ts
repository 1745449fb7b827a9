import { quantile, sorted } from './quantile.ts';

/** What a manager asks of a set of durations or counts. `deviation` is the sample's (n − 1); `NaN` below two. */
export type Summary = {
  readonly count: number;
  readonly mean: number;
  readonly deviation: number;
  readonly min: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p85: number;
  readonly p95: number;
  readonly max: number;
};

/** Quantiles are of type 7. */
export function summarize(values: Iterable<number>): Summary {
  const all = sorted(values);
  const at = (p: number): number => quantile(all, p);
  return {
    count: all.length,
    mean: mean(all),
    deviation: Math.sqrt(variance(all)),
    min: at(0),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p85: at(0.85),
    p95: at(0.95),
    max: at(1),
  };
}

export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/** Of a sample (n − 1), in two passes, which loses no digits to large means. */
export function variance(values: ArrayLike<number>): number {
  const center = mean(values);
  let squares = 0;
  for (let at = 0; at < values.length; at++) squares += ((values[at] as number) - center) ** 2;
  return squares / (values.length - 1);
}

/** Neumaier's compensated sum: the order of the values moves the last bit at most. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
