import type { DropSide } from '../drag/closest-edge.ts';
import type { AggregateName } from '@throughline/view';
import type { Field } from '../fields/field-component.ts';
import type { ValueLook } from '../fields/look-of.ts';

/** A side of a row, where what is dragged would be put. */
export interface RowDrop {
  readonly index: number;
  readonly side: DropSide;
}

export interface ListColumn {
  readonly id: string;
  readonly name: string;
  readonly field: Field;
  /** Pixels. */
  readonly width: number;
  /** What it can be summed up as; none says nothing of its values. */
  readonly summaries?: readonly AggregateName[] | undefined;
  readonly summary?: AggregateName | undefined;
  /** How a value is marked by the rules of its field; absent where it has none. */
  readonly lookOf?: ((value: unknown) => ValueLook | undefined) | undefined;
}

export interface ListGroupRow {
  readonly type: 'group';
  readonly key: string;
  readonly label: string;
  readonly color?: string | undefined;
  readonly emoji?: string | undefined;
  readonly count: number;
  /** How many groups stand above it. */
  readonly level: number;
  /** What stands in it sums up to, to print under its columns. */
  readonly sums: ReadonlyMap<string, SummedUp>;
  readonly isCollapsed: boolean;
}

/** What the records of a group or a view sum up to in a column. */
export interface SummedUp {
  readonly name: AggregateName;
  readonly text: string;
}

export interface ListRecordRow {
  readonly type: 'record';
  readonly id: string;
  /** How many groups and parents stand above it. */
  readonly level: number;
  /** How many parents stand above it. */
  readonly depth: number;
  /** It does not belong to the view: a parent of records that do. */
  readonly isContext: boolean;
  /** Whether its children are in sight; undefined where it has none here. */
  readonly fold?: 'open' | 'folded' | undefined;
}

export type ListRow = ListGroupRow | ListRecordRow;

export interface ListCell {
  readonly value: unknown;
  readonly canEdit: boolean;
}

/**
 * What the list shows. It lives outside React: the list asks only for the rows and cells in sight, and again
 * when told that something changed. Any engine that answers these questions can feed it.
 */
export interface ListModel {
  /** What the whole view sums up to, by column; undefined where that is not shown. */
  readonly total?: (() => ReadonlyMap<string, SummedUp>) | undefined;
  /** How many columns from the first on stay in sight; 1 where left out. */
  readonly frozen?: number | undefined;
  /** Groups and records as they stand; those of collapsed groups do not count. */
  readonly rowCount: number;
  /** The first column names the record and stays in sight. */
  readonly columns: readonly ListColumn[];
  rowAt(index: number): ListRow;
  /** How many records there are, also in collapsed groups. */
  readonly recordCount: number;
  /** How many the whole view sums up, where only a part of them is here. */
  readonly summedCount?: number | undefined;
  /** -1 when the record is not among the rows. */
  indexOf(id: string): number;
  cell(id: string, columnId: string): ListCell;
  /** Every record in order, also of collapsed groups, for "select all". */
  recordIds(): readonly string[];
  /** Another number after every change that may show in the record's row. */
  stampOf(id: string): number;
  /** Another number after every change by somebody else; 0 while there was none. */
  arrivalOf(id: string): number;
  /** Another number whenever other records, another order or other groups are listed: whoever reads begins anew. */
  readonly arrangement?: (() => number) | undefined;
  /** While held, rows keep their place whatever changes: somebody is editing one of them. */
  readonly hold?: (isHeld: boolean) => void;
  /** Another number after every change; `subscribe` tells when. */
  version(): number;
  subscribe(listener: () => void): () => void;
}

/** What people do to the list; the owner carries it out, and the model then tells of the change. */
export interface ListActions {
  readonly open: (id: string) => void;
  readonly edit: (ids: readonly string[], columnId: string, value: unknown) => void;
  readonly create?: (() => void) | undefined;
  readonly toggleGroup: (key: string) => void;
  /** Folds the children of a record, or shows them again. */
  readonly toggleRow?: ((id: string) => void) | undefined;
  /** Sums a column up in another way; undefined for not at all. */
  readonly summarise?: ((columnId: string, name: AggregateName | undefined) => void) | undefined;
  /** Keeps columns up to this one in sight; the first alone where none is named. */
  readonly freeze?: ((columnId: string | undefined) => void) | undefined;
  readonly resizeColumn: (columnId: string, width: number) => void;
  /** `to` counts in the list without the moved column. */
  readonly moveColumn: (columnId: string, to: number) => void;
  readonly hideColumn: (columnId: string) => void;
  readonly sortBy: (columnId: string, direction: 'ascending' | 'descending') => void;
  readonly addColumn?: ((anchor: Element) => void) | undefined;
  /** Shows where a computed value comes from. */
  readonly explain?: ((id: string, columnId: string) => void) | undefined;
  /** Takes in what was copied from a table; the cell that the keyboard is on says where. */
  readonly paste?: ((text: string, at: PastePlace) => void) | undefined;
  /** Colours the values of a column by rules. */
  readonly colorRules?: ((columnId: string) => void) | undefined;
  /** Takes records, or copies of them, to another space. */
  readonly relocate?: ((ids: readonly string[], act: 'move' | 'copy') => void) | undefined;
  /** Puts records under another one. */
  readonly setParent?: ((ids: readonly string[]) => void) | undefined;
  readonly archive?: ((ids: readonly string[]) => void) | undefined;
  readonly merge?: ((ids: readonly string[]) => void) | undefined;
  /**
   * Moves the record at a row to a side of another row: in the order made by hand, and into that row's group.
   * Absent where neither can be changed.
   */
  readonly moveRow?: ((from: number, to: RowDrop) => void) | undefined;
}

/** The cell that the keyboard is on; no record on a group's row. */
export interface PastePlace {
  readonly id: string | undefined;
  readonly columnId: string | undefined;
}
