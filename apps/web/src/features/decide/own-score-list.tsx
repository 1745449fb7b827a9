import type { Field } from '@throughline/model';
import { Button } from '@throughline/ui';
import { Check } from 'lucide-react';
import { t } from '../../messages/area-t.ts';
import { numberOf, scoreText } from './session-fields.ts';
import type { OwnAnswers, OwnScores } from './use-own-scores.ts';
import type { SessionIdea } from './use-session-ideas.ts';

export interface OwnScoreListProps {
  readonly fields: readonly Field[];
  readonly ideas: readonly SessionIdea[];
  readonly own: OwnScores;
  readonly onChange: (idea: string) => void;
}

/** What one gave, to look over until it is revealed. */
export function OwnScoreList({ fields, ideas, own, onChange }: OwnScoreListProps) {
  return (
    <div className="flex flex-col gap-2">
      <p aria-live="polite" className="flex items-center gap-2 text-ui font-medium">
        <Check aria-hidden size={16} className="text-success" />
        {t('decide.allScored')}
      </p>
      <ul className="border-t">
        {ideas.map((idea) => (
          <li key={idea.id} className="flex flex-wrap items-center gap-x-3 border-b py-1.5">
            <span className="min-w-0 flex-1 basis-48 text-ui">{idea.title}</span>
            <span className="text-small text-muted tabular-nums">
              {answerText(fields, own.of(idea) ?? {})}
            </span>
            {own.isUnsent(idea) ? (
              <Button size="small" variant="danger" onClick={() => own.give(idea, own.of(idea) ?? {})}>
                {t('decide.sendAgain')}
              </Button>
            ) : (
              <Button
                size="small"
                variant="quiet"
                aria-label={t('decide.changeOf', { title: idea.title ?? '' })}
                onClick={() => onChange(idea.id)}
              >
                {t('decide.change')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function answerText(fields: readonly Field[], answers: OwnAnswers): string {
  return fields
    .map((field) => {
      const number = numberOf(field, answers[field.id]?.value);
      return `${field.name}: ${number === undefined ? t('decide.cannotTell') : scoreText(field, number)}`;
    })
    .join(' · ');
}
