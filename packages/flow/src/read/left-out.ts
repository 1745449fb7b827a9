/** Counts what a reader could not use, with the first few places, so that nothing is lost in silence. */

export type LeftOutReason =
  | 'no_time'
  | 'bad_time'
  | 'no_case'
  | 'no_activity'
  | 'nul_byte'
  | 'quote_not_closed'
  | 'no_status_change'
  | 'bad_row';

export type LeftOut = {
  readonly reason: LeftOutReason;
  readonly count: number;
  /** Where the first of them are: `line 12`, `case A7, event 3`. */
  readonly examples: readonly string[];
};

const EXAMPLES = 5;

export class LeftOutCounter {
  readonly #counts = new Map<LeftOutReason, { count: number; examples: string[] }>();

  add(reason: LeftOutReason, place: () => string): void {
    const known = this.#counts.get(reason) ?? { count: 0, examples: [] };
    known.count += 1;
    if (known.examples.length < EXAMPLES) known.examples.push(place());
    this.#counts.set(reason, known);
  }

  list(): readonly LeftOut[] {
    return [...this.#counts].map(([reason, { count, examples }]) => ({ reason, count, examples }));
  }
}
