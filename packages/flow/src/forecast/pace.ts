/** How fast work is being done, and how far from steadily, as far as it was known at a moment. */

/** Share of a full period that is worked, by number of the period: holidays make it less than 1. */
export type Capacity = (period: number) => number;

export type Pace = {
  /** Items expected in the periods ahead. */
  readonly expected: number;
  /** How wide promises about them must be; 1 is usual. */
  readonly unrest: number;
};

/** Windows, in periods: what is going on now, what has been usual, and the scatter between. */
const RECENT = 6;
const USUAL = 26;
const SCATTER = 12;
const JUST_NOW = 4;

/** Weight of the recent against the usual level, and of the three parts of unrest; chosen in docs/forecast.md. */
const RECENT_WEIGHT = 0.4;
const DRIFT_WEIGHT = 1.3;
const SCATTER_POWER = 0.63;
const LEVEL_VARIANCE = 0.05;
/** What is usual in the projects the weights were chosen on, so that unrest is about 1. */
const USUAL_SCATTER = 0.7;
const USUAL_DRIFT = 0.3;
const USUAL_COUNT = 30;

export class PaceMeter {
  readonly #items: Float64Array;
  readonly #squares: Float64Array;
  readonly #worked: Float64Array;
  readonly #capacity: Capacity;

  constructor(counts: readonly number[], capacity: Capacity = () => 1) {
    this.#capacity = capacity;
    this.#items = runningSum(counts);
    this.#squares = runningSum(counts.map((count) => count * count));
    this.#worked = runningSum(counts.map((_, period) => capacity(period)));
  }

  /** What the first `known` periods tell about the `horizon` periods after them. */
  at(known: number, horizon: number): Pace {
    if (this.#level(known, USUAL) === 0) return { expected: 0, unrest: 1 };
    const level = Math.exp(
      RECENT_WEIGHT * Math.log(this.#level(known, RECENT) + 0.25) +
        (1 - RECENT_WEIGHT) * Math.log(this.#level(known, USUAL) + 0.25),
    );
    const expected = level * this.#ahead(known, horizon);
    const drift = Math.abs(
      Math.log((this.#level(known, JUST_NOW) + 0.5) / (this.#level(known, USUAL) + 0.5)),
    );
    const chance = Math.sqrt((LEVEL_VARIANCE + 1 / (expected + 1)) / (LEVEL_VARIANCE + 1 / USUAL_COUNT));
    const scatter = (this.#scatter(known) / USUAL_SCATTER) ** SCATTER_POWER;
    return { expected, unrest: chance * scatter * Math.exp(DRIFT_WEIGHT * (drift - USUAL_DRIFT)) };
  }

  /** Items per full period over the last `window` known ones. */
  #level(known: number, window: number): number {
    const worked = this.#over(this.#worked, known, window);
    return worked > 0 ? this.#over(this.#items, known, window) / worked : 0;
  }

  /** Coefficient of variation, with a count’s own chance added, so that few items do not look steady. */
  #scatter(known: number): number {
    const length = Math.min(SCATTER, known);
    const mean = this.#over(this.#items, known, SCATTER) / length;
    const variance = Math.max(0, this.#over(this.#squares, known, SCATTER) / length - mean * mean);
    return Math.sqrt(variance + mean + 0.25) / (mean + 0.5);
  }

  #over(sums: Float64Array, known: number, window: number): number {
    return (sums[known] as number) - (sums[Math.max(0, known - window)] as number);
  }

  #ahead(known: number, horizon: number): number {
    let periods = 0;
    for (let period = known; period < known + horizon; period++) periods += this.#capacity(period);
    return periods;
  }
}

/** One longer than the values: sums of the first 0, 1, 2 … */
function runningSum(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, at) => (sums[at + 1] = (sums[at] as number) + value));
  return sums;
}
