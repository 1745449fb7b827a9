import { Avatar, lazyInPlace, OptionBadge, type ComboboxItem } from '@throughline/ui';
import { t } from '../messages/t.ts';
import type { ChoiceEditorProps, ChoiceFilterProps } from './choice-editor.tsx';
import type { Field, Lookup, LookupItem } from './field-component.ts';

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

const place = <span className="block h-8 min-w-0" />;

export const SingleChoiceEditor = lazyInPlace<ChoiceEditorProps>(
  async () => (await import('./choice-editor.tsx')).SingleChoiceEditor,
  place,
);

export const MultiChoiceEditor = lazyInPlace<ChoiceEditorProps>(
  async () => (await import('./choice-editor.tsx')).MultiChoiceEditor,
  place,
);

export const ChoiceFilter = lazyInPlace<ChoiceFilterProps>(
  async () => (await import('./choice-editor.tsx')).ChoiceFilter,
  place,
);
