import type { CellProps } from './field-component.ts';

export { TextFilter as FilterInput } from './text-filter.tsx';

/** Written by programs. */
export const Editor = null;

export function Cell({ value }: CellProps) {
  if (value === null || value === undefined) return null;
  return <span className="truncate font-mono text-small text-muted">{JSON.stringify(value)}</span>;
}
