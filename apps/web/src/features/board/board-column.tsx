/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls must be reachable by keyboard, and a named group is what a column of cards is */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useId, useRef } from 'react';
import { autoScroll } from '../../drag/auto-scroll.ts';
import type { FieldLookups } from '../../fields/field-component.ts';
import { BoardCard } from './board-card.tsx';
import type { BoardActions, BoardColumn as Column, BoardModel } from '../../data/board-model.ts';
import { ColumnHeading } from './column-heading.tsx';
import { isCardDrag, useCellDrop } from './use-card-drag.ts';

export interface BoardColumnProps {
  readonly column: Column;
  readonly model: BoardModel;
  readonly version: number;
  readonly lookups: FieldLookups;
  readonly actions: BoardActions;
  /** -1 when the keyboard is in another column. */
  readonly activeIndex: number;
  readonly openedId: string | undefined;
  readonly selected: ReadonlySet<string>;
}

const cardHeights = { compact: 36, detailed: 96 } as const;

export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { column, model, version, lookups, actions, activeIndex, openedId, selected } = props;
  const headingId = useId();
  const box = useRef<HTMLDivElement>(null);
  const cell = { columnKey: column.key };
  const count = model.countIn(cell);
  const isOver = useCellDrop(box, { columnKey: column.key, count, move: actions.move });
  useEffect(() => (box.current ? autoScroll(box.current, 'y', isCardDrag) : undefined), []);
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which the rule warns for, is not used
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => cardHeights[model.card],
    getItemKey: (index) => model.cardAt(cell, index) ?? index,
    overscan: 4,
    gap: 8,
    paddingStart: 8,
    paddingEnd: 8,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      const isMissing = activeIndex >= 0 && activeIndex < count && !indexes.includes(activeIndex);
      return isMissing ? [...indexes, activeIndex].toSorted((a, b) => a - b) : indexes;
    },
  });
  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, virtualizer]);

  return (
    <section aria-labelledby={headingId} className="flex h-full w-72 flex-col rounded-lg bg-sunken">
      <ColumnHeading id={headingId} column={column} actions={actions} />
      <div
        ref={box}
        tabIndex={0}
        role="group"
        aria-labelledby={headingId}
        className={`min-h-0 flex-1 overflow-y-auto rounded-b-lg px-2 focus-visible:-outline-offset-2 ${isOver ? 'bg-accent-soft' : ''}`}
      >
        <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const id = model.cardAt(cell, index);
            return (
              id !== undefined && (
                <li
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  aria-setsize={count}
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
                    isSelected={selected.has(id)}
                    selectedCount={selected.size}
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
