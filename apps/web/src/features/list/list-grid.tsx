/* oxlint-disable jsx-a11y/prefer-tag-over-role -- an ARIA grid on recycled, placed elements cannot be a <table> */
import { lazyInPlace, useMenuLayer } from '@throughline/ui';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { FieldLookups } from '../../fields/field-component.ts';
import { t } from '../../messages/t.ts';
import type { BulkBarProps } from './bulk-bar.tsx';
import { layoutColumns, visibleColumns } from './column-layout.ts';
import { gridKeyAction } from './grid-keys.ts';
import { keepFocusOnGrid, placeOf, scrollToColumn, scrollToRow } from './grid-place.ts';
import { ListGroupRow } from './list-group-row.tsx';
import { ListHeader } from './list-header.tsx';
import type { ListActions, ListModel } from '../../data/list-model.ts';
import { ListRecordRow } from './list-record-row.tsx';
import type { ListSummaryRowProps } from './list-summary-row.tsx';
import { makeCellWalk } from './cell-walk.ts';
import { slotCount, slotKey } from './row-slots.ts';
import { rowsToDraw } from './row-window.ts';
import { emptySelection } from './selection.ts';
import { useBeginning } from './use-beginning.ts';
import { useColumnWindow } from './use-column-window.ts';
import { useHold, useReturnOfFocus, useStableEdit } from './use-edited-cell.ts';
import { useEditCommands, useGridState, type SelectionProps } from './use-grid-state.ts';
import { useListShortcuts } from './use-list-shortcuts.ts';
import { useListVersion } from './use-list-version.ts';
import { useRowDrag } from './use-row-drag.ts';
import { useRowWindow } from './use-row-window.ts';

export interface ListGridProps extends SelectionProps {
  readonly label: string;
  readonly model: ListModel;
  readonly actions: ListActions;
  readonly lookups: FieldLookups;
  /** The record shown in the panel. */
  readonly openedId?: string | undefined;
}

const BulkBar = lazyInPlace<BulkBarProps>(async () => (await import('./bulk-bar.tsx')).BulkBar, null);

const ListSummaryRow = lazyInPlace<ListSummaryRowProps>(
  async () => (await import('./list-summary-row.tsx')).ListSummaryRow,
  <div
    role="presentation"
    className="sticky bottom-0 z-20 h-(--row) border-t border-line-strong bg-canvas"
  />,
);

export const rowHeight = 32;

