/**
 * A sink is a function of the log and a cursor: it turns changes into rows in the transaction that moves its
 * cursor, with ids that follow from the change. Replayed from zero it makes the same rows.
 */
import type { Change } from '@throughline/model';
import type { Work } from '@throughline/operations';

export type Sink = {
  readonly name: string;
  readonly apply: (work: Work, changes: readonly Change[]) => Promise<void>;
};
