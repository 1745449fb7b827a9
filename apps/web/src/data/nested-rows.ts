/** Rows that stand under their parents, each once, in the order in which they are shown. */
export interface NestedRows {
  readonly rows: Int32Array;
  /** How many parents stand above each of them. */
  readonly depths: Int32Array;
  /** `isContext`, `isParent`, `isFolded` of each, as bits. */
  readonly marks: Uint8Array;
}

export const isContext = 1;
export const isParent = 2;
export const isFolded = 4;
