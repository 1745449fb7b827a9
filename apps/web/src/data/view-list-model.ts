/** A list over live rows: groups that fold, and records with the values of their columns. */
import { must } from '@throughline/base';
import { aggregateColumns } from './view-sums.ts';
import { formatNumber } from '../fields/number-text.ts';
import { toFieldLook } from '../fields/from-model.ts';
import { locale } from '../messages/t.ts';
import type { Cell, Field } from '@throughline/model';
import type { ViewQuery } from '@throughline/view';
import { groupLook } from './group-look.ts';
import type { ListColumn, ListModel, ListRow } from './list-model.ts';
import { makeLiveRows, type RowGroup } from './live-rows.ts';
import { makeRecordValues } from './record-values.ts';
import { makeRowStamps } from './row-stamps.ts';
import type { RecordSource } from './record-source.ts';
import type { WorkspaceData } from './workspace-data.ts';

export interface ShownColumn {
  readonly field: Field;
  /** Pixels. */
  readonly width: number;
}

export interface ListShape {
  readonly query: ViewQuery;
  /** The first names the record. */
  readonly columns: readonly ShownColumn[];
  /** Keys of groups that are folded. */
  readonly collapsed: ReadonlySet<string>;
}

/** One value that all records of a group have. */
export interface GroupValue {
  readonly field: Field;
  readonly value: Cell;
}

export interface ViewListModel extends ListModel {
  /** What puts a record into the group of a row; nothing where the query does not group by fields. */
  readonly groupAt: (index: number) => readonly GroupValue[];
  readonly setShape: (shape: ListShape) => void;
  readonly hold: (isHeld: boolean) => void;
}

/** Rows as ranges: a heading each, where there are groups, and its records unless folded. */
interface Section {
  readonly group: RowGroup;
  readonly start: number;
  readonly isCollapsed: boolean;
}

export function makeViewListModel(data: WorkspaceData, source: RecordSource): ViewListModel {
  const values = makeRecordValues(data, source);
  const rows = makeLiveRows(source, values);
  const stamps = makeRowStamps(data, {
    entity: source.entity,
    isShared: () => columns.some(({ field }) => field.type === 'formula'),
  });
  const listeners = new Set<() => void>();
  const { currency } = data.replica.session().workspace;
  let columns: readonly ListColumn[] = [];
  let fields: ReadonlyMap<string, Field> = new Map();
  let summed: readonly Field[] = [];
  let collapsed: ReadonlySet<string> = new Set();
  let stopStamps: (() => void) | undefined;
  let shapes = 0;
  let sections: readonly Section[] | undefined;
  let sectionsOf: readonly RowGroup[] | undefined;

  const isGrouped = (): boolean => rows.query().group.length > 0;
  const headings = (): number => (isGrouped() ? 1 : 0);

  function arrange(): readonly Section[] {
    const groups = rows.groups();
    if (sections !== undefined && sectionsOf === groups) return sections;
    let start = 0;
    sectionsOf = groups;
    sections = groups.map((group) => {
      const isCollapsed = isGrouped() && collapsed.has(group.key);
      const section = { group, start, isCollapsed };
      start += headings() + (isCollapsed ? 0 : group.count);
      return section;
    });
    return sections;
  }
  function sectionAt(index: number): Section | undefined {
    return arrange().findLast(({ start }) => start <= index);
  }
  function headingOf({ group, isCollapsed }: Section): ListRow {
    const by = rows.query().group[0]?.by;
    const field = by?.type === 'field' ? source.schema().field(by.field) : undefined;
    const sums = new Map<string, string>();
    for (const [at, column] of summed.entries()) {
      const sum = group.aggregates[at];
      if (typeof sum === 'number')
        sums.set(column.id, formatNumber(sum, toFieldLook(column, currency).number, locale));
    }
    const { key, keys, count } = group;
    return { type: 'group', key, ...groupLook(field, keys[0], data.titles), count, sums, isCollapsed };
  }
  function changed(): void {
    shapes += 1;
    stamps.renew();
    sections = undefined;
    for (const listener of listeners) listener();
  }

  return {
    get rowCount() {
      const last = arrange().at(-1);
      if (last === undefined) return 0;
      return last.start + headings() + (last.isCollapsed ? 0 : last.group.count);
    },
    get recordCount() {
      return rows.count();
    },
    get columns() {
      return columns;
    },
    rowAt: (index) => {
      const section = must(sectionAt(index));
      const at = index - section.start - headings();
      return at < 0 ? headingOf(section) : { type: 'record', id: section.group.idAt(at) ?? '' };
    },
    groupAt: (index) => {
      const keys = sectionAt(index)?.group.keys ?? [];
      return rows.query().group.flatMap(({ by }, at) => {
        const field = by.type === 'field' ? source.schema().field(by.field) : undefined;
        return field ? [{ field, value: keys[at] ?? null }] : [];
      });
    },
    indexOf: (id) => {
      for (const { group, start, isCollapsed } of arrange()) {
        const at = isCollapsed ? -1 : group.indexOf(id);
        if (at >= 0) return start + headings() + at;
      }
      return -1;
    },
    cell: (id, columnId) => {
      const field = fields.get(columnId);
      if (field === undefined) return { value: null, canEdit: false };
      const canEdit = data.rights.mayEditField(source.entity, values.stored(id), field);
      return { value: values.value(id, field), canEdit };
    },
    stampOf: stamps.of,
    arrivalOf: stamps.arrivalOf,
    recordIds: rows.ids,
    version: () => rows.version() + shapes,
    subscribe: (listener) => {
      listeners.add(listener);
      stopStamps ??= stamps.follow();
      const stop = rows.subscribe(listener);
      return () => {
        listeners.delete(listener);
        stop();
        if (listeners.size === 0) {
          stopStamps?.();
          stopStamps = undefined;
        }
      };
    },
    hold: rows.hold,
    setShape: (shape) => {
      summed = aggregateColumns(shape);
      fields = new Map(shape.columns.map(({ field }) => [field.id, field]));
      columns = shape.columns.map(({ field, width }) => ({
        id: field.id,
        name: field.name,
        field: toFieldLook(field, currency),
        width,
      }));
      collapsed = shape.collapsed;
      rows.setQuery({
        ...shape.query,
        aggregates: summed.map(({ id }) => ({ name: 'sum', of: { type: 'field', field: id } })),
      });
      changed();
    },
  };
}
