/** Runs that are turned together. */
const BLOCK = 32;

/**
 * Of each item, the days it was finished in the first runs. They come run by run and are wanted item by item; some runs
 * are turned at a time, since memory is slow to write to in leaps. Seven digits are enough for percentiles.
 */
export class FinishColumns {
  readonly #runs: number;
  readonly #items: number;
  readonly #columns: Float32Array;
  readonly #block: Float32Array;

  constructor(items: number, runs: number) {
    this.#runs = runs;
    this.#items = items;
    this.#columns = new Float32Array(items * runs);
    this.#block = new Float32Array(items * BLOCK);
  }

  add(run: number, finished: Float64Array): void {
    if (run >= this.#runs) return;
    this.#block.set(finished, (run % BLOCK) * this.#items);
    if (run % BLOCK === BLOCK - 1 || run === this.#runs - 1) this.#turn(run);
  }

  of(item: number): Float32Array {
    return this.#columns.subarray(item * this.#runs, (item + 1) * this.#runs);
  }

  #turn(last: number): void {
    const first = last - (last % BLOCK);
    const [columns, block, items] = [this.#columns, this.#block, this.#items];
    for (let item = 0; item < items; item++) {
      const into = item * this.#runs;
      for (let run = first, from = item; run <= last; run++, from += items)
        columns[into + run] = block[from] as number;
    }
  }
}
