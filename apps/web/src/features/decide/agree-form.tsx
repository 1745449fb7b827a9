import type { Field } from '@throughline/model';
import { Button, Select } from '@throughline/ui';
import { Check, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';
import { focusInvalid } from './focus-invalid.ts';
import { proposeValues, type AgreedValues } from './propose-values.ts';
import { ScoreControl } from './score-control.tsx';
import { numberOf, scoredOptions, scoreText, valueOf } from './session-fields.ts';
import type { SessionActs } from './use-session-acts.ts';
import type { FieldScores, RevealedIdea } from './use-session-ideas.ts';

export interface AgreeFormProps {
  readonly idea: RevealedIdea;
  /** Ids of the fields that are still there. */
  readonly writable: ReadonlySet<string>;
  readonly acts: SessionActs;
}

/** Proposes the medians; what is agreed is written into the idea. */
export function AgreeForm({ idea, writable, acts }: AgreeFormProps) {
  const agreed = agreedValues(idea);
  const isAgreed = idea.agreement !== undefined;
  const fields = idea.fields.map(({ field }) => field).filter(({ id }) => writable.has(id));
  const [given, setGiven] = useState<AgreedValues>(() => ({ ...proposeValues(idea, writable), ...agreed }));
  const values = Object.fromEntries(Object.entries(given).filter(([field]) => writable.has(field)));
  const isSame = isAgreed && fields.every(({ id }) => agreed[id] === values[id]);
  const title = idea.title ?? '';
  return (
    <form
      aria-label={t('decide.agreeOn', { title })}
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!focusInvalid(event.currentTarget)) void acts.agree([{ idea, values }]);
      }}
    >
      {fields.map((field) => (
        <AgreedValue
          key={field.id}
          field={field}
          title={title}
          value={values[field.id]}
          onChange={(value) => setGiven(withValue(values, field.id, value))}
        />
      ))}
      <Button
        type="submit"
        variant={isAgreed ? 'secondary' : 'primary'}
        icon={<Check size={14} />}
        disabled={isSame || Object.keys(values).length === 0}
      >
        {t(isAgreed ? 'decide.agreeAnew' : 'decide.agree')}
      </Button>
      <Button variant="quiet" icon={<RotateCcw size={14} />} onClick={() => void acts.repeat(idea)}>
        {t('decide.scoreAgain')}
      </Button>
    </form>
  );
}

interface AgreedValueProps {
  readonly field: Field;
  readonly title: string;
  readonly value: string | number | undefined;
  readonly onChange: (value: string | number | undefined) => void;
}

function AgreedValue({ field, title, value, onChange }: AgreedValueProps) {
  const label = t('decide.agreedField', { name: field.name, title });
  return (
    <div className="flex flex-col gap-1">
      <span aria-hidden className="text-small font-medium text-muted">
        {field.name}
      </span>
      {field.config.options ? (
        <div className="w-40">
          <Select
            label={label}
            hideLabel
            items={scoredOptions(field).map(({ key, name }) => ({ value: key, label: name }))}
            value={typeof value === 'string' ? value : null}
            onChange={onChange}
          />
        </div>
      ) : (
        <ScoreControl size="small" field={field} label={label} value={value} onChange={onChange} />
      )}
    </div>
  );
}

function withValue(values: AgreedValues, field: string, value: string | number | undefined): AgreedValues {
  const { [field]: _before, ...rest } = values;
  return value === undefined ? rest : { ...rest, [field]: value };
}

function agreedValues({ agreement, fields }: RevealedIdea): AgreedValues {
  return Object.fromEntries(
    fields.flatMap(({ field }) => {
      const number = numberOf(field, agreement?.values[field.id]);
      return number === undefined ? [] : [[field.id, valueOf(field, number)]];
    }),
  );
}

/** What was agreed and by whom. */
export function AgreedText({ idea }: { readonly idea: RevealedIdea }) {
  const { titles } = useWorkspace();
  const { agreement } = idea;
  if (agreement === undefined) return null;
  const values = idea.fields.flatMap(({ field }: FieldScores) => {
    const number = numberOf(field, agreement.values[field.id]);
    return number === undefined ? [] : [`${field.name} ${scoreText(field, number)}`];
  });
  return (
    <p className="flex items-center gap-1.5 text-ui">
      <Check aria-hidden size={14} className="text-success" />
      {t('decide.agreedBy', {
        values: values.join(', '),
        name: titles.titleOf(agreement.by) ?? t('decide.somebody'),
      })}
    </p>
  );
}
