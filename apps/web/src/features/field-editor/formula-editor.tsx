import { MODEL } from '@throughline/model';
import { makeContext, makePathIndex, makeSchema, parseExpressionText, type Schema } from '@throughline/view';
import { useMemo, useRef, useState } from 'react';
import { useTitles, useWorkspace } from '../../data/data-context.ts';
import { previewFormula, type PreviewLine } from '../../data/formula-preview.ts';
import type { RecordSource } from '../../data/record-source.ts';
import { useSession } from '../../data/use-session.ts';
import { ExpressionInput } from '../../expression/expression-input.tsx';
import { locale, t } from '../../messages/area-t.ts';
import type { Fitted, ReadyMade } from './ready-made.ts';
import { ReadyMadeGallery } from './ready-made-gallery.tsx';

export interface FormulaEditorProps {
  readonly source: RecordSource;
  readonly text: string;
  /** The ready-made that was chosen, over the fields there are. */
  readonly fitted: Fitted | undefined;
  readonly onChange: (text: string) => void;
  readonly onChoose: (readyMade: ReadyMade) => void;
}

const previewed = 5;

/** A formula with what it gives for some records while it is typed. */
export function FormulaEditor({ source, text, fitted, onChange, onChoose }: FormulaEditorProps) {
  const { workspace, person } = useSession();
  const [now] = useState(() => Date.now());
  const box = useRef<HTMLDivElement>(null);
  const schema = useEditorSchema(source, fitted);
  const parsed = text.trim() === '' ? undefined : parseExpressionText(text, schema);
  const context = makeContext({ now, zone: workspace.zone, me: person.id });
  const lines = parsed?.ok
    ? previewFormula(parsed.value.expression, { source, schema, context }, previewed)
    : [];
  /** The gallery goes once one is chosen; the focus goes on where its formula stands. */
  function choose(readyMade: ReadyMade) {
    onChoose(readyMade);
    box.current?.querySelector('textarea')?.focus();
  }
  return (
    <div className="flex flex-col gap-3">
      <div ref={box}>
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
      {fitted && <FittedFields fitted={fitted} />}
      {lines.length > 0 && <Preview lines={lines} />}
      {text.trim() === '' && <ReadyMadeGallery onChoose={choose} />}
    </div>
  );
}

/** The fields as they will be, and the ways to linked records that a formula may take. */
function useEditorSchema(source: RecordSource, fitted: Fitted | undefined): Schema {
  const { fields, titles } = useWorkspace();
  const { entity } = source;
  const known = source.schema();
  return useMemo(
    () =>
      makeSchema({
        entity,
        fields: [...known.fields, ...(fitted?.missing ?? [])],
        titles,
        paths: makePathIndex(MODEL, entity, (of) => fields(of)),
      }),
    [entity, known, fitted, titles, fields],
  );
}

function FittedFields({ fitted: { used, missing } }: { readonly fitted: Fitted }) {
  const names = (list: Fitted['used']): string => list.map(({ name }) => name).join(', ');
  return (
    <p className="text-small text-muted">
      {used.length > 0 && t('fieldEditor.uses', { names: names(used) })}{' '}
      {missing.length > 0 && t('fieldEditor.makes', { names: names(missing) })}
    </p>
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
