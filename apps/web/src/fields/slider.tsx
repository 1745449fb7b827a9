import { Slider } from '@throughline/ui';
import type { CellProps, EditorProps } from './field-component.ts';
import { PopoverlessEditor } from './popoverless-editor.tsx';
import { readNumber } from './read-value.ts';

export { NumberFilter as FilterInput } from './number-filter.tsx';

export function Cell({ value, field }: CellProps) {
  const number = readNumber(value);
  if (number === null) return null;
  const percent = Math.min(100, Math.max(0, (number / (field.max ?? 100)) * 100));
  return (
    <span className="flex w-full items-center gap-2">
      <span aria-hidden className="h-1 min-w-6 flex-1 overflow-hidden rounded-full bg-pressed">
        <span className="block h-full rounded-full bg-faint" style={{ width: `${percent}%` }} />
      </span>
      <span className="figures w-6 text-right text-small">{number}</span>
    </span>
  );
}

export function Editor({ value, field, onCommit, onCancel }: EditorProps) {
  return (
    <PopoverlessEditor initial={readNumber(value) ?? 0} onCommit={onCommit} onCancel={onCancel}>
      {(number, change) => (
        <>
          <Slider label={field.name} value={number} onChange={change} max={field.max ?? 100} focusOnMount />
          <span className="figures w-6 text-right text-small">{number}</span>
        </>
      )}
    </PopoverlessEditor>
  );
}
