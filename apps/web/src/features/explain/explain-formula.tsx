import { MODEL, type Field } from '@throughline/model';
import {
  explain,
  fillInputs,
  inputsOf,
  makeContext,
  makeViewScope,
  stepsOf,
  type Explanation,
  type Schema,
} from '@throughline/view';
import { ChevronRight } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useRecord, useWorkspace } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { emptinessText } from './emptiness-text.ts';
import { useValueText } from './use-value-text.ts';
import type { ExplainAsked } from '../../frame/explain-request.ts';
import { LinkedList } from './linked-list.tsx';

const MOST_STEPS = 40;

export interface ExplainFormulaProps {
  readonly asked: ExplainAsked;
  readonly field: Field;
  readonly onLeave: () => void;
}

export function ExplainFormula({ asked, field, onLeave }: ExplainFormulaProps) {
  const found = useExplanation(asked);
  const valueText = useValueText();
  if (found === undefined) return <p className="text-ui text-muted">{t('explain.gone')}</p>;
  const { explanation, schema } = found;
  const steps = stepsOf(explanation);
  const inputs = inputsOf(explanation);
  return (
    <div className="flex flex-col gap-4 text-ui">
      <div className="rounded-md bg-sunken px-3 py-2 font-mono text-small leading-5 break-words">
        <p className="text-muted">{field.config.expression}</p>
        <p>{fillInputs(explanation, schema)}</p>
        <p className="font-semibold">
          = {explanation.value === null ? t('explain.empty') : valueText(explanation, field)}
        </p>
      </div>
      {explanation.emptiness && <p role="note">{emptinessText(explanation.emptiness)}</p>}
      {inputs.length > 0 && (
        <Part title={t('explain.inputs')}>
          <ul className="divide-y border-y">
            {inputs.map((input) => (
              <InputLine key={input.text} input={input} asked={asked} onLeave={onLeave} />
            ))}
          </ul>
        </Part>
      )}
      {steps.length > 0 && (
        <Part title={t('explain.steps')}>
          <ol className="flex flex-col gap-1">
            {steps.slice(0, MOST_STEPS).map((step) => (
              <StepLine key={step.text} step={step} />
            ))}
          </ol>
          {steps.length > MOST_STEPS && (
            <p className="text-small text-muted">
              {t('explain.moreSteps', { count: steps.length - MOST_STEPS })}
            </p>
          )}
        </Part>
      )}
    </div>
  );
}

function useExplanation({
  entity,
  id,
  fieldId,
  where,
}: ExplainAsked): { readonly explanation: Explanation; readonly schema: Schema } | undefined {
  const data = useWorkspace();
  const { workspace, person } = useSession();
  const values = useRecord(entity, id);
  return useMemo(() => {
    const space = MODEL.entity(entity).scope === 'space' ? readText(values?.['space']) : null;
    const store = data.source(entity, space).store();
    const formula = store.schema.formula(fieldId);
    const row = store.rowOf(id);
    if (formula === undefined || row === undefined) return undefined;
    const context = makeContext({ now: data.now(), zone: workspace.zone, me: person.id });
    const explanation = explain(formula, {
      scope: makeViewScope(store, context, where),
      record: store.reader(row),
      isLinked: ({ type }) => type !== 'relation' && MODEL.findFieldType(type)?.derived === true,
    });
    return { explanation, schema: store.schema };
  }, [data, entity, id, fieldId, where, values, workspace.zone, person.id]);
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-small font-medium text-muted">{title}</h3>
      {children}
    </section>
  );
}

interface InputLineProps {
  readonly input: Explanation;
  readonly asked: ExplainAsked;
  readonly onLeave: () => void;
}

/** What an input is, and what it is made of. */
function InputLine({ input, asked, onLeave }: InputLineProps) {
  const valueText = useValueText();
  const { origin, value } = input;
  if (!('field' in origin)) return null;
  const { field } = origin;
  const text = value === null ? t('explain.empty') : valueText(input, field);
  const line = (
    <>
      <span className="min-w-0 flex-1 truncate">{field.name}</span>
      {origin.type === 'weight' && (
        <span className="truncate text-muted">{origin.options.map(({ name }) => name).join(', ')}</span>
      )}
      <span className={`figures ${value === null ? 'text-faint' : ''}`}>{text}</span>
    </>
  );
  if (origin.type !== 'linked') return <li className="flex min-h-8 items-center gap-3">{line}</li>;
  return (
    <li>
      <details className="group">
        <summary className="flex min-h-8 cursor-pointer list-none items-center gap-3 rounded-sm hover:bg-sunken">
          <ChevronRight size={14} aria-hidden className="-mr-2 transition-transform group-open:rotate-90" />
          {line}
        </summary>
        <div className="pb-2 pl-4">
          <LinkedList entity={asked.entity} id={asked.id} field={field} value={value} onLeave={onLeave} />
        </div>
      </details>
    </li>
  );
}

function StepLine({ step }: { readonly step: Explanation }) {
  const valueText = useValueText();
  const { origin, filled, value } = step;
  return (
    <li>
      <span className="font-mono text-small break-words">
        {filled} = {value === null ? t('explain.empty') : valueText(step)}
      </span>
      {origin.type === 'measure' && (
        <span className="block text-small text-muted">
          {t(`explain.among.${origin.among}.${origin.name}`, {
            count: origin.count,
            below: origin.below,
            least: origin.least ?? '',
            greatest: origin.greatest ?? '',
          })}
        </span>
      )}
    </li>
  );
}
