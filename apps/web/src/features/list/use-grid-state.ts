import { useRef, useState } from 'react';
import type { ListActions, ListModel, ListRow } from '../../data/list-model.ts';
import { selectAll, selectRange, toggleSelected, type Selection } from './selection.ts';

/** The cell the keyboard is on. A record is followed when it moves; a group is known by its place. */
export interface ActiveCell {
  readonly index: number;
  readonly id: string | undefined;
  readonly column: number;
}

export interface EditedCell {
  readonly id: string;
  readonly columnId: string;
}

export interface GridState {
  readonly active: ActiveCell;
  readonly activeRow: ListRow | undefined;
  readonly edited: EditedCell | undefined;
  readonly selection: Selection;
  readonly setSelection: (selection: Selection) => void;
  readonly activate: (index: number, column: number) => void;
  readonly move: (rows: number, columns: number) => void;
  readonly edit: (id: string, columnId: string) => void;
  readonly endEdit: () => void;
  readonly toggle: (id: string, withRange: boolean) => void;
  readonly selectEverything: () => void;
}

/** The records chosen, kept by whoever shows the list. */
export interface SelectionProps {
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}

/** Where the keyboard is, what is being edited, what is chosen. */
export function useGridState(model: ListModel, { selected, onSelect }: SelectionProps): GridState {
  const [kept, setActive] = useState<ActiveCell>(() => cellAt(model, 0, 0));
  const [edited, setEdited] = useState<EditedCell>();
  const [anchor, setAnchor] = useState<string>();
  const arrangement = model.arrangement?.();
  const [arranged, setArranged] = useState(arrangement);
  if (arranged !== arrangement) {
    setArranged(arrangement);
    setActive(cellAt(model, 0, kept.column));
    setEdited(undefined);
  }
  const selection = { ids: selected, anchor };
  const active = followRecord(model, kept);

  function setSelection(next: Selection) {
    setAnchor(next.anchor);
    onSelect(next.ids);
  }
  function activate(index: number, column: number) {
    setActive(cellAt(model, index, column));
  }
  return {
    active,
    activeRow: model.rowCount > 0 ? model.rowAt(active.index) : undefined,
    edited,
    selection,
    setSelection,
    activate,
    move: (rows, columns) => activate(active.index + rows, active.column + columns),
    edit: (id, columnId) => {
      if (model.cell(id, columnId).canEdit) setEdited({ id, columnId });
    },
    endEdit: () => setEdited(undefined),
    toggle: (id, withRange) =>
      setSelection(withRange ? selectRange(selection, id, model.recordIds()) : toggleSelected(selection, id)),
    selectEverything: () => setSelection(selectAll(model.recordIds())),
  };
}

function cellAt(model: ListModel, index: number, column: number): ActiveCell {
  const at = clamp(index, model.rowCount);
  const row = model.rowCount > 0 ? model.rowAt(at) : undefined;
  return {
    index: at,
    id: row?.type === 'record' ? row.id : undefined,
    column: clamp(column, model.columns.length),
  };
}

function followRecord(model: ListModel, cell: ActiveCell): ActiveCell {
  const now = cell.id === undefined ? -1 : model.indexOf(cell.id);
  return {
    ...cell,
    index: now >= 0 ? now : clamp(cell.index, model.rowCount),
    column: clamp(cell.column, model.columns.length),
  };
}

function clamp(at: number, count: number): number {
  return Math.max(0, Math.min(at, count - 1));
}

export interface EditCommands {
  readonly commit: (value: unknown) => void;
  readonly cancel: () => void;
}

/** A commit counts once, and a cancel that follows it (a popup closing) does nothing. */
export function useEditCommands(state: GridState, actions: ListActions): EditCommands {
  const finished = useRef<EditedCell>(undefined);
  function finish(run: (cell: EditedCell) => void) {
    const cell = state.edited;
    if (cell === undefined || finished.current === cell) return;
    finished.current = cell;
    run(cell);
    state.endEdit();
  }
  return {
    commit: (value) => finish((cell) => actions.edit([cell.id], cell.columnId, value)),
    cancel: () => finish(() => undefined),
  };
}
