/** What happens next: a binary heap of moments, each with a number that says what. First come, first served at equal moments. */
export class EventQueue {
  #size = 0;
  #count = 0;
  #times = new Float64Array(64);
  #turns = new Float64Array(64);
  #payloads = new Int32Array(64);
  /** Of the event taken last. */
  time = 0;

  get size(): number {
    return this.#size;
  }

  add(time: number, payload: number): void {
    if (this.#size === this.#times.length) this.#grow();
    this.#set(this.#size, time, this.#count++, payload);
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** The payload of the earliest event; its moment is then in `time`. There must be one. */
  take(): number {
    const payload = this.#payloads[0] as number;
    this.time = this.#times[0] as number;
    this.#size -= 1;
    this.#swap(0, this.#size);
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.#size && this.#isBefore(child, least)) least = child;
      if (least === at) return payload;
      this.#swap(at, least);
      at = least;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const difference = (this.#times[a] as number) - (this.#times[b] as number);
    return difference < 0 || (difference === 0 && (this.#turns[a] as number) < (this.#turns[b] as number));
  }

  #set(at: number, time: number, turn: number, payload: number): void {
    this.#times[at] = time;
    this.#turns[at] = turn;
    this.#payloads[at] = payload;
  }

  #swap(a: number, b: number): void {
    const [time, turn, payload] = [
      this.#times[a] as number,
      this.#turns[a] as number,
      this.#payloads[a] as number,
    ];
    this.#set(a, this.#times[b] as number, this.#turns[b] as number, this.#payloads[b] as number);
    this.#set(b, time, turn, payload);
  }

  #grow(): void {
    const grow = <T extends Float64Array | Int32Array>(from: T, to: T): T => {
      to.set(from as never);
      return to;
    };
    const length = this.#times.length * 2;
    this.#times = grow(this.#times, new Float64Array(length));
    this.#turns = grow(this.#turns, new Float64Array(length));
    this.#payloads = grow(this.#payloads, new Int32Array(length));
  }
}
