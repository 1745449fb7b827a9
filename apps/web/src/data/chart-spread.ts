/** How numbers are spread: bins by a rule that is told, and percentiles by name. */
import { niceStep, roundTo } from './chart-steps.ts';

export interface Bins {
  /** Values; each bin ends where the next begins. */
  readonly edges: readonly number[];
  readonly width: number;
  readonly rule: 'freedman-diaconis' | 'sturges' | 'single';
}

const mostBins = 60;

/**
 * As wide as Freedman and Diaconis say (2 · IQR / ∛n), where the middle half does not spread as Sturges says; made a
 * round number. Whole numbers have bins of whole numbers.
 */
export function makeBins(sorted: Float64Array): Bins {
  const count = sorted.length;
  const [least, greatest] = [sorted[0] ?? 0, sorted[count - 1] ?? 0];
  const isWhole = sorted.every(Number.isInteger);
  const span = greatest - least;
  if (span === 0) {
    const width = isWhole ? 1 : niceStep(Math.abs(least) || 1, 10);
    return { edges: [least, least + width], width, rule: 'single' };
  }
  const middle = percentile(sorted, 0.75) - percentile(sorted, 0.25);
  const rule = middle > 0 ? 'freedman-diaconis' : 'sturges';
  const rough = middle > 0 ? (2 * middle) / Math.cbrt(count) : span / (Math.log2(count) + 1);
  const width = niceStep(Math.max(rough, span / mostBins, isWhole ? 1 : 0), 1);
  const first = Math.floor(least / width + 1e-9);
  const last = Math.floor(greatest / width + 1e-9) + 1;
  const edges = Array.from({ length: last - first + 1 }, (_, at) => roundTo((first + at) * width, width));
  return { edges, width, rule };
}

/** Between two values in proportion, as the median is. */
export function percentile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return low + (high - low) * (at % 1);
}
