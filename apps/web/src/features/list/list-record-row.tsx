/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- an ARIA grid on recycled, placed elements cannot be a <table>; the grid holds the focus and names the active cell */
import { ChevronRight, GripVertical } from 'lucide-react';
import { memo } from 'react';
import type { FieldLookups } from '../../fields/field-component.ts';
import { fieldComponents } from '../../fields/field-registry.ts';
import { t } from '../../messages/t.ts';
import { frozenWidth, gutterWidth, type ColumnLayout, type ColumnWindow } from './column-layout.ts';
import { arrivalLook } from '../../frame/arrival-look.ts';
import { MarkedCell } from '../../fields/marked-cell.tsx';
import type { ListColumn, ListModel, ListRecordRow as RecordRow } from '../../data/list-model.ts';
import type { DropSide } from '../../drag/closest-edge.ts';

export interface RowPlace {
  readonly index: number;
  readonly top: number;
  readonly gridId: string;
}

export interface CellEdit {
  readonly columnId: string;
  readonly commit: (value: unknown) => void;
  readonly cancel: () => void;
}

export interface ListRecordRowProps extends RowPlace {
  readonly id: string;
  readonly model: ListModel;
  /** Changes with what the row shows, so that a memoised row asks again. */
  readonly stamp: number;
  /** Changes when somebody else has changed the record. */
  readonly arrival: number;
  readonly layout: ColumnLayout;
  readonly level: number;
  readonly depth: number;
  readonly isContext: boolean;
  readonly fold: RecordRow['fold'];
  readonly frozen: ColumnWindow['frozen'];
  readonly first: ColumnWindow['first'];
  readonly end: ColumnWindow['end'];
  readonly lookups: FieldLookups;
  readonly isSelected: boolean;
  /** -1 when the keyboard is on another row. */
  readonly activeColumn: number;
  readonly isOpened: boolean;
  readonly edit: CellEdit | undefined;
  readonly mayMove: boolean;
  /** Where a dragged row would go, seen from this one. */
  readonly dropSide: DropSide | undefined;
}

/** Clicks are heard by the grid, which finds the row and column in `data-row` and `data-column`. */
export const ListRecordRow = memo(function ListRecordRow(props: ListRecordRowProps) {
  const { id, index, top, model, layout, frozen, first, end, isSelected, activeColumn, dropSide } = props;
  const [title] = layout.columns;
  const titleText = title ? model.cell(id, title.id).value : undefined;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={props.level + 1}
      aria-expanded={props.fold === undefined ? undefined : props.fold === 'open'}
      aria-selected={isSelected}
      data-row={index}
      style={{ transform: `translateY(${top}px)`, width: layout.totalWidth }}
      className={`group/row absolute [contain:layout_style] top-0 left-0 flex h-(--row) border-b ${props.isContext ? 'text-faint ' : ''}${rowTone(isSelected || props.isOpened, activeColumn >= 0)} ${dropSide ? dropLine[dropSide] : ''} ${arrivalLook(props.arrival)}`}
    >
      <div className="sticky left-0 z-10 -mr-px flex border-r bg-inherit">
        <div
          role="gridcell"
          aria-colindex={1}
          style={{ width: gutterWidth }}
          className="relative grid place-items-center"
        >
          {props.mayMove && (
            <span
              data-handle
              draggable
              aria-hidden
              className="absolute inset-y-0 left-0 grid w-3 cursor-grab place-items-center text-faint opacity-0 group-hover/row:opacity-100"
            >
              <GripVertical size={12} />
            </span>
          )}
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isSelected}
            readOnly
            data-select
            aria-label={t('list.selectRow', { name: typeof titleText === 'string' ? titleText : '' })}
            className={`size-3.5 accent-(--accent) ${isSelected ? '' : 'opacity-0 group-hover/row:opacity-100'}`}
          />
        </div>
        {layout.columns.slice(0, frozen).map((column, at) => (
          <RecordCell key={column.id} {...props} column={column} at={at} />
        ))}
      </div>
      <div
        aria-hidden
        role="presentation"
        style={{ width: (layout.offsets[first] ?? 0) - frozenWidth(layout, frozen) }}
        className="shrink-0"
      />
      {layout.columns.slice(first, end).map((column, offset) => (
        <RecordCell key={column.id} {...props} column={column} at={first + offset} />
      ))}
    </div>
  );
});

