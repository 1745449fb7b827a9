import { ChoiceFilter, LookupLook, lookupItems, SingleChoiceEditor, UnknownRecord } from './choice.tsx';
import type { CellProps, EditorProps, FilterInputProps } from './field-component.ts';
import { readText } from './read-value.ts';

export function Cell({ value, field, lookups }: CellProps) {
  const id = readText(value);
  if (id === '') return null;
  const item = lookups.records(field.target ?? '*').find(id);
  return item ? <LookupLook item={item} shape="none" /> : <UnknownRecord />;
}

export function Editor(props: EditorProps) {
  return (
    <SingleChoiceEditor {...props} items={lookupItems(props.lookups.records(props.field.target ?? '*'))} />
  );
}

export function FilterInput(props: FilterInputProps) {
  return <ChoiceFilter {...props} items={lookupItems(props.lookups.records(props.field.target ?? '*'))} />;
}
