/** Groups of a list with their records under their parents, worked out anew only where a row or a parent moved. */
import type { RowGroup } from './live-rows.ts';
import { nestRows } from './nest-rows.ts';
import type { NestedRows } from './nested-rows.ts';
import type { RecordSource } from './record-source.ts';
import { PARENT } from './saved-view.ts';
import { followParents, type RowParents } from './row-parents.ts';

interface Known {
  readonly rows: Int32Array;
  readonly parents: Int32Array;
  readonly nested: NestedRows;
}

export interface Nesting {
  readonly nest: (group: RowGroup) => NestedRows;
  /** Ids of records whose children are out of sight. */
  readonly setFolded: (folded: ReadonlySet<string>) => void;
  readonly parentOf: (id: string) => string | undefined;
  readonly close: () => void;
}

export function makeNesting(source: RecordSource): Nesting {
  const known = new Map<string, Known>();
  let folded: ReadonlySet<string> = new Set();
  let following: { readonly of: ReturnType<RecordSource['store']>; readonly parents: RowParents } | undefined;

  function parents(): Int32Array {
    const store = source.store();
    if (following?.of !== store) {
      following?.parents.close();
      known.clear();
      following = { of: store, parents: followParents(store, PARENT) };
    }
    return following.parents.now();
  }
  return {
    nest: (group) => {
      const [rows, above] = [group.rows(), parents()];
      const before = known.get(group.key);
      if (before?.parents === above && isSame(before.rows, rows)) return before.nested;
      const store = source.store();
      const shut = new Set([...folded].flatMap((id) => store.rowOf(id) ?? []));
      const nested = nestRows(rows, above, (row) => shut.has(row));
      known.set(group.key, { rows, parents: above, nested });
      return nested;
    },
    setFolded: (next) => {
      if (next === folded) return;
      folded = next;
      known.clear();
    },
    parentOf: (id) => {
      const store = source.store();
      const row = store.rowOf(id);
      const above = row === undefined ? -1 : (parents()[row] ?? -1);
      return above < 0 ? undefined : store.idOf(above);
    },
    close: () => {
      following?.parents.close();
      following = undefined;
      known.clear();
    },
  };
}

function isSame(one: Int32Array, other: Int32Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
