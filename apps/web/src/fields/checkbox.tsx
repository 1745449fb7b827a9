import { Checkbox, Select } from '@throughline/ui';
import { Check } from 'lucide-react';
import { t } from '../messages/t.ts';
import type { CellProps, EditorProps, FilterInputProps } from './field-component.ts';
import { PopoverlessEditor } from './popoverless-editor.tsx';

export function Cell({ value }: CellProps) {
  if (value !== true) return <span className="sr-only">{t('field.no')}</span>;
  return (
    <span className="text-accent-text">
      <Check size={15} aria-hidden />
      <span className="sr-only">{t('field.yes')}</span>
    </span>
  );
}

export function Editor({ value, field, onCommit, onCancel }: EditorProps) {
  return (
    <PopoverlessEditor initial={value === true} onCommit={onCommit} onCancel={onCancel}>
      {(checked, change) => (
        <Checkbox label={field.name} hideLabel checked={checked} onChange={change} focusOnMount />
      )}
    </PopoverlessEditor>
  );
}

export function FilterInput({ value, field, onChange }: FilterInputProps) {
  return (
    <Select
      label={field.name}
      hideLabel
      items={[
        { value: 'yes', label: t('field.yes') },
        { value: 'no', label: t('field.no') },
      ]}
      value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
      onChange={(choice) => onChange(choice === 'yes')}
    />
  );
}
