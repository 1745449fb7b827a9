import type { JsonObject } from '@throughline/base';
import { RANGE_PRECISIONS, type Field, type Values } from '@throughline/model';
import { Button, Checkbox, MultiCombobox, Select, TextField } from '@throughline/ui';
import { useState, type FormEvent } from 'react';
import { useFields } from '../../data/data-context.ts';
import { useRoadmapViews } from '../../data/space-views.ts';
import { readText, readTexts } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { makeWording, readWording, wordKey } from './wording.ts';

export interface EditionFormProps {
  readonly roadmap: string;
  /** Ids of its source spaces: their fields may be chosen. */
  readonly spaces: readonly string[];
  /** Of the version that is changed; nothing for a new one. */
  readonly values: Values;
  readonly onSubmit: (body: JsonObject) => Promise<void>;
  readonly onBack: () => void;
}

const keptBack = new Set(['document', 'data', 'reactions']);
/** In the form: nothing else stands for the title. */
const OWN_TITLE = 'title';
const starts = ['title', 'status', 'timeframe'];

/** What one audience gets to see of a roadmap, and in which words. */
export function EditionForm({ roadmap, spaces, values, onSubmit, onBack }: EditionFormProps) {
  const fields = useFields('idea', spaces).filter(({ type, id }) => !keptBack.has(type) && id !== 'rank');
  const views = useRoadmapViews(roadmap);
  const isNew = values['name'] === undefined;
  const [name, setName] = useState(readText(values['name']));
  const [about, setAbout] = useState(readText(values['about']));
  const [shown, setShown] = useState(readTexts(values['views']));
  const [columns, setColumns] = useState<readonly string[]>(isNew ? starts : readTexts(values['columns']));
  const [words, setWords] = useState(() => readWording(values['wording']));
  const [titleFrom, setTitleFrom] = useState(readText(values['titleFrom']) || OWN_TITLE);
  const [dates, setDates] = useState(RANGE_PRECISIONS.find((each) => each === values['dates']) ?? 'quarter');
  const [condition, setCondition] = useState(readText(values['condition']));
  const [isBusy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    await onSubmit({
      name: name.trim(),
      about: about.trim() || null,
      views: [...shown],
      columns: [...columns],
      wording: makeWording(words),
      titleFrom: titleFrom === OWN_TITLE ? null : titleFrom,
      dates,
      condition: condition.trim() || null,
    });
    setBusy(false);
  }
  const chosen = columns.flatMap((key) => fields.find((field) => field.key === key) ?? []);
  const titles = fields.filter(({ type, id }) => type.includes('text') && id !== 'title' && id !== 'key');
  return (
    <form onSubmit={(event) => void send(event)} className="flex flex-col gap-4">
      <TextField
        label={t('edition.name')}
        placeholder={t('edition.namePlaceholder')}
        required
        value={name}
        onChange={setName}
      />
      <TextField label={t('edition.about')} value={about} onChange={setAbout} />
      <MultiCombobox
        label={t('edition.views')}
        placeholder={t('edition.allViews')}
        items={views.map((view) => ({ value: view.id, label: readText(view.values['name']) }))}
        value={shown}
        onChange={setShown}
      />
      <fieldset>
        <legend className="mb-1.5 text-small font-medium text-muted">{t('edition.columns')}</legend>
        <div className="grid max-h-44 grid-cols-2 gap-x-4 gap-y-2 overflow-y-auto rounded-md border p-3">
          {fields.map(({ key, name: label }) => (
            <Checkbox
              key={key}
              label={label}
              checked={columns.includes(key)}
              onChange={(isOn) =>
                setColumns(isOn ? [...columns, key] : columns.filter((each) => each !== key))
              }
            />
          ))}
        </div>
      </fieldset>
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={t('edition.titleFrom')}
          hint={titleFrom === OWN_TITLE ? undefined : t('edition.titleHint')}
          items={[
            { value: OWN_TITLE, label: t('edition.ownTitle') },
            ...titles.map(({ key, name: label }) => ({ value: key, label })),
          ]}
          value={titleFrom}
          onChange={setTitleFrom}
        />
        <Select
          label={t('edition.dates')}
          items={RANGE_PRECISIONS.map((value) => ({ value, label: t(`edition.dates.${value}`) }))}
          value={dates}
          onChange={setDates}
        />
      </div>
      <TextField
        label={t('edition.condition')}
        hint={t('edition.conditionHint')}
        value={condition}
        onChange={setCondition}
      />
      <Words fields={chosen} words={words} onChange={setWords} />
      <div className="flex justify-end gap-2">
        <Button onClick={onBack}>{t('edition.back')}</Button>
        <Button
          type="submit"
          variant="primary"
          disabled={isBusy || name.trim() === '' || columns.length === 0}
        >
          {isNew ? t('edition.create') : t('edition.save')}
        </Button>
      </div>
    </form>
  );
}

interface WordsProps {
  readonly fields: readonly Field[];
  readonly words: Readonly<Record<string, string>>;
  readonly onChange: (words: Readonly<Record<string, string>>) => void;
}

function Words({ fields, words, onChange }: WordsProps) {
  const entries = fields.flatMap((field) => [
    { key: wordKey(field.key), name: field.name },
    ...(field.config.options ?? []).map((option) => ({
      key: wordKey(field.key, option.key),
      name: option.name,
    })),
  ]);
  return (
    <details className="rounded-md border px-3 py-2">
      <summary className="cursor-pointer font-medium">{t('edition.wording')}</summary>
      <p className="my-2 text-small text-muted">{t('edition.wordingHint')}</p>
      <div className="grid max-h-60 gap-2 overflow-y-auto p-0.5 sm:grid-cols-2">
        {entries.map(({ key, name }) => (
          <TextField
            key={key}
            label={t('edition.calls', { name })}
            placeholder={name}
            value={words[key] ?? ''}
            onChange={(text) => onChange({ ...words, [key]: text })}
          />
        ))}
      </div>
    </details>
  );
}
