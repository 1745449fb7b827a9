const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** A span of time in its largest unit, with two digits that matter: `3.4 d`, `12 min`. */
export function formatSpan(ms: number): string {
  for (const [name, unit] of UNITS)
    if (Math.abs(ms) >= unit) {
      const value = ms / unit;
      return `${Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(2))} ${name}`;
    }
  return ms === 0 ? '0 s' : `${Number(ms.toPrecision(2))} ms`;
}
