import { Button } from '@throughline/ui';
import { useState } from 'react';
import { t } from '../../messages/area-t.ts';
import type { SessionIdea } from './use-session-ideas.ts';

export interface ApartListProps {
  readonly ideas: readonly SessionIdea[];
  /** How many people score. */
  readonly scorers: number;
  /** Undefined for those who may not. */
  readonly onReveal: ((idea: SessionIdea) => Promise<unknown>) | undefined;
}

const page = 25;

/** Ideas whose scores nobody sees yet: how many have answered, and one's reveal for a meeting that goes idea by idea. */
export function ApartList({ ideas, scorers, onReveal }: ApartListProps) {
  const [count, setCount] = useState(page);
  const shown = ideas.slice(0, count);
  return (
    <section aria-label={t('decide.apart')} className="flex flex-col gap-2">
      <h2 className="text-body font-semibold">{t('decide.apart')}</h2>
      <ul className="border-t">
        {shown.map((idea) => (
          <li key={idea.id} className="flex min-h-10 flex-wrap items-center gap-x-3 border-b py-1">
            <span className="min-w-0 flex-1 basis-48 text-ui">{idea.title}</span>
            <span className="text-small text-muted tabular-nums">
              {t('decide.answeredOf', { count: idea.answered, all: Math.max(scorers, idea.answered) })}
            </span>
            {onReveal !== undefined && (
              <Button
                size="small"
                aria-label={t('decide.revealOf', { title: idea.title ?? '' })}
                disabled={idea.answered === 0}
                onClick={() => void onReveal(idea)}
              >
                {t('decide.reveal')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < ideas.length && (
        <Button variant="quiet" onClick={() => setCount(count + page)}>
          {t('decide.showMore', { count: ideas.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
