/**
 * The records of one entity in one snapshot, kept by columns as they came: a record is put together when somebody
 * asks for it. A hundred thousand records of thirty fields take a tenth of what as many objects would.
 */
import type { Json } from '@throughline/base';
import type { SnapshotTable } from '@throughline/contract';
import type { Values } from '@throughline/model';

export type Column = readonly (Json | null | undefined)[];

export type ColumnTable = {
  readonly ids: readonly string[];
  /** Undefined where the record is not in it, or was let go. */
  readonly rowOf: (id: string) => number | undefined;
  readonly values: (row: number) => Values;
  readonly value: (row: number, field: string) => Json | undefined;
  /** All values of a field, also of records that were let go; undefined where it is empty everywhere. */
  readonly column: (field: string) => Column | undefined;
  /** What is newer is kept elsewhere: from here on the record is not in it. */
  readonly letGo: (id: string) => void;
  /** How many records are in it. */
  readonly count: () => number;
};

/** Different texts of a column up to which the same ones share one string. */
const MOST_SHARED = 4096;

export function makeColumnTable({ ids, columns }: SnapshotTable): ColumnTable {
  const fields: readonly (readonly [string, Column])[] = Object.entries(columns).map(([field, column]) => [
    field,
    shareTexts(column),
  ]);
  const byField = new Map(fields);
  const rows = new Map(ids.map((id, row) => [id, row]));
  return {
    ids,
    rowOf: (id) => rows.get(id),
    letGo: (id) => rows.delete(id),
    count: () => rows.size,
    column: (field) => byField.get(field),
    value: (row, field) => byField.get(field)?.[row] ?? undefined,
    values: (row) => {
      const values: Record<string, Json> = {};
      for (const [field, column] of fields) {
        const value = column[row];
        if (value !== null && value !== undefined) values[field] = value;
      }
      return values;
    },
  };
}

/** Parsed JSON has a string of its own for every value; options and ids repeat. */
function shareTexts(column: Column): Column {
  const known = new Map<string, string>();
  const shared: (Json | null | undefined)[] = [];
  for (const value of column) {
    if (typeof value !== 'string') {
      shared.push(value);
      continue;
    }
    const same = known.get(value);
    shared.push(same ?? value);
    if (same === undefined) known.set(value, value);
    if (known.size > MOST_SHARED) return column;
  }
  return shared;
}
