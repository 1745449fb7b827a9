import { PORTAL_LANGUAGES } from '@throughline/model';
import { NumberField, Select, TextField } from '@throughline/ui';
import { useState } from 'react';
import { useAct } from '../../answers/use-act.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';

export interface SurveyEditorProps {
  readonly survey: ReplicaRecord;
  readonly isEditable: boolean;
}

/** What is asked; saved when a field is left. */
export function SurveyEditor({ survey: { id, values }, isEditable }: SurveyEditorProps) {
  const { act } = useAct();
  const change = (body: Readonly<Record<string, string | number | null>>) =>
    void act({ method: 'PATCH', path: `/surveys/${id}`, body, message: t('survey.saved') });
  const texts = [
    'name',
    'question',
    ...(values['kind'] === 'kano' ? (['opposite'] as const) : []),
    'why',
    'slug',
  ] as const;
  return (
    <div className="grid items-end gap-3 sm:grid-cols-2">
      {texts.map((key) => (
        <SavedField
          key={`${key} ${readText(values[key])}`}
          label={t(`survey.${key}`)}
          value={readText(values[key])}
          isRequired={key !== 'why' && key !== 'opposite'}
          isEditable={isEditable}
          onSave={(text) => change({ [key]: text === '' ? null : text })}
        />
      ))}
      <Select
        label={t('survey.language')}
        items={PORTAL_LANGUAGES.map(({ key, name }) => ({ value: key, label: name }))}
        value={PORTAL_LANGUAGES.find(({ key }) => key === values['language'])?.key ?? 'en'}
        disabled={!isEditable}
        onChange={(language) => change({ language })}
      />
      <NumberField
        label={t('survey.everyDays')}
        hint={t('survey.everyDays.hint')}
        value={readNumber(values['everyDays']) ?? null}
        min={1}
        max={3650}
        disabled={!isEditable}
        onChange={(everyDays) => change({ everyDays })}
      />
    </div>
  );
}

interface SavedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isRequired: boolean;
  readonly isEditable: boolean;
  readonly onSave: (text: string) => void;
}

function SavedField({ label, value, isRequired, isEditable, onSave }: SavedFieldProps) {
  const [draft, setDraft] = useState(value);
  function save() {
    const next = draft.trim();
    if (next === value) return;
    if (isRequired && next === '') setDraft(value);
    else onSave(next);
  }
  return (
    <TextField
      label={label}
      value={draft}
      onChange={setDraft}
      onBlur={save}
      disabled={!isEditable}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}
