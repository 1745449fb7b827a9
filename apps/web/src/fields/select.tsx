import { OptionBadge } from '@throughline/ui';
import { ChoiceFilter, optionItems, SingleChoiceEditor } from './choice.tsx';
import type { CellProps, EditorProps, FilterInputProps } from './field-component.ts';

export function Cell({ value, field }: CellProps) {
  const option = field.options?.find((candidate) => candidate.key === value);
  // The space may no longer offer what the record has.
  const name = option?.name ?? (typeof value === 'string' ? value : '');
  return name === '' ? null : <OptionBadge name={name} color={option?.color} emoji={option?.emoji} />;
}

export function Editor(props: EditorProps) {
  const { field, lookups } = props;
  const create = lookups.createOption;
  return (
    <SingleChoiceEditor
      {...props}
      items={optionItems(field)}
      onCreate={create && ((name) => create(field, name))}
    />
  );
}

export function FilterInput(props: FilterInputProps) {
  return <ChoiceFilter {...props} items={optionItems(props.field)} />;
}
