import { Rating, RatingStars } from '@throughline/ui';
import type { CellProps, EditorProps, FilterInputProps } from './field-component.ts';
import { PopoverlessEditor } from './popoverless-editor.tsx';
import { readNumber } from './read-value.ts';

export function Cell({ value, field }: CellProps) {
  const stars = readNumber(value);
  return stars === null || stars <= 0 ? null : <RatingStars value={Math.round(stars)} max={field.max ?? 5} />;
}

export function Editor({ value, field, onCommit, onCancel }: EditorProps) {
  return (
    <PopoverlessEditor initial={readNumber(value)} onCommit={onCommit} onCancel={onCancel}>
      {(stars, change) => (
        <Rating label={field.name} value={stars} onChange={change} max={field.max ?? 5} focusOnMount />
      )}
    </PopoverlessEditor>
  );
}

export function FilterInput({ value, field, onChange }: FilterInputProps) {
  return <Rating label={field.name} value={readNumber(value)} onChange={onChange} max={field.max ?? 5} />;
}
