import { Button } from '@throughline/ui';
import { useState } from 'react';
import { t } from '../../messages/area-t.ts';
import { AgreedText, AgreeForm } from './agree-form.tsx';
import { EarlierTurns } from './earlier-turns.tsx';
import { FieldScores } from './field-scores.tsx';
import { proposeValues } from './propose-values.ts';
import type { SessionActs } from './use-session-acts.ts';
import type { RevealedIdea } from './use-session-ideas.ts';

export interface RevealedListProps {
  readonly ideas: readonly RevealedIdea[];
  readonly writable: ReadonlySet<string>;
  /** Undefined where nothing more is agreed. */
  readonly acts: SessionActs | undefined;
}

const page = 25;
/** People who are so close need not talk: the standard deviation is 15 % of the greatest it could be, or less. */
const close = 0.15;

/** Revealed ideas, where people are farthest apart first: there it is worth talking. */
export function RevealedList({ ideas, writable, acts }: RevealedListProps) {
  const [count, setCount] = useState(page);
  const shown = ideas.slice(0, count);
  const agreeable = ideas
    .filter((idea) => idea.agreement === undefined && idea.title !== undefined && isClose(idea))
    .map((idea) => ({ idea, values: proposeValues(idea, writable) }))
    .filter(({ values }) => Object.keys(values).length > 0);
  return (
    <section aria-label={t('decide.revealed')} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="flex-1 basis-60 text-body font-semibold">{t('decide.revealed')}</h2>
        {acts !== undefined && agreeable.length > 0 && (
          <Button onClick={() => void acts.agree(agreeable)}>
            {t('decide.agreeClose', { count: agreeable.length })}
          </Button>
        )}
      </div>
      <ol className="border-t">
        {shown.map((idea) => (
          <RevealedItem key={idea.id} idea={idea} writable={writable} acts={acts} />
        ))}
      </ol>
      {shown.length < ideas.length && (
        <Button variant="quiet" onClick={() => setCount(count + page)}>
          {t('decide.showMore', { count: ideas.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

function isClose({ fields }: RevealedIdea): boolean {
  return fields.every(({ measures }) => measures === undefined || measures.disagreement <= close);
}

interface RevealedItemProps extends Pick<RevealedListProps, 'writable' | 'acts'> {
  readonly idea: RevealedIdea;
}

function RevealedItem({ idea, writable, acts }: RevealedItemProps) {
  const { title, turns, agreement, fields } = idea;
  const people = turns.at(-1)?.people ?? 0;
  return (
    <li className="flex flex-col gap-3 border-b py-4">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="min-w-0 flex-1 basis-60 text-body font-medium text-pretty">
          {title ?? t('decide.goneIdea')}
        </h3>
        {turns.length > 1 && (
          <span className="text-small text-muted">{t('decide.turn', { turn: turns.length })}</span>
        )}
        <span className="text-small text-muted">{t('decide.scoredBy', { count: people })}</span>
      </div>
      {people > 0 && (
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          {fields.map((scores) => (
            <FieldScores key={scores.field.id} scores={scores} people={people} />
          ))}
        </div>
      )}
      <EarlierTurns idea={idea} />
      <AgreedText idea={idea} />
      {acts !== undefined && title !== undefined && (
        <AgreeForm
          key={`${turns.length} ${agreement?.at ?? ''}`}
          idea={idea}
          writable={writable}
          acts={acts}
        />
      )}
    </li>
  );
}
