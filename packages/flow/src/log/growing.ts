/** Typed arrays that grow as they are written, so that a log of unknown length costs a few bytes an event. */

type Numbers = Float64Array | Int32Array;

/** Grows by half, so that the largest array is never more than half empty. */
function roomFor(capacity: number, index: number): number {
  return Math.max(index + 1, capacity + (capacity >> 1));
}

/** A growing column of one kind of number; what was never set has the value given as absent. */
class Growing<T extends Numbers> {
  length = 0;
  #values: T;
  readonly #make: (length: number) => T;
  readonly #absent: number;

  constructor(make: (length: number) => T, absent: number) {
    this.#make = make;
    this.#absent = absent;
    this.#values = make(1024);
  }

  get(index: number): number {
    return index < this.length ? (this.#values[index] as number) : this.#absent;
  }

  set(index: number, value: number): void {
    if (index >= this.#values.length) this.#grow(index);
    for (let at = this.length; at < index; at++) this.#values[at] = this.#absent;
    this.#values[index] = value;
    if (index >= this.length) this.length = index + 1;
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow(this.length);
    this.#values[this.length++] = value;
  }

  /** Forgets everything from an index on. */
  cut(length: number): void {
    if (length < this.length) this.length = length;
  }

  /** The column at a length, filled up with the absent value. */
  take(length: number): T {
    const taken = this.#make(length);
    const known = Math.min(length, this.length);
    taken.set(this.#values.subarray(0, known) as never);
    taken.fill(this.#absent, known);
    return taken;
  }

  #grow(index: number): void {
    const grown = this.#make(roomFor(this.#values.length, index));
    grown.set(this.#values.subarray(0, this.length) as never);
    this.#values = grown;
  }
}

export type GrowingCodes = Growing<Int32Array>;
export type GrowingNumbers = Growing<Float64Array>;

export function makeGrowingCodes(absent = -1): GrowingCodes {
  return new Growing((length) => new Int32Array(length), absent);
}

export function makeGrowingNumbers(absent = Number.NaN): GrowingNumbers {
  return new Growing((length) => new Float64Array(length), absent);
}
