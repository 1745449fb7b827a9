import { NumberField, Segmented } from '@throughline/ui';
import { t } from '../../messages/area-t.ts';
import type { FieldDraft } from './field-draft.ts';

export interface ScaleEditorProps {
  readonly draft: FieldDraft;
  readonly onChange: (part: Partial<FieldDraft>) => void;
}

/** How numbers are written, and where scales end. */
export function ScaleEditor({ draft: { type, format, max }, onChange }: ScaleEditorProps) {
  if (type === 'number' || type === 'formula') {
    return (
      <div className="flex items-center gap-3">
        <span className="text-small font-medium text-muted">{t('fieldEditor.format')}</span>
        <Segmented
          label={t('fieldEditor.format')}
          items={[
            { id: 'plain', label: t('fieldEditor.plain') },
            { id: 'percent', label: t('fieldEditor.percent') },
            { id: 'currency', label: t('fieldEditor.currency') },
          ]}
          value={format}
          onChange={(next) => onChange({ format: next })}
        />
      </div>
    );
  }
  if (type !== 'rating' && type !== 'slider') return null;
  return (
    <div className="w-32">
      <NumberField
        label={t('fieldEditor.max')}
        value={max ?? (type === 'rating' ? 5 : 100)}
        onChange={(next) => onChange({ max: next })}
      />
    </div>
  );
}
