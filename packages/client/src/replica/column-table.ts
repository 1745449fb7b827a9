/**
 * The records of one entity in one snapshot, kept by columns as they came: a record is put together when somebody
 * asks for it. A hundred thousand records of thirty fields take a tenth of what as many objects would.
 */
import type { Json } from '@throughline/base';
import { columnValues, type SnapshotColumn, type SnapshotTable } from '@throughline/contract';
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

export function makeColumnTable({ ids, columns }: SnapshotTable): ColumnTable {
  const fields = Object.entries(columns);
  const byField = new Map(fields);
  const rows = new Map(ids.map((id, row) => [id, row]));
  return {
    ids,
    rowOf: (id) => rows.get(id),
    letGo: (id) => rows.delete(id),
    count: () => rows.size,
    column: (field) => {
      const column = byField.get(field);
      return column && columnValues(column, ids.length);
    },
    value: (row, field) => {
      const column = byField.get(field);
      return column && (valueAt(column, row) ?? undefined);
    },
    values: (row) => {
      const values: Record<string, Json> = {};
      for (const [field, column] of fields) {
        const value = valueAt(column, row);
        if (value !== null && value !== undefined) values[field] = value;
      }
      return values;
    },
  };
}

function valueAt(column: SnapshotColumn, row: number): Json | undefined {
  return 'of' in column ? column.of[column.at?.[row] ?? 0] : column[row];
}
