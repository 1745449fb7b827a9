import { OptionBadge } from '@throughline/ui';
import { useRef } from 'react';
import type { BoardActions, BoardColumn } from '../../data/board-model.ts';
import { t } from '../../messages/area-t.ts';
import { ColumnCount } from './column-heading.tsx';
import { useCellDrop } from './use-card-drag.ts';

interface FoldedColumnProps {
  readonly column: BoardColumn;
  readonly actions: BoardActions;
}

/** A strip that still takes cards. */
export function FoldedColumn({ column, actions }: FoldedColumnProps) {
  const box = useRef<HTMLElement>(null);
  const isOver = useCellDrop(box, { columnKey: column.key, count: column.count, move: actions.move });
  return (
    <section
      ref={box}
      aria-label={column.name}
      className={`flex h-full w-11 flex-col items-center rounded-lg ${isOver ? 'bg-accent-soft' : 'bg-sunken'}`}
    >
      <button
        type="button"
        aria-expanded={false}
        aria-label={t('board.unfoldColumn', { name: column.name })}
        data-tip={t('board.unfoldColumn', { name: column.name })}
        onClick={() => actions.toggleColumn?.(column.key)}
        className="flex w-full flex-col items-center gap-2 rounded-lg py-3 hover:bg-hover"
      >
        <ColumnCount column={column} />
        <span className="max-h-60 [writing-mode:vertical-rl]">
          <OptionBadge look="dot" name={column.name} color={column.color} emoji={column.emoji} />
        </span>
      </button>
    </section>
  );
}
