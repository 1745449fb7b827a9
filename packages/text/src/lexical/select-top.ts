/** The rows with the highest scores, best first, without sorting all of them. */

export type SelectOptions = {
  readonly limit: number;
  /** Asked only of rows that would be among them. */
  readonly accepts: (row: number) => boolean;
};

/** Of rows with the same score the earlier one comes first. Rows with a score of 0 never come. */
export function selectTop(scores: Float32Array, { limit, accepts }: SelectOptions): readonly number[] {
  const heap: number[] = [];
  const isWorse = (a: number, b: number): boolean => {
    const difference = (scores[a] as number) - (scores[b] as number);
    return difference < 0 || (difference === 0 && a > b);
  };
  let least = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as number;
    if (score <= least || !accepts(row)) continue;
    if (heap.length < limit) {
      heap.push(row);
      rise(heap, isWorse);
    } else {
      heap[0] = row;
      sink(heap, isWorse);
    }
    if (heap.length === limit) least = scores[heap[0] as number] as number;
  }
  return heap.toSorted((a, b) => (isWorse(a, b) ? 1 : -1));
}

type IsWorse = (a: number, b: number) => boolean;

/** The last of the heap takes its place; the worst is the first. */
function rise(heap: number[], isWorse: IsWorse): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isWorse(heap[at] as number, heap[parent] as number)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function sink(heap: number[], isWorse: IsWorse): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const right = left + 1;
    let worst = at;
    if (left < heap.length && isWorse(heap[left] as number, heap[worst] as number)) worst = left;
    if (right < heap.length && isWorse(heap[right] as number, heap[worst] as number)) worst = right;
    if (worst === at) return;
    swap(heap, at, worst);
    at = worst;
  }
}

function swap(heap: number[], a: number, b: number): void {
  const kept = heap[a] as number;
  heap[a] = heap[b] as number;
  heap[b] = kept;
}
