/** Whole numbers in one block of memory that grows by half of itself when it is full. */

export type GrowingInts = { data: Int32Array; length: number };

const FIRST_SIZE = 1024;

export function makeGrowingInts(): GrowingInts {
  return { data: new Int32Array(FIRST_SIZE), length: 0 };
}

export function pushInt(ints: GrowingInts, value: number): void {
  reserveInts(ints, 1);
  ints.data[ints.length] = value;
  ints.length += 1;
}

/** Room for so many more, all 0 at first. */
export function reserveInts(ints: GrowingInts, more: number): void {
  const wanted = ints.length + more;
  if (wanted <= ints.data.length) return;
  const grown = new Int32Array(Math.max(wanted, Math.ceil(ints.data.length * 1.5)));
  grown.set(ints.data);
  ints.data = grown;
}

export function intAt(ints: GrowingInts, at: number): number {
  return ints.data[at] as number;
}
