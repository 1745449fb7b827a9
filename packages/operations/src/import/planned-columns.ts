import type { ImportSetup } from './start-import.ts';

/** A column of the source and what becomes of it, as mapping screens and reports show it. */
export type PlannedColumn = {
  readonly column: string;
  readonly target: string;
  readonly type: string | null;
  readonly isNew: boolean;
  readonly confidence: number;
};

export function toColumns({ plan }: ImportSetup): PlannedColumn[] {
  return [...plan.columns.values()].map(({ column, target, confidence }) => {
    const field = target.to === 'field' ? target.planned.field() : undefined;
    return {
      column,
      target: field?.key ?? (target.to === 'drop' ? '-' : target.to),
      type: field?.type ?? null,
      isNew: target.to === 'field' && target.planned.isNew,
      confidence,
    };
  });
}
