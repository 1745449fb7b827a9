/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- the heading row of the ARIA grid, see list-record-row.tsx */
import { IconButton, useMenuLayer } from '@throughline/ui';
import { Plus } from 'lucide-react';
import { useRef, type PointerEvent } from 'react';
import { isNumeric } from '../../fields/field-registry.ts';
import { t } from '../../messages/t.ts';
import { clampWidth, gutterWidth, type ColumnLayout } from './column-layout.ts';
import type { ListActions, ListColumn } from '../../data/list-model.ts';
import { useColumnDrag } from './use-column-drag.ts';

export interface ListHeaderProps {
  readonly layout: ColumnLayout;
  /** How many columns stay in sight. */
  readonly frozen: number;
  readonly actions: ListActions;
  readonly selected: 'none' | 'some' | 'all';
  readonly onSelectAll: () => void;
  readonly onDraftWidth: (draft: { readonly id: string; readonly width: number } | undefined) => void;
}

export function ListHeader(props: ListHeaderProps) {
  const { layout, frozen, actions, selected, onSelectAll, onDraftWidth } = props;
  const count = layout.columns.length;
  const cell = (column: ListColumn, at: number) => (
    <HeaderCell
      key={column.id}
      column={column}
      at={at}
      count={count}
      width={layout.widths[at] ?? 0}
      isLastFrozen={at === frozen - 1}
      actions={actions}
      onDraftWidth={onDraftWidth}
    />
  );
  return (
    <div
      role="rowgroup"
      style={{ minWidth: layout.totalWidth }}
      className="sticky top-0 z-20 border-b bg-canvas"
    >
      <div role="row" aria-rowindex={1} className="flex h-8">
        <div className="sticky left-0 z-20 -mr-px flex border-r bg-canvas">
          <div
            role="columnheader"
            aria-colindex={1}
            style={{ width: gutterWidth }}
            className="grid place-items-center"
          >
            <input
              type="checkbox"
              aria-label={t('list.selectAll')}
              checked={selected === 'all'}
              ref={(box) => {
                if (box) box.indeterminate = selected === 'some';
              }}
              onChange={onSelectAll}
              className="size-3.5 accent-(--accent)"
            />
          </div>
          {layout.columns.slice(0, frozen).map(cell)}
        </div>
        {layout.columns.slice(frozen).map((column, index) => cell(column, frozen + index))}
        {actions.addColumn && (
          <div role="columnheader" aria-colindex={count + 2} className="grid w-10 place-items-center">
            <IconButton
              size="small"
              label={t('list.addColumn')}
              icon={<Plus size={15} />}
              onClick={(event) => actions.addColumn?.(event.currentTarget)}
            />
          </div>
        )}
      </div>
    </div>
  );
}

interface HeaderCellProps extends Pick<ListHeaderProps, 'actions' | 'onDraftWidth'> {
  readonly column: ListColumn;
  readonly at: number;
  readonly count: number;
  readonly width: number;
  readonly isLastFrozen: boolean;
}

function HeaderCell(props: HeaderCellProps) {
  const { column, at, count, width, isLastFrozen, actions, onDraftWidth } = props;
  const openMenu = useMenuLayer();
  const { ref, dropSide, isDragged } = useColumnDrag(column.id, at, actions.moveColumn);
  const edge = dropSide === 'before' ? 'before:left-0' : 'before:right-0';
  return (
    <div
      ref={ref}
      role="columnheader"
      aria-colindex={at + 2}
      style={{ width }}
      className={`relative flex shrink-0 items-center ${isDragged ? 'opacity-40' : ''} ${dropSide ? `before:absolute before:inset-y-0 before:w-0.5 before:bg-accent-line ${edge}` : ''}`}
    >
      <button
        type="button"
        aria-haspopup="menu"
        onClick={({ currentTarget }) =>
          void import('./column-menu.tsx').then(({ columnMenu }) =>
            openMenu(currentTarget, columnMenu({ column, at, count, isLastFrozen }, actions)),
          )
        }
        className={`h-full w-full min-w-0 truncate px-2 text-left text-small font-medium text-muted hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 ${isNumeric(column.field.type) ? 'text-right' : ''}`}
      >
        {column.name}
      </button>
      <ResizeEdge column={column} width={width} onDraftWidth={onDraftWidth} onResize={actions.resizeColumn} />
    </div>
  );
}

interface ResizeEdgeProps extends Pick<ListHeaderProps, 'onDraftWidth'> {
  readonly column: ListColumn;
  readonly width: number;
  readonly onResize: ListActions['resizeColumn'];
}

/** For the mouse; the keyboard resizes from the column's menu. */
function ResizeEdge({ column, width, onDraftWidth, onResize }: ResizeEdgeProps) {
  const start = useRef<{ readonly x: number; readonly width: number }>(null);
  const widthAt = (event: PointerEvent) =>
    clampWidth((start.current?.width ?? width) + event.clientX - (start.current?.x ?? event.clientX));
  return (
    <div
      aria-hidden
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) onDraftWidth({ id: column.id, width: widthAt(event) });
      }}
      onPointerUp={(event) => {
        if (start.current === null) return;
        onResize(column.id, widthAt(event));
        start.current = null;
        onDraftWidth(undefined);
      }}
      onPointerCancel={() => {
        start.current = null;
        onDraftWidth(undefined);
      }}
      className="absolute inset-y-0 right-0 z-10 w-1.5 cursor-col-resize touch-none after:absolute after:inset-y-1.5 after:right-0 after:w-px after:bg-line hover:after:w-0.5 hover:after:bg-accent-line"
    />
  );
}
