/**
 * Gives every row in sight one of a fixed number of slots: a row that scrolls out hands its DOM elements to
 * the one that scrolls in. The row being edited has a slot of its own, so that scrolling cannot take its editor.
 */
export function slotKey(index: number, slots: number, editedIndex: number): string {
  return index === editedIndex ? 'edited' : String(index % slots);
}

/** Enough for so many rows at once without two in one slot; grows in steps so that it seldom changes. */
export function slotCount(rows: number): number {
  return Math.max(32, Math.ceil(rows / 16) * 16);
}
