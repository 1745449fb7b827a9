import { isScoredField, MOST_INPUTS } from '@throughline/model';
import { Checkbox, MultiCombobox } from '@throughline/ui';
import { useState } from 'react';
import { tryIt } from '../../answers/use-answer.ts';
import { useFields, useWorkspace } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { useNavigateTo } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { DecisionDialog, DecisionForm, type NewDecisionProps } from './decision-form.tsx';
import { decisionHref } from './decision-place.ts';
import { useContributors } from './use-contributors.ts';
import { useViewChoice, ViewChoice } from './view-choice.tsx';

export function NewSession({ space, open, onClose }: NewDecisionProps) {
  return (
    <DecisionDialog
      title={t('decide.newSession')}
      text={t('decide.newSessionText')}
      open={open}
      onClose={onClose}
    >
      <SessionForm space={space} />
    </DecisionDialog>
  );
}

function SessionForm({ space }: Pick<NewDecisionProps, 'space'>) {
  const { replica, titles } = useWorkspace();
  const go = useNavigateTo();
  const fields = useFields('idea', space.id).filter(isScoredField);
  const people = useContributors(space.id);
  const choice = useViewChoice(space.id);
  const [title, setTitle] = useState('');
  const [inputs, setInputs] = useState<readonly string[]>([]);
  const [scorers, setScorers] = useState<readonly string[]>([]);
  const [isAnonymous, setAnonymous] = useState(false);
  const { view, records } = choice;
  const isReady = title.trim() !== '' && records.length > 0 && inputs.length > 0;

  async function start() {
    const session = {
      title: title.trim(),
      space: space.id,
      records,
      inputs,
      view,
      scorers: scorers.length === 0 ? null : scorers,
      anonymous: isAnonymous,
    };
    await tryIt(async () => {
      const { body } = await replica.call('POST', '/scorings', { body: session });
      go(decisionHref(space, readText(body['id'])));
    });
  }
  return (
    <DecisionForm
      label={t('decide.title')}
      example={t('decide.sessionExample')}
      title={title}
      onTitle={setTitle}
      isReady={isReady}
      onStart={() => void start()}
    >
      <ViewChoice choice={choice} />
      <MultiCombobox
        label={t('decide.fieldsToScore')}
        placeholder={t('decide.fieldsToScoreHint', { count: MOST_INPUTS })}
        items={fields.map(({ id, name }) => ({ value: id, label: name }))}
        value={inputs}
        onChange={(chosen) => setInputs(chosen.slice(0, MOST_INPUTS))}
      />
      {fields.length === 0 && <p className="text-small text-muted">{t('decide.nothingToScore')}</p>}
      <MultiCombobox
        label={t('decide.scorers')}
        placeholder={t('decide.everybody')}
        items={people.map((person) => ({ value: person, label: titles.titleOf(person) ?? '' }))}
        value={scorers}
        onChange={setScorers}
      />
      <Checkbox label={t('decide.anonymousSession')} checked={isAnonymous} onChange={setAnonymous} />
    </DecisionForm>
  );
}
