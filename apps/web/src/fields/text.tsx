import { type CellProps, type EditorProps } from './field-component.ts';
import { InlineInput } from './inline-input.tsx';
import { readText } from './read-value.ts';

export { TextFilter as FilterInput } from './text-filter.tsx';

export function Cell({ value }: CellProps) {
  return <span className="truncate">{readText(value)}</span>;
}

export function Editor({ value, field, onCommit, onCancel }: EditorProps) {
  return (
    <InlineInput
      label={field.name}
      initial={readText(value)}
      onCommit={(text) => onCommit(text.trim() === '' ? null : text)}
      onCancel={onCancel}
    />
  );
}
