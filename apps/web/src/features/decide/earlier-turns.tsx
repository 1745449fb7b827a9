import { t } from '../../messages/area-t.ts';
import { numberOf, scoreText } from './session-fields.ts';
import type { RevealedIdea } from './use-session-ideas.ts';

/** What was given before an idea was scored again. */
export function EarlierTurns({ idea: { turns, fields } }: { readonly idea: RevealedIdea }) {
  const earlier = turns.slice(0, -1);
  if (earlier.length === 0) return null;
  return (
    <ul aria-label={t('decide.earlier')} className="text-small text-muted tabular-nums">
      {earlier.map((turn, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- turns are never moved or removed
        <li key={at}>
          {t('decide.earlierTurn', { turn: at + 1 })}{' '}
          {fields
            .map(({ field }) => {
              const scores = turn.of(field.id).flatMap(({ value }) => numberOf(field, value) ?? []);
              const told = scores.toSorted((a, b) => a - b).map((score) => scoreText(field, score));
              return `${field.name} ${told.length === 0 ? '–' : told.join(', ')}`;
            })
            .join(' · ')}
        </li>
      ))}
    </ul>
  );
}
