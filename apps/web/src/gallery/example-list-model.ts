import type { ListColumn, ListModel, ListRow } from '../data/list-model.ts';
import { exampleFields, statusOf } from './example-ideas.ts';
import { statusOptions } from './example-lookups.ts';

export interface ExampleListModel extends ListModel {
  readonly edit: (ids: readonly string[], columnId: string, value: unknown) => void;
  readonly toggleGroup: (key: string) => void;
  readonly resizeColumn: (columnId: string, width: number) => void;
  readonly moveColumn: (columnId: string, to: number) => void;
  readonly hideColumn: (columnId: string) => void;
}

/** So many ideas, grouped by status; edits are kept beside the generated values. */
export function makeExampleListModel(count: number, grouped: boolean): ExampleListModel {
  const listeners = new Set<() => void>();
  const edits = new Map<string, unknown>();
  const collapsed = new Set<string>();
  const byStatus = groupByStatus(count);
  let columns: readonly ListColumn[] = exampleFields.map(({ id, field, width }) => ({
    id,
    field,
    width,
    name: field.name,
  }));
  let version = 0;
  let rows: readonly ListRow[] = [];
  let places: ReadonlyMap<string, number> = new Map();

  function arrange(): void {
    rows = grouped
      ? [...byStatus].flatMap(([key, ids]) => groupRows(key, ids, collapsed.has(key)))
      : recordRows([...byStatus.values()].flat());
    places = new Map(rows.flatMap((row, index) => (row.type === 'record' ? [[row.id, index] as const] : [])));
  }
  function changed(): void {
    version += 1;
    for (const listener of listeners) listener();
  }
  arrange();

  return {
    get rowCount() {
      return rows.length;
    },
    get columns() {
      return columns;
    },
    rowAt: (index) => rows[index] ?? recordRow('0'),
    indexOf: (id) => places.get(id) ?? -1,
    cell(id, columnId) {
      const example = exampleFields.find((candidate) => candidate.id === columnId);
      const key = `${id} ${columnId}`;
      const value = edits.has(key) ? edits.get(key) : example?.valueOf(Number(id));
      return { value, canEdit: example?.field.readOnly !== true };
    },
    recordCount: count,
    recordIds: () => [...byStatus.values()].flat(),
    version: () => version,
    stampOf: () => version,
    arrivalOf: () => 0,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit(ids, columnId, value) {
      for (const id of ids) edits.set(`${id} ${columnId}`, value);
      changed();
    },
    toggleGroup(key) {
      if (!collapsed.delete(key)) collapsed.add(key);
      arrange();
      changed();
    },
    resizeColumn(columnId, width) {
      columns = columns.map((column) => (column.id === columnId ? { ...column, width } : column));
      changed();
    },
    moveColumn(columnId, to) {
      const rest = columns.filter((column) => column.id !== columnId);
      const moved = columns.find((column) => column.id === columnId);
      if (moved) columns = [...rest.slice(0, to), moved, ...rest.slice(to)];
      changed();
    },
    hideColumn(columnId) {
      columns = columns.filter((column) => column.id !== columnId);
      changed();
    },
  };
}

function groupByStatus(count: number): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>(statusOptions.map((option) => [option.key, []]));
  for (let row = 0; row < count; row += 1) groups.get(statusOf(row))?.push(String(row));
  return groups;
}

function recordRows(ids: readonly string[]): readonly ListRow[] {
  return ids.map(recordRow);
}

function recordRow(id: string): ListRow {
  return { type: 'record', id, level: 1, depth: 0, isContext: false };
}

function groupRows(key: string, ids: readonly string[], isCollapsed: boolean): readonly ListRow[] {
  const option = statusOptions.find((candidate) => candidate.key === key);
  const heading: ListRow = {
    type: 'group',
    key,
    label: option?.name ?? key,
    color: option?.color,
    count: ids.length,
    level: 0,
    sums: new Map([
      ['effort', { name: 'sum', text: (ids.length * 6).toLocaleString() }],
      ['revenue', { name: 'sum', text: `€${(ids.length * 0.19).toFixed(1)}M` }],
    ]),
    isCollapsed,
  };
  return isCollapsed ? [heading] : [heading, ...recordRows(ids)];
}
