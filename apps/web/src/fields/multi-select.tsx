import { OptionBadge } from '@throughline/ui';
import { ChoiceFilter, MultiChoiceEditor, optionItems } from './choice.tsx';
import type { CellProps, EditorProps, FilterInputProps } from './field-component.ts';
import { readTexts } from './read-value.ts';

export function Cell({ value, field }: CellProps) {
  const keys = readTexts(value);
  const chosen = field.options?.filter((option) => keys.includes(option.key)) ?? [];
  return (
    <span className="flex min-w-0 items-center gap-1 overflow-hidden">
      {chosen.map((option) => (
        <OptionBadge key={option.key} name={option.name} color={option.color} emoji={option.emoji} />
      ))}
    </span>
  );
}

export function Editor(props: EditorProps) {
  const { field, lookups } = props;
  const create = lookups.createOption;
  return (
    <MultiChoiceEditor
      {...props}
      items={optionItems(field)}
      onCreate={create && ((name) => create(field, name))}
    />
  );
}

export function FilterInput(props: FilterInputProps) {
  return <ChoiceFilter {...props} items={optionItems(props.field)} />;
}
