/** Rows in an order, in chunks: a row is found by halving, and moving one shifts no more than a chunk. */
const CHUNK = 512;

/** Below 0 when what is looked for stands before the row, above when behind, 0 when it is the row. */
export type Locate = (row: number) => number;

export class OrderedRows {
  /** Parts of what was given until they are changed. */
  readonly #chunks: (number[] | Int32Array)[];
  #size: number;

  constructor(rows: Int32Array) {
    this.#size = rows.length;
    this.#chunks = [];
    for (let start = 0; start < rows.length; start += CHUNK) {
      this.#chunks.push(rows.subarray(start, start + CHUNK));
    }
  }

  get size(): number {
    return this.#size;
  }

  at(index: number): number | undefined {
    let rest = index;
    for (const chunk of this.#chunks) {
      if (rest < chunk.length) return chunk[rest];
      rest -= chunk.length;
    }
    return undefined;
  }

  /** Rows from one index to before another. */
  slice(start = 0, end = this.#size): Int32Array {
    const rows = new Int32Array(Math.max(0, Math.min(end, this.#size) - start));
    let [from, filled] = [start, 0];
    for (const chunk of this.#chunks) {
      for (let index = from; index < chunk.length && filled < rows.length; index++) {
        rows[filled++] = chunk[index] as number;
      }
      from = Math.max(0, from - chunk.length);
    }
    return rows;
  }

  /** Answers the index at which the row now stands. */
  insert(row: number, locate: Locate): number {
    const place = this.#find(locate);
    this.#size++;
    if (this.#chunks.length === 0) {
      this.#chunks.push([row]);
      return 0;
    }
    const chunk = this.#own(place.chunk);
    chunk.splice(place.offset, 0, row);
    if (chunk.length > 2 * CHUNK) this.#chunks.splice(place.chunk + 1, 0, chunk.splice(CHUNK));
    return place.index;
  }

  /** Answers the index at which the row stood. */
  remove(locate: Locate): number {
    const place = this.#find(locate);
    const chunk = this.#own(place.chunk);
    chunk.splice(place.offset, 1);
    if (chunk.length === 0) this.#chunks.splice(place.chunk, 1);
    this.#size--;
    return place.index;
  }

  indexOf(locate: Locate): number {
    return this.#find(locate).index;
  }

  /** The chunk as a list of its own, to be changed. */
  #own(at: number): number[] {
    const chunk = this.#chunks[at] ?? [];
    if (Array.isArray(chunk)) return chunk;
    const own = Array.from(chunk);
    this.#chunks[at] = own;
    return own;
  }

  /** Where the first row stands that is not before what is looked for. */
  #find(locate: Locate): { readonly chunk: number; readonly offset: number; readonly index: number } {
    const last = this.#chunks.length - 1;
    const behind = search(this.#chunks.length, (at) => locate(this.#chunks[at]?.[0] as number) >= 0);
    const chunk = Math.min(Math.max(0, behind - 1), Math.max(0, last));
    const rows = this.#chunks[chunk] ?? [];
    const offset = search(rows.length, (at) => locate(rows[at] as number) > 0);
    let index = offset;
    for (let before = 0; before < chunk; before++) index += this.#chunks[before]?.length ?? 0;
    return { chunk, offset, index };
  }
}

/** How many of the first places pass; those that pass come first. */
function search(length: number, passes: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
