/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls must be reachable by keyboard, and a named group is what a column of cards is */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { IconButton, OptionBadge } from '@throughline/ui';
import { Plus } from 'lucide-react';
import { memo, useEffect, useId, useRef } from 'react';
import { autoScroll } from '../../drag/auto-scroll.ts';
import type { FieldLookups } from '../../fields/field-component.ts';
import { t } from '../../messages/area-t.ts';
import { BoardCard } from './board-card.tsx';
import type { BoardActions, BoardColumn as Column, BoardModel } from '../../data/board-model.ts';
import { isCardDrag, useColumnDrop } from './use-card-drag.ts';

export interface BoardColumnProps {
  readonly column: Column;
  readonly model: BoardModel;
  readonly version: number;
  readonly lookups: FieldLookups;
  readonly actions: BoardActions;
  /** -1 when the keyboard is in another column. */
  readonly activeIndex: number;
  readonly openedId: string | undefined;
}

export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { column, model, version, lookups, actions, activeIndex, openedId } = props;
  const headingId = useId();
  const box = useRef<HTMLDivElement>(null);
  const isOver = useColumnDrop(box, { columnKey: column.key, count: column.count, move: actions.move });
  useEffect(() => (box.current ? autoScroll(box.current, 'y', isCardDrag) : undefined), []);
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which the rule warns for, is not used
  const virtualizer = useVirtualizer({
    count: column.count,
    getScrollElement: () => box.current,
    estimateSize: () => 96,
    getItemKey: (index) => model.cardAt(column.key, index) ?? index,
    overscan: 4,
    gap: 8,
    paddingStart: 8,
    paddingEnd: 8,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      const isMissing = activeIndex >= 0 && activeIndex < column.count && !indexes.includes(activeIndex);
      return isMissing ? [...indexes, activeIndex].toSorted((a, b) => a - b) : indexes;
    },
  });
  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, virtualizer]);

  return (
    <section aria-labelledby={headingId} className="flex h-full w-72 flex-col rounded-lg bg-sunken">
      <ColumnHeading id={headingId} column={column} create={actions.create} />
      <div
        ref={box}
        tabIndex={0}
        role="group"
        aria-labelledby={headingId}
        className={`min-h-0 flex-1 overflow-y-auto rounded-b-lg px-2 focus-visible:-outline-offset-2 ${isOver ? 'bg-accent-soft' : ''}`}
      >
        <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const id = model.cardAt(column.key, index);
            return (
              id !== undefined && (
                <li
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  aria-setsize={column.count}
                  aria-posinset={index + 1}
                  style={{ transform: `translateY(${start}px)` }}
                  className="absolute inset-x-0 top-0"
                >
                  <BoardCard
                    id={id}
                    columnKey={column.key}
                    index={index}
                    model={model}
                    version={version}
                    lookups={lookups}
                    move={actions.move}
                    isActive={index === activeIndex}
                    isOpened={id === openedId}
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
    </section>
  );
});

interface ColumnHeadingProps {
  readonly id: string;
  readonly column: Column;
  readonly create: BoardActions['create'];
}

function ColumnHeading({ id, column, create }: ColumnHeadingProps) {
  const isOverLimit = column.limit !== undefined && column.count > column.limit;
  return (
    <header className="flex h-10 shrink-0 items-center gap-2 pr-1.5 pl-3">
      <h2 id={id} className="min-w-0">
        <OptionBadge name={column.name} color={column.color} emoji={column.emoji} />
      </h2>
      <span className={`figures text-small ${isOverLimit ? 'font-medium text-danger' : 'text-muted'}`}>
        <span aria-hidden>
          {column.limit === undefined
            ? column.count.toLocaleString()
            : `${column.count.toLocaleString()} / ${column.limit.toLocaleString()}`}
        </span>
        <span className="sr-only">{t('board.cards', { count: column.count })}</span>
      </span>
      {column.sum !== undefined && (
        <span className="figures truncate text-small text-faint">{column.sum}</span>
      )}
      {create && (
        <IconButton
          size="small"
          className="ml-auto"
          label={t('board.createIn', { name: column.name })}
          icon={<Plus size={15} />}
          onClick={() => create(column.key)}
        />
      )}
    </header>
  );
}
