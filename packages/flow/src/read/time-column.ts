/** The times of one column, in which the order of day and month may come out only after many rows. */
import { makeGrowingNumbers, type GrowingNumbers } from '../log/growing.ts';
import type { DateOrder, TimeReader } from './time-reader.ts';

export class TimeColumn {
  readonly reader: TimeReader;
  /** Whether any value could be read in two ways. */
  hadOthers = false;
  readonly #times = makeGrowingNumbers();
  /** The same with day and month the other way round, as long as no row has told which is meant. */
  #others: GrowingNumbers | null;

  constructor(reader: TimeReader, isOrderKnown: boolean) {
    this.reader = reader;
    this.#others = isOrderKnown ? null : makeGrowingNumbers();
  }

  /** Whether the bytes are a time. */
  set(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    const time = this.reader.read(bytes, start, end);
    if (this.#others !== null) return this.#setBoth(row, time, this.#others);
    if (Number.isNaN(time)) return false;
    this.#times.set(row, time);
    return true;
  }

  #setBoth(row: number, time: number, others: GrowingNumbers): boolean {
    const { other, proven } = this.reader;
    if (Number.isNaN(time) && Number.isNaN(other)) return false;
    this.#times.set(row, time);
    others.set(row, proven === null && Number.isNaN(other) ? time : other);
    if (proven !== null) this.decide(proven);
    else if (!Number.isNaN(other) && other !== time) this.hadOthers = true;
    return true;
  }

  get isUndecided(): boolean {
    return this.#others !== null && this.#others.length > 0;
  }

  /** Takes all times so far, and those to come, as being of this order. */
  decide(order: DateOrder): void {
    const others = this.#others;
    if (others === null) return;
    this.#others = null;
    if (order === this.reader.order) return;
    this.reader.order = order;
    for (let row = 0; row < others.length; row++) this.#times.set(row, others.get(row));
  }

  get length(): number {
    return this.#times.length;
  }

  get(row: number): number {
    return this.#times.get(row);
  }

  getOther(row: number): number {
    return this.#others === null ? this.#times.get(row) : this.#others.get(row);
  }

  cut(length: number): void {
    this.#times.cut(length);
    this.#others?.cut(length);
  }

  take(length: number): Float64Array {
    return this.#times.take(length);
  }
}
