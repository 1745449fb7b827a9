/** Puts stretches into as few rows as keep them apart, and finds those in sight. */
export interface Stretch {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

export interface Packed<Item extends Stretch> {
  /** In each row in order, none over another. */
  readonly rows: readonly (readonly Item[])[];
  readonly rowOf: ReadonlyMap<string, number>;
}

/**
 * Each goes into the row it had `before`, where that is free, else into the first that is: little moves when one of
 * them changes.
 */
export function packRows<Item extends Stretch>(
  items: readonly Item[],
  before: ReadonlyMap<string, number> = new Map(),
): Packed<Item> {
  const rows: Item[][] = [];
  const ends: number[] = [];
  const isFree = (row: number, { start }: Item): boolean => (ends[row] ?? -Infinity) <= start;
  for (const item of items.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const known = before.get(item.key);
    const row =
      known !== undefined && known < items.length && isFree(known, item)
        ? known
        : firstFree(ends, item.start);
    for (let at = rows.length; at <= row; at++) rows.push([]);
    rows[row]?.push(item);
    ends[row] = item.end;
  }
  const filled = rows.filter((row) => row.length > 0);
  const rowOf = new Map(filled.flatMap((row, at) => row.map(({ key }) => [key, at] as const)));
  return { rows: filled, rowOf };
}

function firstFree(ends: readonly (number | undefined)[], start: number): number {
  for (let row = 0; row < ends.length; row++) if ((ends[row] ?? -Infinity) <= start) return row;
  return ends.length;
}

/** Those of a row that touch a stretch of time: the row is in order and none lies over another. */
export function stretchesBetween<Item extends Stretch>(
  row: readonly Item[],
  from: number,
  to: number,
): readonly Item[] {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[middle]?.end ?? Infinity) > from) high = middle;
    else low = middle + 1;
  }
  let last = low;
  while (last < row.length && (row[last]?.start ?? Infinity) < to) last += 1;
  return row.slice(low, last);
}
