import { IconButton } from '@throughline/ui';
import { ChevronUp, Minus, Plus } from 'lucide-react';
import { t } from '../messages/t.ts';
import type { CellProps, EditorProps } from './field-component.ts';
import { PopoverlessEditor } from './popoverless-editor.tsx';
import { readVotes } from './read-value.ts';

export { NumberFilter as FilterInput } from './number-filter.tsx';

export function Cell({ value }: CellProps) {
  const { total, mine } = readVotes(value);
  return (
    <span
      className={`figures inline-flex items-center gap-1 ${mine > 0 ? 'font-medium text-accent-text' : total === 0 ? 'text-faint' : ''}`}
    >
      <ChevronUp size={14} aria-hidden />
      {total}
      {mine > 0 && <span className="sr-only">{t('field.myVotes', { count: mine })}</span>}
    </span>
  );
}

/** Commits how many votes the person gives this record: a number from 0 to the field's maximum. */
export function Editor({ value, field, onCommit, onCancel }: EditorProps) {
  const votes = readVotes(value);
  const { left } = votes;
  const ofField = field.max ?? (left === undefined ? 1 : Infinity);
  const most = Math.min(ofField, left === undefined ? Infinity : votes.mine + left);
  return (
    <PopoverlessEditor initial={votes.mine} onCommit={onCommit} onCancel={onCancel}>
      {(mine, change) => (
        <>
          <IconButton
            size="tiny"
            label={t('field.removeVote')}
            icon={<Minus size={13} />}
            disabled={mine <= 0}
            onClick={() => change(mine - 1)}
          />
          <span className="figures" aria-live="polite">
            {votes.total - votes.mine + mine}
          </span>
          <IconButton
            size="tiny"
            label={t('field.addVote')}
            icon={<Plus size={13} />}
            disabled={mine >= most}
            onClick={() => change(mine + 1)}
            ref={focusOnMount}
          />
          {left !== undefined && (
            <span className="figures truncate text-small text-muted" aria-live="polite">
              {t('field.votesLeft', { count: left + votes.mine - mine })}
            </span>
          )}
        </>
      )}
    </PopoverlessEditor>
  );
}

function focusOnMount(button: HTMLButtonElement | null): void {
  button?.focus();
}
