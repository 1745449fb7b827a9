import { useState } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { withAuthor } from '../../data/new-record.ts';
import { useNavigateTo } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { DecisionDialog, DecisionForm, type NewDecisionProps } from './decision-form.tsx';
import { decisionHref } from './decision-place.ts';
import { useViewChoice, ViewChoice } from './view-choice.tsx';

export function NewRanking({ space, open, onClose }: NewDecisionProps) {
  return (
    <DecisionDialog
      title={t('decide.newRanking')}
      text={t('decide.newRankingText')}
      open={open}
      onClose={onClose}
    >
      <RankingForm space={space} />
    </DecisionDialog>
  );
}

function RankingForm({ space }: Pick<NewDecisionProps, 'space'>) {
  const data = useWorkspace();
  const go = useNavigateTo();
  const [question, setQuestion] = useState('');
  const choice = useViewChoice(space.id);
  const { view, records } = choice;
  const title = question.trim();
  const isReady = title !== '' && records.length >= 2;
  function start() {
    const id = data.replica.newId('ranking');
    const values = withAuthor(data, {
      title,
      records,
      space: space.id,
      ...(view !== null && { view }),
    });
    data.writer.write([{ entity: 'ranking', verb: 'create', id, values }]);
    go(decisionHref(space, id));
  }
  return (
    <DecisionForm
      label={t('decide.question')}
      example={t('decide.questionExample')}
      title={question}
      onTitle={setQuestion}
      isReady={isReady}
      onStart={start}
    >
      <ViewChoice choice={choice} />
    </DecisionForm>
  );
}
