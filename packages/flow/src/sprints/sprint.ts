/** A sprint as it stands some time after its start, in points. */
export type Sprint = {
  readonly board: string;
  readonly id: string;
  readonly name: string;
  readonly plannedDays: number;
  /** Planned at the start, and put in and taken out since. */
  readonly planned: number;
  readonly added: number;
  readonly removed: number;
  readonly todo: number;
  readonly inProgress: number;
  readonly done: number;
  readonly itemsInProgress: number;
  /** What it delivered in the end; null while that is open. */
  readonly delivered: number | null;
};

/** The points a sprint is committed to now. */
export function committedPoints({ planned, added, removed }: Sprint): number {
  return planned + added - removed;
}
