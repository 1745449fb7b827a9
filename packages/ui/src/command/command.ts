import type { ReactNode } from 'react';

export interface Command {
  readonly id: string;
  readonly label: string;
  /** The heading it stands under. */
  readonly group: string;
  readonly icon?: ReactNode;
  /** Where it is or what it changes; quieter, not searched. */
  readonly detail?: string;
  /** More words it is found by. */
  readonly keywords?: string;
  readonly shortcut?: string;
  readonly run: () => void;
  /** Opens a second page of commands instead of running: "Change status" → the statuses. */
  readonly next?: () => readonly Command[];
}
