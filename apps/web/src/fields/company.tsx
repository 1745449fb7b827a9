import { ChoiceFilter, LookupLook, lookupItems, SingleChoiceEditor, UnknownRecord } from './choice.tsx';
import type { CellProps, EditorProps, FilterInputProps } from './field-component.ts';
import { readText } from './read-value.ts';

export function Cell({ value, lookups }: CellProps) {
  const id = readText(value);
  if (id === '') return null;
  const item = lookups.companies.find(id);
  return item ? <LookupLook item={item} shape="square" /> : <UnknownRecord />;
}

export function Editor(props: EditorProps) {
  return <SingleChoiceEditor {...props} items={lookupItems(props.lookups.companies, 'square')} />;
}

export function FilterInput(props: FilterInputProps) {
  return <ChoiceFilter {...props} items={lookupItems(props.lookups.companies, 'square')} />;
}
