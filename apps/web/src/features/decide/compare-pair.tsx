import { Button, Kbd, useShortcuts } from '@throughline/ui';
import { SkipForward, Undo2 } from 'lucide-react';
import { useWorkspace } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import type { RankingNow } from './use-ranking.ts';

/** Two records side by side: one is chosen with a click, a thumb, or an arrow key. */
export function ComparePair({ ranking }: { readonly ranking: RankingNow }) {
  const { pair, choose, skip, takeBack } = ranking;
  const [left, right] = pair ?? ['', ''];
  const group = t('decide.compare');
  useShortcuts([
    { keys: 'left', label: t('decide.chooseLeft'), group, run: () => pair && choose(left, right) },
    { keys: 'right', label: t('decide.chooseRight'), group, run: () => pair && choose(right, left) },
    { keys: 's', label: t('decide.skip'), group, run: skip },
    { keys: 'backspace', label: t('decide.takeBack'), group, run: () => takeBack?.() },
  ]);
  return (
    <div className="flex flex-col gap-3">
      {pair === undefined ? (
        <p className="py-6 text-center text-ui text-muted">{t('decide.allCompared')}</p>
      ) : (
        <div className="grid gap-3 sm:grid-cols-2">
          <Candidate key={left} id={left} hint="←" onChoose={() => choose(left, right)} />
          <Candidate key={right} id={right} hint="→" onChoose={() => choose(right, left)} />
        </div>
      )}
      <div className="flex items-center justify-center gap-2">
        <Button
          variant="quiet"
          icon={<Undo2 size={14} />}
          disabled={takeBack === undefined}
          onClick={takeBack}
        >
          {t('decide.takeBack')}
        </Button>
        <Button
          variant="quiet"
          shortcut="s"
          icon={<SkipForward size={14} />}
          disabled={pair === undefined}
          onClick={skip}
        >
          {t('decide.skip')}
        </Button>
      </div>
    </div>
  );
}

interface CandidateProps {
  readonly id: string;
  readonly hint: string;
  readonly onChoose: () => void;
}

function Candidate({ id, hint, onChoose }: CandidateProps) {
  const { hub } = useWorkspace();
  const values = hub.get('idea', id);
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex min-h-28 flex-col items-start gap-1 rounded-md border border-line-strong bg-raised p-4 text-left transition-colors hover:border-accent-line hover:bg-hover"
    >
      <span className="flex w-full justify-between text-small text-muted">
        {readText(values?.['key'])}
        <span aria-hidden className="max-sm:hidden">
          <Kbd>{hint}</Kbd>
        </span>
      </span>
      <span className="text-body font-medium text-pretty">{readText(values?.['title'])}</span>
    </button>
  );
}
