import { Checkbox, DatePicker, NumberField, Select, TextField } from '@throughline/ui';
import { useState } from 'react';
import { tryIt } from '../../answers/use-answer.ts';
import { useFields, useWorkspace } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { useNavigateTo } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import { DecisionDialog, DecisionForm, type NewDecisionProps } from './decision-form.tsx';
import { decisionHref } from './decision-place.ts';
import { useViewChoice, ViewChoice } from './view-choice.tsx';

export function NewRound({ space, open, onClose }: NewDecisionProps) {
  return (
    <DecisionDialog
      title={t('decide.newRound')}
      text={t('decide.newRoundText')}
      open={open}
      onClose={onClose}
    >
      <RoundForm space={space} />
    </DecisionDialog>
  );
}

const NEW = 'new';

function RoundForm({ space }: Pick<NewDecisionProps, 'space'>) {
  const data = useWorkspace();
  const go = useNavigateTo();
  const fields = useFields('idea', space.id).filter(({ id, type }) => type === 'votes' && id !== 'votes');
  const [title, setTitle] = useState('');
  const [named, setNamed] = useState<string>();
  const fieldId = named ?? fields[0]?.id ?? NEW;
  const [name, setName] = useState<string>(t('decide.fieldNameUsual'));
  const [budget, setBudget] = useState<number | null>(10);
  const [most, setMost] = useState<number | null>(null);
  const choice = useViewChoice(space.id);
  const { view, records } = choice;
  const [isAnonymous, setAnonymous] = useState(false);
  const [closes, setCloses] = useState<string | null>(null);
  const isReady = title.trim() !== '' && records.length > 0 && (fieldId !== NEW || name.trim() !== '');

  async function makeField(): Promise<string> {
    const config = { ...(budget !== null && { budget }), ...(most !== null && { max: most }) };
    const field = { name: name.trim(), entity: 'idea', type: 'votes', in: space.id, config };
    return readText((await data.replica.call('POST', '/fields', { body: field })).body['id']);
  }
  async function start() {
    const round = {
      title: title.trim(),
      space: space.id,
      records,
      view,
      anonymous: isAnonymous,
      closesAt: closes === null ? null : new Date(`${closes}T23:59:59`).toISOString(),
    };
    await tryIt(async () => {
      const field = fieldId === NEW ? await makeField() : fieldId;
      const { body } = await data.replica.call('POST', '/rounds', { body: { ...round, field } });
      go(decisionHref(space, readText(body['id'])));
    });
  }
  return (
    <DecisionForm
      label={t('decide.title')}
      example={t('decide.titleExample')}
      title={title}
      onTitle={setTitle}
      isReady={isReady}
      onStart={() => void start()}
    >
      <Select
        label={t('decide.votesField')}
        items={[
          ...fields.map((field) => ({ value: field.id, label: field.name })),
          { value: NEW, label: t('decide.newField') },
        ]}
        value={fieldId}
        onChange={setNamed}
        {...(fieldId !== NEW && { hint: t('decide.fresh') })}
      />
      {fieldId === NEW && (
        <div className="grid gap-3 sm:grid-cols-3">
          <TextField label={t('decide.fieldName')} value={name} onChange={setName} />
          <NumberField label={t('decide.budget')} value={budget} min={1} max={1000} onChange={setBudget} />
          <NumberField label={t('decide.most')} value={most} min={1} max={1000} onChange={setMost} />
        </div>
      )}
      <ViewChoice choice={choice} />
      <div className="w-44">
        <DatePicker label={t('decide.closes')} value={closes} onChange={setCloses} locale={locale} />
      </div>
      <Checkbox label={t('decide.anonymous')} checked={isAnonymous} onChange={setAnonymous} />
    </DecisionForm>
  );
}
