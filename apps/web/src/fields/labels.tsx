import { ChoiceFilter, MultiChoiceEditor } from './choice.tsx';
import type { CellProps, EditorProps, FieldLookups, FilterInputProps } from './field-component.ts';
import { readTexts } from './read-value.ts';

export function Cell({ value }: CellProps) {
  return (
    <span className="flex min-w-0 items-center gap-1 overflow-hidden">
      {readTexts(value).map((label) => (
        <span
          key={label}
          className="inline-flex h-5 max-w-full shrink-0 items-center rounded-full border border-line-strong px-2 text-small text-muted"
        >
          <span className="truncate">{label}</span>
        </span>
      ))}
    </span>
  );
}

export function Editor(props: EditorProps) {
  return (
    <MultiChoiceEditor {...props} items={labelItems(props.lookups, props.value)} onCreate={(name) => name} />
  );
}

export function FilterInput(props: FilterInputProps) {
  return <ChoiceFilter {...props} items={labelItems(props.lookups, props.value)} />;
}

/** Those in use anywhere, and those of this value. */
function labelItems(lookups: FieldLookups, value: unknown) {
  return [...new Set([...readTexts(value), ...lookups.labels()])].map((label) => ({ value: label, label }));
}
