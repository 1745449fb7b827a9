/** What a benchmark says: a figure, beside a baseline from the same run where there is one. */
export type Measure = {
  readonly value: number;
  readonly unit: string;
  readonly baseline?: number;
  readonly ratio?: number;
};

export type Measures = Readonly<Record<string, Measure>>;

/** One file of benchmarks; `names` begin with its own. */
export type Bench = { readonly name: string; readonly run: () => Promise<Measures> };

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function withBaseline(value: number, unit: string, baseline: number): Measure {
  return { value, unit, baseline, ratio: value / baseline };
}
