import { lazyInPlace } from '@throughline/ui';
import type { CellProps, EditorProps } from './field-component.ts';
import { readText } from './read-value.ts';

export { TextFilter as FilterInput } from './text-filter.tsx';

export function Cell({ value }: CellProps) {
  return <span className="truncate">{readText(value)}</span>;
}

export const Editor = lazyInPlace<EditorProps>(
  async () => (await import('./long-text-box.tsx')).LongTextBox,
  null,
);
