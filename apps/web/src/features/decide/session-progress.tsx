import { AvatarStack, Button, ProgressBar } from '@throughline/ui';
import { useWorkspace } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';

export interface SessionProgressProps {
  readonly scorers: readonly string[];
  readonly finished: readonly string[];
  /** Undefined for those who may not change who scores. */
  readonly onScorers: (() => void) | undefined;
}

/** Who has finished, never what they gave. */
export function SessionProgress({ scorers, finished, onScorers }: SessionProgressProps) {
  const { titles } = useWorkspace();
  const all = Math.max(scorers.length, finished.length);
  const names = finished.map((id) => ({ id, name: titles.titleOf(id) ?? t('decide.somebody') }));
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ProgressBar
        label={t('decide.finished')}
        share={all === 0 ? 0 : finished.length / all}
        figure={t('decide.finishedOf', { count: finished.length, all })}
        tone={finished.length === all ? 'success' : 'accent'}
      />
      {names.length > 0 && <AvatarStack names={names} limit={8} size="medium" />}
      {onScorers !== undefined && (
        <Button size="small" variant="quiet" onClick={onScorers}>
          {t('decide.whoScores')}
        </Button>
      )}
    </div>
  );
}
