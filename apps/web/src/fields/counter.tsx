import type { CellProps } from './field-component.ts';
import { formatNumber } from './number-text.ts';
import { readNumber } from './read-value.ts';

export { NumberFilter as FilterInput } from './number-filter.tsx';

export const Editor = null;

/** Nought is drawn faint, so that what has something stands out. */
export function Cell({ value, lookups }: CellProps) {
  const count = readNumber(value);
  if (count === null) return null;
  return (
    <span className={`figures w-full text-right ${count === 0 ? 'text-faint' : ''}`}>
      {formatNumber(count, undefined, lookups.locale)}
    </span>
  );
}
