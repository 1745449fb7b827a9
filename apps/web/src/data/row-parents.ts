/** The parent's row of each row of a source, followed as records change. */
import type { ColumnStore } from '@throughline/view';

export interface RowParents {
  /** -1 for rows without a parent here. The same array until a parent has changed. */
  readonly now: () => Int32Array;
  readonly close: () => void;
}

const nothing = -1;

export function followParents(store: ColumnStore, fieldId: string): RowParents {
  let known: Int32Array | undefined;
  let before = nothing;
  const column = store.column(fieldId);
  const codeOf = (row: number): number =>
    column?.type === 'text' && store.isAlive(row) ? (column.codes[row] ?? nothing) : nothing;
  const close = store.watch({
    before: (row) => {
      before = codeOf(row);
    },
    after: (row) => {
      const isKnown = known !== undefined && row < known.length && store.isAlive(row);
      if (!isKnown || codeOf(row) !== before) known = undefined;
      before = nothing;
    },
  });
  return { close, now: () => (known ??= readParents(store, fieldId)) };
}

function readParents(store: ColumnStore, fieldId: string): Int32Array {
  const parents = new Int32Array(store.size).fill(nothing);
  const column = store.column(fieldId);
  if (column?.type !== 'text') return parents;
  const { codes, dictionary } = column;
  const rowOfCode = Int32Array.from(dictionary.texts, (id) => store.rowOf(id) ?? nothing);
  for (let row = 0; row < parents.length; row++) {
    const code = codes[row] as number;
    if (code >= 0) parents[row] = rowOfCode[code] as number;
  }
  return parents;
}
