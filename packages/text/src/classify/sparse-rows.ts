/** Texts as rows of a table most of whose places are 0: only what is there is kept. */

export type SparseRow = {
  /** Numbers of features, each once. */
  readonly at: Int32Array;
  readonly value: Float32Array;
};

/** As long as 1, or empty. */
export function scaleToLength(row: SparseRow, length = 1): SparseRow {
  const own = Math.sqrt(row.value.reduce((sum, value) => sum + value * value, 0));
  if (own > 0)
    for (const place of row.value.keys()) row.value[place] = ((row.value[place] as number) * length) / own;
  return row;
}

export function joinRows(rows: readonly SparseRow[]): SparseRow {
  const size = rows.reduce((sum, { at }) => sum + at.length, 0);
  const joined = { at: new Int32Array(size), value: new Float32Array(size) };
  let from = 0;
  for (const { at, value } of rows) {
    joined.at.set(at, from);
    joined.value.set(value, from);
    from += at.length;
  }
  return joined;
}