export const dropLine = {
  before: 'before:absolute before:inset-x-0 before:-top-px before:z-20 before:h-0.5 before:bg-accent-line',
  after: 'before:absolute before:inset-x-0 before:-bottom-px before:z-20 before:h-0.5 before:bg-accent-line',
} as const;

function rowTone(isChosen: boolean, isActive: boolean): string {
  if (isChosen) return 'bg-accent-soft';
  return isActive ? 'bg-canvas in-[:focus]:bg-hover hover:bg-sunken' : 'bg-canvas hover:bg-sunken';
}

interface RecordCellProps extends ListRecordRowProps {
  readonly column: ListColumn;
  readonly at: number;
}

function RecordCell(props: RecordCellProps) {
  const { column, at, id, index, gridId, model, layout, lookups, activeColumn, edit } = props;
  const { value } = model.cell(id, column.id);
  const isActive = activeColumn === at;
  const { Editor } = fieldComponents[column.field.type];
  const isEdited = edit?.columnId === column.id && Editor !== null;
  return (
    <div
      role="gridcell"
      data-tip-cut
      id={`${gridId}-${index}-${at}`}
      aria-colindex={at + 2}
      data-column={at}
      style={{ width: layout.widths[at] }}
      className={cellLook(at === 0, isActive, isEdited)}
    >
      {isEdited ? (
        <Editor
          value={value}
          field={column.field}
          lookups={lookups}
          onCommit={edit.commit}
          onCancel={edit.cancel}
        />
      ) : (
        <>
          {at === 0 && <Indent {...props} name={value} />}
          <MarkedCell value={value} field={column.field} lookups={lookups} look={column.lookOf?.(value)} />
        </>
      )}
    </div>
  );
}

const indentWidth = 18;
/** Deeper levels stand no further in: the title must stay readable. */
const deepestIndent = 8;

interface IndentProps extends Pick<ListRecordRowProps, 'depth' | 'fold'> {
  readonly name: unknown;
}

/** Room for the parents above, and what folds the children below. */
function Indent({ depth, fold, name }: IndentProps) {
  if (depth === 0 && fold === undefined) return null;
  return (
    <span
      style={{ paddingLeft: Math.min(depth, deepestIndent) * indentWidth }}
      className="flex shrink-0 items-center"
    >
      {depth > deepestIndent && <span className="figures mr-1 text-small text-faint">{depth}</span>}
      {fold === undefined ? (
        <span className="w-5" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          data-fold
          aria-label={t('list.children', { name: typeof name === 'string' ? name : '' })}
          className="mr-0.5 -ml-1 grid size-5 place-items-center rounded-sm text-muted hover:bg-hover hover:text-ink"
        >
          <ChevronRight
            size={14}
            aria-hidden
            className={`transition-transform ${fold === 'open' ? 'rotate-90' : ''}`}
          />
        </button>
      )}
    </span>
  );
}

function cellLook(isTitle: boolean, isActive: boolean, isEdited: boolean): string {
  const ring = isEdited
    ? 'z-20 ring-2 ring-focus bg-canvas'
    : isActive
      ? 'in-[:focus]:ring-2 in-[:focus]:ring-inset in-[:focus]:ring-focus'
      : '';
  return `relative flex min-w-0 shrink-0 items-center ${isEdited ? '' : 'overflow-hidden px-2'} ${isTitle ? 'font-[450]' : ''} ${ring}`;
}
