import { Button, Dialog, TextField } from '@throughline/ui';
import { useState } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { withAuthor } from '../../data/new-record.ts';
import { useNavigateTo } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { decisionHref, type DecisionPlace } from './decision-place.ts';
import { useViewChoice, ViewChoice } from './view-choice.tsx';

export interface NewRankingProps {
  readonly space: DecisionPlace;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function NewRanking({ space, open, onClose }: NewRankingProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('decide.newRanking')}
      description={t('decide.newRankingText')}
    >
      <RankingForm space={space} />
    </Dialog>
  );
}

function RankingForm({ space }: Pick<NewRankingProps, 'space'>) {
  const data = useWorkspace();
  const go = useNavigateTo();
  const [question, setQuestion] = useState('');
  const choice = useViewChoice(space.id);
  const { view, records } = choice;
  const title = question.trim();
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
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (title !== '' && records.length >= 2) start();
      }}
    >
      <TextField
        label={t('decide.question')}
        placeholder={t('decide.questionExample')}
        value={question}
        onChange={setQuestion}
      />
      <ViewChoice choice={choice} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" disabled={title === '' || records.length < 2}>
          {t('decide.start')}
        </Button>
      </div>
    </form>
  );
}
