import type { Field } from '../fields/field-component.ts';

export interface BoardColumn {
  readonly key: string;
  readonly name: string;
  readonly color?: string | undefined;
  readonly emoji?: string | undefined;
  readonly count: number;
  /** A formatted sum under the name: "38 points", "€1.2M". */
  readonly sum?: string | undefined;
  /** More cards than this and the column says so. */
  readonly limit?: number | undefined;
}

export interface BoardField {
  readonly id: string;
  readonly field: Field;
}

/** What a board shows, kept outside React like the list's model. */
export interface BoardModel {
  readonly columns: readonly BoardColumn[];
  /** The fields on every card, below its title. */
  readonly fields: readonly BoardField[];
  cardAt(columnKey: string, index: number): string | undefined;
  /** Where a card is; undefined when it is not on the board. */
  placeOf(id: string): CardPlace | undefined;
  title(id: string): string;
  /** The key people know it by: `PAY-12`. */
  recordKey(id: string): string;
  value(id: string, fieldId: string): unknown;
  /** Another number after every change by somebody else; 0 while there was none. */
  arrivalOf(id: string): number;
  version(): number;
  subscribe(listener: () => void): () => void;
}

export interface CardPlace {
  readonly columnKey: string;
  readonly index: number;
}

export interface BoardActions {
  readonly open: (id: string) => void;
  /** `to.index` counts in the column without the moved card. Absent where the person may not move cards. */
  readonly move?: ((id: string, to: CardPlace) => void) | undefined;
  readonly create?: ((columnKey: string) => void) | undefined;
}
