import type { CellProps, FilterInputProps } from './field-component.ts';
import { Cell as FormulaCell } from './formula.tsx';
import { NumberFilter } from './number-filter.tsx';

export const Editor = null;

/** What linked records add up to; it reads like the result of a formula. */
export function Cell(props: CellProps) {
  return <FormulaCell {...props} />;
}

export function FilterInput(props: FilterInputProps) {
  return <NumberFilter {...props} />;
}
