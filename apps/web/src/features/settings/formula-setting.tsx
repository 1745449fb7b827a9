import { MODEL } from '@throughline/model';
import { makePathIndex, makeSchema, parseExpressionText } from '@throughline/view';
import { useMemo } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { ExpressionInput } from '../../expression/expression-input.tsx';
import { t } from '../../messages/area-t.ts';

export interface FormulaSettingProps {
  readonly entity: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** The formula of a field, with names completed and errors shown at the character. */
export function FormulaSetting({ entity, text, onChange }: FormulaSettingProps) {
  const { fields, titles } = useWorkspace();
  const schema = useMemo(
    () => makeSchema({ entity, fields: fields(entity), titles, paths: makePathIndex(MODEL, entity, fields) }),
    [entity, fields, titles],
  );
  const parsed = text.trim() === '' ? undefined : parseExpressionText(text, schema);
  return (
    <div>
      <span className="mb-1 block text-small font-medium text-muted">{t('settings.formula')}</span>
      <ExpressionInput
        label={t('settings.formula')}
        text={text}
        schema={schema}
        problems={parsed === undefined || parsed.ok ? [] : parsed.error}
        rows={2}
        onChange={onChange}
      />
      <p className="mt-1 text-small text-muted">{t('settings.formulaHint')}</p>
    </div>
  );
}
