import type { Field } from '@throughline/model';
import { Button, ProgressBar, Skeleton } from '@throughline/ui';
import { useState } from 'react';
import { t } from '../../messages/area-t.ts';
import { OwnScoreList } from './own-score-list.tsx';
import { ScoreForm } from './score-form.tsx';
import { useOwnScores } from './use-own-scores.ts';
import type { SessionIdea } from './use-session-ideas.ts';

export interface ScoreDeckProps {
  readonly session: string;
  readonly fields: readonly Field[];
  readonly open: readonly SessionIdea[];
  readonly spaceKey: string;
}

const DONE = 'done';

/** One idea after the other, apart from the others; one's own scores can be changed until they are revealed. */
export function ScoreDeck({ session, fields, open, spaceKey }: ScoreDeckProps) {
  const own = useOwnScores(session, fields, open);
  const [chosen, setChosen] = useState<string>();
  const answered = open.filter((idea) => own.of(idea) !== undefined).length;
  if (!own.isHere) return <Skeleton className="h-40 w-full" />;
  const unanswered = open.find((idea) => own.of(idea) === undefined);
  const current = chosen === DONE ? unanswered : (open.find(({ id }) => id === chosen) ?? unanswered);
  const at = current === undefined ? -1 : open.indexOf(current);
  const next = open.slice(at + 1).find((idea) => own.of(idea) === undefined);
  return (
    <section aria-label={t('decide.yourScores')} className="flex flex-col gap-4">
      <ProgressBar
        label={t('decide.yourScores')}
        share={open.length === 0 ? 1 : answered / open.length}
        figure={t('decide.answered', { count: answered, all: open.length })}
        tone={answered === open.length ? 'success' : 'accent'}
      />
      {current === undefined ? (
        <OwnScoreList fields={fields} ideas={open} own={own} onChange={setChosen} />
      ) : (
        <ScoreForm
          key={`${current.id}:${current.turns.length}`}
          idea={current}
          fields={fields}
          spaceKey={spaceKey}
          place={t('decide.place', { place: at + 1, all: open.length })}
          own={own.of(current) ?? {}}
          onGive={(answers) => {
            own.give(current, answers);
            setChosen(next?.id ?? DONE);
          }}
          onBack={at > 0 ? () => setChosen(open[at - 1]?.id) : undefined}
        />
      )}
      {current !== undefined && answered > 0 && answered === open.length && (
        <Button variant="quiet" className="self-start" onClick={() => setChosen(DONE)}>
          {t('decide.showOwn')}
        </Button>
      )}
    </section>
  );
}
