/** Draws from the distributions that arrivals, services and estimates are described by. */
import type { Random } from './random.ts';

/** A draw of the distribution; `mean` is what draws average to. */
export type Sampler = { readonly draw: (random: Random) => number; readonly mean: number };

export function constant(value: number): Sampler {
  return { mean: value, draw: () => value };
}

/** Waiting times of events that happen at a steady rate, by inversion. */
export function exponential(mean: number): Sampler {
  return { mean, draw: (random) => -mean * Math.log(1 - random()) };
}

export function uniform(low: number, high: number): Sampler {
  return { mean: (low + high) / 2, draw: (random) => low + (high - low) * random() };
}

/** Triangular: an estimate given as least, most likely and greatest, by inversion. */
export function triangular(low: number, mode: number, high: number): Sampler {
  const split = high === low ? 1 : (mode - low) / (high - low);
  return {
    mean: (low + mode + high) / 3,
    draw: (random) => {
      const u = random();
      return u < split
        ? low + Math.sqrt(u * (high - low) * (mode - low))
        : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
    },
  };
}

/** Log-normal by its median and the deviation of its logarithm: how tasks usually overrun. Box–Muller. */
export function logNormal(median: number, sigma: number): Sampler {
  return {
    mean: median * Math.exp((sigma * sigma) / 2),
    draw: (random) => median * Math.exp(sigma * standardNormal(random)),
  };
}

/** What was observed, each value as likely as any. */
export function observed(values: ArrayLike<number>): Sampler {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values[at] as number;
  return {
    mean: total / values.length,
    draw: (random) => values[Math.floor(random() * values.length)] as number,
  };
}

/** Box & Muller, A Note on the Generation of Random Normal Deviates (1958). */
export function standardNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
