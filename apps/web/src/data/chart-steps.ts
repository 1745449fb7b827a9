/** Ends and steps that people read easily: 1, 2 or 5 times a power of ten. */

export interface Ticks {
  readonly step: number;
  readonly values: readonly number[];
}

/** The nice step nearest above `span / count`. */
export function niceStep(span: number, count: number): number {
  const rough = span / count;
  if (!(rough > 0) || !Number.isFinite(rough)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** The multiples of a nice step between two values, both included; about `count` of them. */
export function niceTicks(least: number, greatest: number, count: number, smallest = 0): Ticks {
  const step = Math.max(niceStep(greatest - least, count), smallest);
  const first = Math.ceil(least / step - 1e-9);
  const last = Math.floor(greatest / step + 1e-9);
  const values = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
    roundTo((first + at) * step, step),
  );
  return { step, values };
}

/** The multiple of a step nearest to a value, without the dust of floating point. */
export function roundTo(value: number, step: number): number {
  const digits = Math.max(0, Math.min(100, Math.ceil(-Math.log10(step)) + 1));
  const rounded = Number((Math.round(value / step) * step).toFixed(digits));
  return rounded === 0 ? 0 : rounded;
}
