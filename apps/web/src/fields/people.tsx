import { AvatarStack } from '@throughline/ui';
import { ChoiceFilter, LookupLook, lookupItems, MultiChoiceEditor, UnknownRecord } from './choice.tsx';
import type { CellProps, EditorProps, FilterInputProps } from './field-component.ts';
import { readTexts } from './read-value.ts';

export function Cell({ value, lookups }: CellProps) {
  const ids = readTexts(value);
  if (ids.length === 0) return null;
  const people = ids.flatMap((id) => lookups.people.find(id) ?? []);
  const [only] = people;
  if (only === undefined) return <UnknownRecord />;
  return people.length === 1 ? (
    <LookupLook item={only} shape="round" />
  ) : (
    <AvatarStack names={people} limit={4} />
  );
}

export function Editor(props: EditorProps) {
  return <MultiChoiceEditor {...props} items={lookupItems(props.lookups.people, 'round')} />;
}

export function FilterInput(props: FilterInputProps) {
  return <ChoiceFilter {...props} items={lookupItems(props.lookups.people, 'round')} />;
}
