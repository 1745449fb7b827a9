import { normalQuantile } from './normal.ts';
import { quantile, sorted } from './quantile.ts';
import type { Random } from './random.ts';

/** From–to that holds the true value with the stated confidence. */
export type Interval = { readonly low: number; readonly high: number };

/** Of a share seen `hits` times in `trials`. Source: Wilson, Probable Inference, JASA 22 (1927). */
export function wilsonInterval(hits: number, trials: number, confidence = 0.95): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const z = normalQuantile(0.5 + confidence / 2);
  const share = hits / trials;
  const center = share + (z * z) / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return { low: Math.max(0, (center - spread) / scale), high: Math.min(1, (center + spread) / scale) };
}

export type BootstrapOptions = {
  readonly random: Random;
  readonly rounds?: number;
  readonly confidence?: number;
};

/** Of any statistic of a sample, by resampling it. Source: Efron, Bootstrap Methods, Annals of Statistics 7 (1979). */
export function bootstrapInterval(
  sample: readonly number[],
  statistic: (sample: readonly number[]) => number,
  { random, rounds = 1000, confidence = 0.95 }: BootstrapOptions,
): Interval {
  const draw = (): number => sample[Math.floor(random() * sample.length)] as number;
  const values = sorted(Array.from({ length: rounds }, () => statistic(sample.map(draw))));
  return {
    low: quantile(values, (1 - confidence) / 2),
    high: quantile(values, (1 + confidence) / 2),
  };
}
