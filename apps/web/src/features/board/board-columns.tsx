import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import { autoScroll } from '../../drag/auto-scroll.ts';
import { BoardColumn } from './board-column.tsx';
import type { BoardLanesProps } from './board-lanes.tsx';
import { FoldedColumn } from './folded-column.tsx';
import { cardWidth, columnGap, foldedWidth } from './lane-layout.ts';
import { isCardDrag } from './use-card-drag.ts';

/** Columns that scroll each by itself. */
export function BoardColumns(props: BoardLanesProps) {
  const { box, model, version, lookups, actions, active, revealed, openedId, selected } = props;
  const widths = model.columns.map(({ isFolded }) => (isFolded === true ? foldedWidth : cardWidth));
  useEffect(() => (box.current ? autoScroll(box.current, 'x', isCardDrag) : undefined), [box]);
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which the rule warns for, is not used
  const virtualizer = useVirtualizer({
    count: widths.length,
    horizontal: true,
    getScrollElement: () => box.current,
    estimateSize: (index) => widths[index] ?? cardWidth,
    overscan: 1,
    gap: columnGap,
    paddingStart: columnGap,
    paddingEnd: columnGap,
  });
  const shape = widths.join(' ');
  useEffect(() => virtualizer.measure(), [virtualizer, shape]);
  const revealedAt = model.columns.findIndex(({ key }) => key === revealed?.columnKey);
  useEffect(() => {
    if (revealed !== undefined && revealedAt >= 0) virtualizer.scrollToIndex(revealedAt, { align: 'auto' });
  }, [revealed, revealedAt, virtualizer]);
  return (
    <div className="relative h-full" style={{ width: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const column = model.columns[index];
        return (
          column && (
            <div
              key={column.key}
              className="absolute inset-y-0 left-0 py-3"
              style={{ transform: `translateX(${start}px)` }}
            >
              {column.isFolded === true ? (
                <FoldedColumn column={column} actions={actions} />
              ) : (
                <BoardColumn
                  column={column}
                  model={model}
                  version={version}
                  lookups={lookups}
                  actions={actions}
                  activeIndex={active?.columnKey === column.key ? active.index : -1}
                  openedId={openedId}
                  selected={selected}
                />
              )}
            </div>
          )
        );
      })}
    </div>
  );
}
