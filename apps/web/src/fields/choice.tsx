import { Avatar, Combobox, MultiCombobox, OptionBadge, type ComboboxItem } from '@throughline/ui';
import { useRef, useState } from 'react';
import { t } from '../messages/t.ts';
import type { EditorProps, Field, FilterInputProps, Lookup, LookupItem } from './field-component.ts';
import { readText, readTexts } from './read-value.ts';

export function optionItems(field: Field): readonly ComboboxItem[] {
  return (field.options ?? []).map((option) => ({
    value: option.key,
    label: option.name,
    look: <OptionBadge name={option.name} color={option.color} emoji={option.emoji} />,
  }));
}

export function lookupItems(
  lookup: Lookup,
  shape: 'round' | 'square' | 'none' = 'none',
): readonly ComboboxItem[] {
  return lookup.all().map((item) => ({
    value: item.id,
    label: item.name,
    ...(item.detail !== undefined && { detail: item.detail }),
    look: <LookupLook item={item} shape={shape} />,
  }));
}

export interface LookupLookProps {
  readonly item: LookupItem;
  readonly shape: 'round' | 'square' | 'none';
}

export function LookupLook({ item, shape }: LookupLookProps) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5">
      {shape !== 'none' && (
        <span aria-hidden className="contents">
          <Avatar name={item.name} imageUrl={item.imageUrl} shape={shape} />
        </span>
      )}
      <span className="truncate">{item.name}</span>
    </span>
  );
}

/** A value that points to a record nobody here may see, or that is gone. */
export function UnknownRecord() {
  return <span className="text-faint">{t('field.unknownRecord')}</span>;
}

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
