import { ChoiceFilter, lookupItems, MultiChoiceEditor, UnknownRecord } from './choice.tsx';
import type { CellProps, EditorProps, FilterInputProps } from './field-component.ts';
import { readTexts } from './read-value.ts';

export function Cell({ value, field, lookups }: CellProps) {
  const records = lookups.records(field.target ?? '*');
  return (
    <span className="flex min-w-0 items-center gap-1 overflow-hidden">
      {readTexts(value).map((id) => (
        <span
          key={id}
          className="inline-flex h-5 max-w-full min-w-0 items-center gap-1 rounded-sm border border-line px-1.5 text-small"
        >
          {records.find(id) ? (
            <>
              <span className="shrink-0 text-faint">{records.find(id)?.detail}</span>
              <span className="truncate">{records.find(id)?.name}</span>
            </>
          ) : (
            <UnknownRecord />
          )}
        </span>
      ))}
    </span>
  );
}

export function Editor(props: EditorProps) {
  return (
    <MultiChoiceEditor {...props} items={lookupItems(props.lookups.records(props.field.target ?? '*'))} />
  );
}

export function FilterInput(props: FilterInputProps) {
  return <ChoiceFilter {...props} items={lookupItems(props.lookups.records(props.field.target ?? '*'))} />;
}
