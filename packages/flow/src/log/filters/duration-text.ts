const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** `36h`, `2d`, `1d 12h` in ms; NaN where it is none. */
export function parseDuration(text: string): number {
  if (!/^\s*(?:\d+(?:\.\d+)?\s*[a-z]+\s*)+$/.test(text)) return Number.NaN;
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/g))
    sum += Number(number) * (UNITS[unit ?? ''] ?? Number.NaN);
  return sum;
}
