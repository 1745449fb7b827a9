import type { OptionColor } from '@throughline/ui';
import type { Field } from '../fields/field-component.ts';
import type { ValueLook } from '../fields/look-of.ts';

export interface BoardColumn {
  readonly key: string;
  readonly name: string;
  readonly color?: string | undefined;
  readonly emoji?: string | undefined;
  /** Each card once, in all lanes. */
  readonly count: number;
  /** A formatted sum beside the count: "38 points", "€1.2M". */
  readonly sum?: string | undefined;
  /** More cards than this and the column says so; it takes them all the same. */
  readonly limit?: number | undefined;
  /** Only its name and count are drawn. */
  readonly isFolded?: boolean | undefined;
}

export interface BoardLane {
  readonly key: string;
  readonly name: string;
  readonly color?: string | undefined;
  readonly emoji?: string | undefined;
  readonly count: number;
  readonly isFolded: boolean;
}

export interface BoardField {
  readonly id: string;
  readonly field: Field;
  /** How the rules of the field mark a value. */
  readonly lookOf?: (value: unknown) => ValueLook | undefined;
}

/** A column, or where there are lanes the part of it in one lane. */
export interface BoardCell {
  readonly columnKey: string;
  readonly laneKey?: string | undefined;
}

export interface CardPlace extends BoardCell {
  readonly index: number;
}

/** What a board shows, kept outside React like the list's model. */
export interface BoardModel {
  readonly columns: readonly BoardColumn[];
  /** None where the columns go undivided. */
  readonly lanes: readonly BoardLane[];
  /** The fields on every card, below its title. */
  readonly fields: readonly BoardField[];
  /** Compact cards are a line each. */
  readonly card: 'compact' | 'detailed';
  countIn(cell: BoardCell): number;
  cardAt(cell: BoardCell, index: number): string | undefined;
  /** Where a card is: in the cell given, where it is in several; undefined when it is not on the board. */
  placeOf(id: string, near?: BoardCell): CardPlace | undefined;
  title(id: string): string;
  /** The key people know it by: `PAY-12`. */
  recordKey(id: string): string;
  value(id: string, fieldId: string): unknown;
  /** Undefined where cards have no colour. */
  colorOf(id: string): OptionColor | undefined;
  /** Another number after every change by somebody else; 0 while there was none. */
  arrivalOf(id: string): number;
  version(): number;
  subscribe(listener: () => void): () => void;
}

export interface CardMove {
  readonly id: string;
  readonly from: CardPlace;
  /** `index` counts in the cell without the moved card. */
  readonly to: CardPlace;
}

export interface BoardActions {
  readonly open: (id: string) => void;
  /** Absent where the person may not move cards. Chosen cards move together. */
  readonly move?: ((move: CardMove) => void) | undefined;
  readonly create?: ((cell: BoardCell) => void) | undefined;
  /** The card that is dragged is gone. */
  readonly tellVanished?: (() => void) | undefined;
  readonly toggleLane?: ((laneKey: string) => void) | undefined;
  readonly toggleColumn?: ((columnKey: string) => void) | undefined;
  /** Null takes the limit away. */
  readonly setLimit?: ((columnKey: string, limit: number | null) => void) | undefined;
}

export function isSameCell(a: BoardCell, b: BoardCell): boolean {
  return a.columnKey === b.columnKey && a.laneKey === b.laneKey;
}
