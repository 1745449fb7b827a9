import { Button } from '@throughline/ui';
import { makeContext, parseExpressionText } from '@throughline/view';
import { useState } from 'react';
import { useTitles } from '../../data/data-context.ts';
import { previewFormula, type PreviewLine } from '../../data/formula-preview.ts';
import type { RecordSource } from '../../data/record-source.ts';
import { useSession } from '../../data/use-session.ts';
import { ExpressionInput } from '../../expression/expression-input.tsx';
import { locale, t } from '../../messages/area-t.ts';

export interface FormulaEditorProps {
  readonly source: RecordSource;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onRice: () => void;
}

const previewed = 5;

/** A formula with what it gives for some records while it is typed. */
export function FormulaEditor({ source, text, onChange, onRice }: FormulaEditorProps) {
  const { workspace, person } = useSession();
  const [now] = useState(() => Date.now());
  const schema = source.schema();
  const parsed = text.trim() === '' ? undefined : parseExpressionText(text, schema);
  const context = makeContext({ now, zone: workspace.zone, me: person.id });
  const lines = parsed?.ok
    ? previewFormula(parsed.value.expression, { source, schema, context }, previewed)
    : [];
  return (
    <div className="flex flex-col gap-3">
      <div>
        <span className="mb-1 block text-small font-medium text-muted">{t('fieldEditor.formula')}</span>
        <ExpressionInput
          label={t('fieldEditor.formula')}
          text={text}
          schema={schema}
          problems={parsed === undefined || parsed.ok ? [] : parsed.error}
          placeholder="reach * impact * confidence / 100 / effort"
          rows={2}
          onChange={onChange}
        />
      </div>
      {lines.length > 0 && <Preview lines={lines} />}
      {text.trim() === '' && (
        <div className="flex items-center gap-3 rounded-md border p-3">
          <p className="min-w-0 flex-1 text-ui text-muted">{t('fieldEditor.riceText')}</p>
          <Button size="small" onClick={onRice}>
            {t('fieldEditor.rice')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Preview({ lines }: { readonly lines: readonly PreviewLine[] }) {
  const titles = useTitles();
  return (
    <table className="w-full table-fixed text-ui">
      <caption className="mb-1 text-left text-small font-medium text-muted">
        {t('fieldEditor.preview')}
      </caption>
      <tbody>
        {lines.map(({ id, value }) => (
          <tr key={id} className="border-t">
            <td className="truncate py-1 pr-2" data-tip-cut>
              {titles.titleOf(id)}
            </td>
            <td className="figures w-32 py-1 text-right">{valueText(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function valueText(value: PreviewLine['value']): string {
  if (value === null) return t('record.empty');
  if (typeof value === 'number') return value.toLocaleString(locale, { maximumFractionDigits: 2 });
  if (typeof value === 'boolean') return value ? t('field.yes') : t('field.no');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
