/** Which rows of one height are drawn: those in sight, some beyond, and the one that is edited. */
export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/** Drawn beyond what is seen, so that a fast scroll meets rows. */
const overscan = 8;
/** Windows begin and end at multiples of this: between them nothing is drawn again. */
const step = 4;

export interface ScrollPlace {
  /** Pixels. */
  readonly top: number;
  readonly height: number;
}

export function rowsInSight({ top, height }: ScrollPlace, rowHeight: number, count: number): RowWindow {
  const first = Math.floor(top / rowHeight) - overscan;
  const end = Math.ceil((top + height) / rowHeight) + overscan;
  return {
    first: Math.max(0, Math.min(Math.floor(first / step) * step, count)),
    end: Math.max(0, Math.min(Math.ceil(end / step) * step, count)),
  };
}

export function rowsToDraw({ first, end }: RowWindow, edited: number): readonly number[] {
  const rows = Array.from({ length: end - first }, (_, at) => first + at);
  if (edited < 0 || (edited >= first && edited < end)) return rows;
  return edited < first ? [edited, ...rows] : [...rows, edited];
}

/** What covers the rows: the heading, and the sums of the view where they are shown. Each is as high as a row. */
export type Cover = 1 | 2;

/** Where to scroll so that a row is wholly in sight; the same place when it is. */
export function placeForRow(
  { index, rowHeight, cover }: { readonly index: number; readonly rowHeight: number; readonly cover: Cover },
  { top, height }: ScrollPlace,
): number {
  const rowTop = index * rowHeight;
  if (rowTop < top) return rowTop;
  const lowest = rowTop + (1 + cover) * rowHeight - height;
  return top < lowest ? lowest : top;
}
