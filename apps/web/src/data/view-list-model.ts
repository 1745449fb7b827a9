/** A list over live rows: groups that fold, and records with the values of their columns. */
import { must } from '@throughline/base';
import { toFieldLook } from '../fields/from-model.ts';
import { lookOf } from '../fields/look-of.ts';
import type { Cell, Field } from '@throughline/model';
import type { ListSettings, ViewQuery } from '@throughline/view';
import { aggregateOf, summariesOf, summaryOf, writeSums, type SummedColumn } from './column-summary.ts';
import { makeGroupLevels } from './group-levels.ts';
import { groupLook } from './group-look.ts';
import type { ListColumn, ListModel, ListRow } from './list-model.ts';
import {
  countRows,
  makeSections,
  recordRowAt,
  sectionAt,
  type Heading,
  type Section,
} from './list-sections.ts';
import { makeLiveRows } from './live-rows.ts';
import type { Nesting } from './nesting.ts';
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
  readonly settings: ListSettings;
  /** Ids of records whose children are out of sight. */
  readonly folded: ReadonlySet<string>;
}

/** One value that all records of a group have. */
export interface GroupValue {
  readonly field: Field;
  readonly value: Cell;
}

export interface ViewListModel extends ListModel {
  /** What puts a record into the group of a row; nothing where the query does not group by fields. */
  readonly groupAt: (index: number) => readonly GroupValue[];
  /** Records stand under their parents. */
  readonly isNested: () => boolean;
  readonly setShape: (shape: ListShape) => void;
  readonly hold: (isHeld: boolean) => void;
}

/** So many rows before the last one, more are asked for. */
const nearEnd = 100;

export function makeViewListModel(data: WorkspaceData, source: RecordSource): ViewListModel {
  const values = makeRecordValues(data, source);
  const rows = makeLiveRows(source, values);
  const levels = makeGroupLevels(source, values);
  let nesting: Nesting | undefined;
  const stamps = makeRowStamps(data, {
    entity: source.entity,
    isShared: () => columns.some(({ field }) => field.type === 'formula'),
  });
  const listeners = new Set<() => void>();
  const { currency } = data.replica.session().workspace;
  let columns: readonly ListColumn[] = [];
  let fields: ReadonlyMap<string, Field> = new Map();
  let summed: readonly SummedColumn[] = [];
  let shape: ListShape | undefined;
  let stops: readonly (() => void)[] = [];
  let shapes = 0;
  let sections: readonly Section[] | undefined;
  let sectionsOf: unknown;

  const isNested = (): boolean => shape?.settings.nest === true;

  function arrange(): readonly Section[] {
    const groups = rows.groups();
    if (sections !== undefined && sectionsOf === groups) return sections;
    sectionsOf = groups;
    sections = makeSections({
      groups,
      levels: rows.query().group.length,
      collapsed: shape?.collapsed ?? new Set(),
      nest: isNested() ? nesting?.nest : undefined,
    });
    return sections;
  }
  function fieldAt(level: number): Field | undefined {
    const by = rows.query().group[level]?.by;
    return by?.type === 'field' ? source.schema().field(by.field) : undefined;
  }
  function headingOf({ key, keys, isCollapsed }: Heading): ListRow {
    const level = keys.length - 1;
    const isInnermost = keys.length === rows.query().group.length;
    const group = isInnermost ? rows.groups().find((each) => each.key === key) : levels.groupOf(keys);
    return {
      type: 'group',
      key,
      level,
      ...groupLook(fieldAt(level), keys[level], data.titles),
      count: group?.total ?? group?.count ?? 0,
      sums: writeSums(summed, group?.aggregates ?? [], currency),
      isCollapsed,
    };
  }
  function changed(): void {
    shapes += 1;
    stamps.renew();
    sections = undefined;
    for (const listener of listeners) listener();
  }
  function placeOf(id: string): number {
    const row = source.store().rowOf(id);
    for (const section of arrange()) {
      if (section.type === 'heading') continue;
      const { group, nested, start } = section;
      const at = nested === undefined ? group.indexOf(id) : row === undefined ? -1 : nested.rows.indexOf(row);
      if (at >= 0) return start + at;
    }
    return -1;
  }
  /** Most lists do without: what nests rows comes when it is first asked for. */
  async function startNesting(): Promise<void> {
    const { makeNesting } = await import('./nesting.ts');
    if (nesting !== undefined) return;
    nesting = makeNesting(source);
    nesting.setFolded(shape?.folded ?? new Set());
    changed();
  }
  function setShape(next: ListShape): void {
    shape = next;
    fields = new Map(next.columns.map(({ field }) => [field.id, field]));
    summed = next.columns.flatMap(({ field }) => {
      const name = summaryOf(field, next.settings);
      return name === undefined ? [] : [{ field, name }];
    });
    columns = next.columns.map((column) => toListColumn(column, next.settings, currency));
    const query = { ...next.query, aggregates: summed.map(aggregateOf) };
    rows.setQuery(query);
    levels.setQuery(query);
    nesting?.setFolded(next.folded);
    if (next.settings.nest && nesting === undefined) void startNesting();
    changed();
  }

  return {
    get rowCount() {
      return countRows(arrange());
    },
    get summedCount() {
      return source.window()?.state().count;
    },
    get recordCount() {
      return rows.count();
    },
    get columns() {
      return columns;
    },
    get frozen() {
      return 1 + columns.findIndex(({ id }) => id === shape?.settings.frozen) || 1;
    },
    get total() {
      return shape?.settings.summaryRow === false
        ? undefined
        : () => writeSums(summed, rows.aggregates(), currency);
    },
    rowAt: (index) => {
      // Rows are asked for as they come into sight: near the end the next ones are fetched.
      if (index > countRows(arrange()) - nearEnd) queueMicrotask(() => source.window()?.more());
      const section = must(sectionAt(arrange(), index));
      return section.type === 'heading'
        ? headingOf(section)
        : recordRowAt(section, index, (row) => source.store().idOf(row));
    },
    groupAt: (index) => {
      const section = sectionAt(arrange(), index);
      const keys = (section?.type === 'heading' ? section.keys : section?.group.keys) ?? [];
      return keys.flatMap((value, level) => {
        const field = fieldAt(level);
        return field ? [{ field, value }] : [];
      });
    },
    isNested,
    indexOf: placeOf,
    cell: (id, columnId) => {
      const field = fields.get(columnId);
      if (field === undefined) return { value: null, canEdit: false };
      const canEdit = data.rights.mayEditField(source.entity, values.stored(id), field);
      return { value: values.value(id, field), canEdit };
    },
    stampOf: stamps.of,
    arrivalOf: stamps.arrivalOf,
    arrangement: rows.arrangement,
    recordIds: rows.ids,
    version: () => rows.version() + shapes,
    subscribe: (listener) => {
      listeners.add(listener);
      if (stops.length === 0) stops = [levels.subscribe(), stamps.follow()];
      const stop = rows.subscribe(listener);
      return () => {
        listeners.delete(listener);
        stop();
        if (listeners.size > 0) return;
        for (const each of stops) each();
        stops = [];
        nesting?.close();
      };
    },
    hold: rows.hold,
    setShape,
  };
}

function toListColumn({ field, width }: ShownColumn, settings: ListSettings, currency: string): ListColumn {
  return {
    id: field.id,
    name: field.name,
    field: toFieldLook(field, currency),
    width,
    summaries: summariesOf(field),
    summary: summaryOf(field, settings),
    ...(field.config.rules && { lookOf: (value: unknown) => lookOf(field, value) }),
  };
}