export function ListGrid({ label, model, actions, lookups, openedId, selected, onSelect }: ListGridProps) {
  useListVersion(model);
  const gridId = useId();
  const openMenu = useMenuLayer();
  const grid = useRef<HTMLDivElement>(null);
  const state = useGridState(model, { selected, onSelect });
  const { active, activeRow, edited, selection } = state;
  const [draft, setDraft] = useState<{ readonly id: string; readonly width: number }>();
  const layout = useMemo(() => layoutColumns(model.columns, draft), [model.columns, draft]);
  const columnWindow = useColumnWindow(grid, (sight) => visibleColumns(layout, sight, model.frozen));
  const { frozen } = columnWindow;
  const sums = model.total?.();
  const commands = useEditCommands(state, actions);
  const edit = useStableEdit(edited?.columnId, commands);
  const editedIndex = edited === undefined ? -1 : model.indexOf(edited.id);
  useListShortcuts(model, state, actions);
  useHold(model, edited !== undefined);
  useReturnOfFocus(grid, edited !== undefined);
  const drop = useRowDrag(grid, actions.moveRow);
  const { rowCount } = model;
  const rows = rowsToDraw(useRowWindow(grid, rowCount, rowHeight), editedIndex);
  const slots = slotCount(rows.length);

  useBeginning(grid, model);
  useEffect(() => {
    scrollToRow(grid.current, { index: active.index, rowHeight, cover: sums ? 2 : 1 });
    scrollToColumn(grid.current, layout, { column: active.column, frozen });
    // Only a move of the active cell scrolls; a live update must not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [active.index, active.column]);

  function handleKey(event: KeyboardEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget) return;
    if (event.altKey && moveActiveRow(event.key)) return event.preventDefault();
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight) - 2);
    const action = gridKeyAction({
      key: event.key,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      page,
      onGroup: activeRow?.type === 'group',
      ...(activeRow?.type === 'record' &&
        active.column === 0 && { fold: activeRow.fold, isBelow: activeRow.depth > 0 }),
    });
    if (action === undefined) return;
    event.preventDefault();
    const columnId = model.columns[active.column]?.id;
    switch (action.type) {
      case 'move':
        return state.move(action.rows, action.columns);
      case 'open':
        if (activeRow?.type === 'group') actions.toggleGroup(activeRow.key);
        else if (activeRow) actions.open(activeRow.id);
        return;
      case 'edit':
        if (active.id !== undefined && columnId !== undefined) state.edit(active.id, columnId);
        return;
      case 'select':
        if (active.id !== undefined) state.toggle(active.id, event.shiftKey);
        return;
      case 'fold':
        if (activeRow?.type === 'record') actions.toggleRow?.(activeRow.id);
        else if (activeRow && activeRow.isCollapsed !== action.isCollapsed)
          actions.toggleGroup(activeRow.key);
        return;
      case 'up':
        return state.activate(parentRow(model, active.index), 0);
      case 'clear':
        return state.setSelection(emptySelection);
    }
    action satisfies never;
  }

  /** Alt and an arrow do what dragging does. */
  function moveActiveRow(key: string): boolean {
    const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
    const at = active.index + step;
    if (step === 0 || actions.moveRow === undefined || active.id === undefined) return false;
    if (at >= 0 && at < rowCount)
      actions.moveRow(active.index, { index: at, side: step < 0 ? 'before' : 'after' });
    return true;
  }

  function handlePaste(event: ClipboardEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget || actions.paste === undefined) return;
    const text = event.clipboardData.getData('text/plain');
    if (text.trim() === '') return;
    event.preventDefault();
    actions.paste(text, { id: active.id, columnId: model.columns[active.column]?.id });
  }

  function handleContextMenu(event: MouseEvent<HTMLDivElement>) {
    const place = placeOf(event.target);
    const row = place && model.rowAt(place.row);
    if (place === undefined || row?.type !== 'record') return;
    event.preventDefault();
    state.activate(place.row, place.column);
    const at = { x: event.clientX, y: event.clientY };
    void import('./row-menu.tsx').then(({ rowMenu }) =>
      openMenu(at, rowMenu(row.id, actions, model.columns[place.column])),
    );
  }

  function handleClick(event: MouseEvent<HTMLDivElement>) {
    const place = placeOf(event.target);
    if (place === undefined) return;
    const row = model.rowAt(place.row);
    if (row.type === 'group') {
      state.activate(place.row, 0);
      actions.toggleGroup(row.key);
      return;
    }
    if (
      row.id === edited?.id &&
      place.column === model.columns.findIndex((column) => column.id === edited.columnId)
    )
      return;
    if (place.isFold) {
      state.activate(place.row, 0);
      return actions.toggleRow?.(row.id);
    }
    const wasActive = active.index === place.row && active.column === place.column;
    state.activate(place.row, place.column);
    if (place.isSelect || event.shiftKey || event.metaKey || event.ctrlKey)
      state.toggle(row.id, event.shiftKey);
    else if (place.column === 0) actions.open(row.id);
    else if (wasActive && !place.isLink) state.edit(row.id, model.columns[place.column]?.id ?? '');
  }

  const selectedState =
    selection.ids.size === 0 ? 'none' : selection.ids.size >= model.recordCount ? 'all' : 'some';
  const activeId =
    activeRow?.type === 'group'
      ? `${gridId}-${active.index}-group`
      : `${gridId}-${active.index}-${active.column}`;

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={grid}
        role="treegrid"
        aria-label={label}
        aria-rowcount={rowCount + (sums ? 2 : 1)}
        aria-colcount={model.columns.length + 1}
        aria-multiselectable
        aria-activedescendant={rowCount > 0 && edited === undefined ? activeId : undefined}
        tabIndex={0}
        onKeyDown={handleKey}
        onKeyDownCapture={makeCellWalk(model, state, commands)}
        onContextMenu={handleContextMenu}
        onPaste={handlePaste}
        onClick={handleClick}
        onMouseDown={keepFocusOnGrid}
        className="min-h-0 flex-1 overflow-auto outline-none [contain:strict]"
      >
        <ListHeader
          layout={layout}
          frozen={frozen}
          actions={actions}
          selected={selectedState}
          onSelectAll={() =>
            selectedState === 'all' ? state.setSelection(emptySelection) : state.selectEverything()
          }
          onDraftWidth={setDraft}
        />
        <div
          role="rowgroup"
          className="relative"
          style={{ height: rowCount * rowHeight, width: layout.totalWidth }}
        >
          {rows.map((index) => {
            const top = index * rowHeight;
            const row = model.rowAt(index);
            const key = slotKey(index, slots, editedIndex);
            return row.type === 'group' ? (
              <ListGroupRow
                key={key}
                group={row}
                index={index}
                top={top}
                gridId={gridId}
                layout={layout}
                frozen={frozen}
                isActive={active.index === index}
                isDropTarget={drop?.index === index}
              />
            ) : (
              <ListRecordRow
                key={key}
                id={row.id}
                index={index}
                top={top}
                gridId={gridId}
                model={model}
                stamp={model.stampOf(row.id)}
                arrival={model.arrivalOf(row.id)}
                level={row.level}
                depth={row.depth}
                isContext={row.isContext}
                fold={row.fold}
                layout={layout}
                frozen={frozen}
                first={columnWindow.first}
                end={columnWindow.end}
                lookups={lookups}
                isSelected={selection.ids.has(row.id)}
                isOpened={row.id === openedId}
                activeColumn={active.index === index ? active.column : -1}
                edit={index === editedIndex ? edit : undefined}
                mayMove={actions.moveRow !== undefined}
                dropSide={drop?.index === index ? drop.side : undefined}
              />
            );
          })}
        </div>
        {sums && <ListSummaryRow model={model} sums={sums} layout={layout} frozen={frozen} />}
      </div>
      {selection.ids.size > 0 && (
        <BulkBar
          model={model}
          ids={selection.ids}
          actions={actions}
          lookups={lookups}
          onClear={() => state.setSelection(emptySelection)}
        />
      )}
      <span className="sr-only" role="status">
        {selection.ids.size > 0 && t('list.selected', { count: selection.ids.size })}
      </span>
    </div>
  );
}

/** The row of the record that the one at an index stands under; its own where that is not here. */
function parentRow(model: ListModel, index: number): number {
  const row = model.rowAt(index);
  const depth = row.type === 'record' ? row.depth : 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const above = model.rowAt(at);
    if (above.type === 'group') return index;
    if (above.depth < depth) return at;
  }
  return index;
}
