import type { TimelineLane } from '../../data/timeline-model.ts';
import type { Span } from '../../data/timeline-span.ts';

export interface MarkChange {
  readonly id: string;
  /** Which mark; see `timeline-marks.ts`. */
  readonly at: number;
  readonly span: Span;
  /** Both where it also changes lanes. */
  readonly from?: TimelineLane | undefined;
  readonly to?: TimelineLane | undefined;
}

export interface TimelineActions {
  readonly open: (id: string) => void;
  readonly canChange: (id: string, at: number) => boolean;
  /** Whether a record can come into another lane. */
  readonly canChangeLane: (id: string) => boolean;
  /** One act, that can be undone. */
  readonly change: (change: MarkChange) => void;
  /** The record that was held is gone. */
  readonly tellVanished: () => void;
}
