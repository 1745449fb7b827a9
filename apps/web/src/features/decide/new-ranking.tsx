import { MOST_RANKED } from '@throughline/model';
import { Button, Dialog, Select, TextField } from '@throughline/ui';
import { useState } from 'react';
import { useStatus, useWorkspace } from '../../data/data-context.ts';
import { withAuthor } from '../../data/new-record.ts';
import { useSpaceViews } from '../../data/space-views.ts';
import { readText } from '../../fields/read-value.ts';
import { useNavigateTo } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { decisionHref, type DecisionPlace } from './decision-place.ts';
import { isOfIdeas, recordsOfView } from './view-records.ts';

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
  const views = useSpaceViews(space.id).filter(isOfIdeas);
  const [question, setQuestion] = useState('');
  const [chosen, setChosen] = useState<string>();
  const viewId = chosen ?? views[0]?.id ?? null;
  useStatus(({ loading }) => loading.includes(space.id));
  const view = views.find(({ id }) => id === viewId);
  const records = view === undefined ? [] : recordsOfView(data, view, { space: space.id, most: MOST_RANKED });
  const title = question.trim();
  function start() {
    const id = data.replica.newId('ranking');
    const values = withAuthor(data, {
      title,
      records,
      space: space.id,
      ...(viewId !== null && { view: viewId }),
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
      <Select
        label={t('decide.ideasOf')}
        items={views.map(({ id, values }) => ({ value: id, label: readText(values['name']) }))}
        value={viewId}
        onChange={setChosen}
        hint={t('decide.ideaCount', { count: records.length })}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" disabled={title === '' || records.length < 2}>
          {t('decide.start')}
        </Button>
      </div>
    </form>
  );
}
