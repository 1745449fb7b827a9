import { Combobox, MultiCombobox, type ComboboxItem } from '@throughline/ui';
import { useRef, useState } from 'react';
import { t } from '../messages/t.ts';
import type { EditorProps, FilterInputProps } from './field-component.ts';
import { readText, readTexts } from './read-value.ts';

export interface ChoiceEditorProps extends Pick<EditorProps, 'value' | 'field' | 'onCommit' | 'onCancel'> {
  readonly items: readonly ComboboxItem[];
  readonly onCreate?: ((name: string) => string | Promise<string>) | undefined;
}

/** Opens with its list; choosing commits, closing without a choice cancels. */
export function SingleChoiceEditor({ value, field, items, onCreate, onCommit, onCancel }: ChoiceEditorProps) {
  return (
    <Combobox
      label={field.name}
      look="cell"
      defaultOpen
      items={items}
      value={readText(value) || null}
      onChange={onCommit}
      onCreate={onCreate}
      onOpenChange={(open) => {
        if (!open) onCancel();
      }}
    />
  );
}

/** Collects choices while its list is open, and commits them together when it closes. */
export function MultiChoiceEditor({ value, field, items, onCreate, onCommit, onCancel }: ChoiceEditorProps) {
  const before = readTexts(value);
  const [chosen, setChosen] = useState(before);
  const latest = useRef(chosen);
  return (
    <MultiCombobox
      label={field.name}
      look="cell"
      defaultOpen
      items={items}
      value={chosen}
      onChange={(next) => {
        latest.current = next;
        setChosen(next);
      }}
      onCreate={onCreate}
      onOpenChange={(open) => {
        if (open) return;
        if (latest.current === before) onCancel();
        else onCommit(latest.current.length === 0 ? null : latest.current);
      }}
    />
  );
}

export interface ChoiceFilterProps extends Pick<FilterInputProps, 'value' | 'field' | 'onChange'> {
  readonly items: readonly ComboboxItem[];
}

/** Any of the chosen; for one value or many alike. */
export function ChoiceFilter({ value, field, items, onChange }: ChoiceFilterProps) {
  return (
    <MultiCombobox
      label={field.name}
      hideLabel
      placeholder={t('field.anyOf')}
      items={items}
      value={readTexts(value)}
      onChange={onChange}
    />
  );
}
