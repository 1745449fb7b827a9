/** A board over live rows: a column for every value of a field, also where no record has it; lanes likewise. */
import type { Cell, Field } from '@throughline/model';
import type { OptionColor } from '@throughline/ui';
import type { Aggregate, ViewQuery } from '@throughline/view';
import { formatNumber } from '../fields/number-text.ts';
import { readText } from '../fields/read-value.ts';
import { toFieldLook } from '../fields/from-model.ts';
import { lookOf } from '../fields/look-of.ts';
import { locale } from '../messages/t.ts';
import { admitsValue, columnValues, isSeveral } from './board-columns.ts';
import type { BoardCell, BoardColumn, BoardField, BoardLane, BoardModel, CardPlace } from './board-model.ts';
import { colorOfValue } from './field-color.ts';
import { groupLook } from './group-look.ts';
import { makeLiveRows, type RowGroup } from './live-rows.ts';
import { makeRecordValues } from './record-values.ts';
import { makeRowStamps } from './row-stamps.ts';
import type { RecordSource } from './record-source.ts';
import type { WorkspaceData } from './workspace-data.ts';

export interface BoardShape {
  readonly query: ViewQuery;
  /** The field whose values are the columns. */
  readonly by: Field;
  readonly lanesBy: Field | undefined;
  /** On every card, below its title. */
  readonly fields: readonly Field[];
  readonly card: 'compact' | 'detailed';
  readonly colorBy: Field | undefined;
  readonly sumOf: Field | undefined;
  readonly hideEmpty: boolean;
  /** By column key. */
  readonly limits: ReadonlyMap<string, number>;
  readonly foldedColumns: ReadonlySet<string>;
  readonly foldedLanes: ReadonlySet<string>;
}

export interface ViewBoardModel extends BoardModel {
  readonly setShape: (shape: BoardShape) => void;
  /** The value that cards of a column, or a lane, have; null is none. */
  readonly cellValue: (key: string) => Cell;
}

/** What is drawn of the groups as they are now. */
interface Arranged {
  readonly of: readonly RowGroup[];
  readonly columns: readonly BoardColumn[];
  readonly lanes: readonly BoardLane[];
  readonly cells: ReadonlyMap<string, RowGroup>;
}

export function makeViewBoardModel(data: WorkspaceData, source: RecordSource): ViewBoardModel {
  const values = makeRecordValues(data, source);
  const rows = makeLiveRows(source, values);
  const stamps = makeRowStamps(data, { entity: source.entity, isShared: () => false });
  const listeners = new Set<() => void>();
  const { currency } = data.replica.session().workspace;
  let shape: BoardShape | undefined;
  let shownFields = new Map<string, Field>();
  let fields: readonly BoardField[] = [];
  let stopStamps: (() => void) | undefined;
  let shapes = 0;
  let arranged: Arranged | undefined;

  function arrange(): Arranged {
    const groups = rows.groups();
    if (arranged?.of === groups) return arranged;
    const cells = new Map(groups.map((group) => [cellKey(placeOfGroup(group)), group]));
    const columns = shape === undefined ? [] : arrangeColumns(groups, shape);
    arranged = { of: groups, cells, columns, lanes: shape?.lanesBy ? arrangeLanes(groups, shape) : [] };
    return arranged;
  }
  function placeOfGroup({ keys }: RowGroup): BoardCell {
    const own = keys.map((key) => JSON.stringify([key]));
    return keys.length > 1 ? { laneKey: own[0], columnKey: own[1] ?? '' } : { columnKey: own[0] ?? '' };
  }
  function arrangeColumns(groups: readonly RowGroup[], now: BoardShape): readonly BoardColumn[] {
    const { by, hideEmpty, limits, foldedColumns } = now;
    const parts = new Map<string, RowGroup[]>();
    for (const group of groups) {
      const { columnKey } = placeOfGroup(group);
      parts.set(columnKey, [...(parts.get(columnKey) ?? []), group]);
    }
    const admits = admitsValue(source, { where: rows.query().where, by, context: values.context() });
    const keys = columnValues(data, by);
    const present = groups.map((group) => group.keys.at(-1) ?? null);
    const missing = [...new Set(present)].filter((key) => key !== null && !keys.includes(key));
    return [...keys, ...missing, null].flatMap((value) => {
      const key = JSON.stringify([value]);
      const own = parts.get(key) ?? [];
      const count = countOf(own, now.lanesBy);
      // Every idea has a status as a rule: "none" is a column only where some have none.
      if (value === null && count === 0 && !['person', 'team'].includes(by.type)) return [];
      // Nor is what the condition leaves out: a card dropped there would vanish.
      if (count === 0 && (hideEmpty || !admits(value))) return [];
      const { label, color, emoji } = groupLook(by, value, data.titles);
      return [
        {
          key,
          name: label,
          color,
          emoji,
          count,
          limit: limits.get(key),
          sum: sumOf(own, now),
          isFolded: foldedColumns.has(key),
        },
      ];
    });
  }
  function arrangeLanes(groups: readonly RowGroup[], now: BoardShape): readonly BoardLane[] {
    const parts = new Map<string, RowGroup[]>();
    for (const group of groups) {
      const key = placeOfGroup(group).laneKey ?? '';
      parts.set(key, [...(parts.get(key) ?? []), group]);
    }
    return [...parts].map(([key, own]) => {
      const { label, color, emoji } = groupLook(now.lanesBy, own[0]?.keys[0], data.titles);
      const isFolded = now.foldedLanes.has(key);
      return { key, name: label, color, emoji, count: countOf(own, now.by), isFolded };
    });
  }
  function sumOf(groups: readonly RowGroup[], { sumOf: field }: BoardShape): string | undefined {
    if (field === undefined) return undefined;
    const sums = groups.flatMap(({ aggregates }) => aggregates[0] ?? []);
    if (sums.length === 0) return undefined;
    return formatNumber(
      sums.reduce((sum, each) => sum + each, 0),
      toFieldLook(field, currency).number,
      locale,
    );
  }
  function changed(): void {
    shapes += 1;
    arranged = undefined;
    for (const listener of listeners) listener();
  }
  function placeOf(id: string, near?: BoardCell): CardPlace | undefined {
    const own = near && arrange().cells.get(cellKey(near));
    for (const group of own === undefined ? rows.groups() : [own, ...rows.groups()]) {
      const index = group.indexOf(id);
      if (index >= 0) return { ...placeOfGroup(group), index };
    }
    return undefined;
  }
  function colorOf(id: string): OptionColor | undefined {
    if (shape?.colorBy === undefined) return undefined;
    return colorOfValue(shape.colorBy, values.value(id, shape.colorBy), data.titles);
  }

  return {
    get columns() {
      return arrange().columns;
    },
    get lanes() {
      return arrange().lanes;
    },
    get fields() {
      return fields;
    },
    get card() {
      return shape?.card ?? 'detailed';
    },
    countIn: (cell) => arrange().cells.get(cellKey(cell))?.count ?? 0,
    cardAt: (cell, index) => arrange().cells.get(cellKey(cell))?.idAt(index),
    placeOf,
    colorOf,
    title: (id) => readText(values.stored(id)['title']),
    recordKey: (id) => readText(values.stored(id)['key']),
    value: (id, fieldId) => {
      const field = shownFields.get(fieldId);
      return field && values.value(id, field);
    },
    cellValue: (key) => (JSON.parse(key) as readonly Cell[])[0] ?? null,
    arrivalOf: stamps.arrivalOf,
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
    setShape: (next) => {
      shape = next;
      shownFields = new Map(next.fields.map((field) => [field.id, field]));
      fields = next.fields.map((field) => ({
        id: field.id,
        field: toFieldLook(field, currency),
        lookOf: (value: unknown) => lookOf(field, value),
      }));
      const group = [...(next.lanesBy ? [next.lanesBy] : []), next.by].map(groupBy);
      rows.setQuery({ ...next.query, group, aggregates: next.sumOf ? [sumBy(next.sumOf)] : [] });
      changed();
    },
  };
}

function cellKey({ laneKey, columnKey }: BoardCell): string {
  return laneKey === undefined ? columnKey : `${laneKey} ${columnKey}`;
}

function groupBy({ id }: Field): ViewQuery['group'][number] {
  return { by: { type: 'field', field: id }, direction: 'ascending' };
}

function sumBy({ id }: Field): Aggregate {
  return { name: 'sum', of: { type: 'field', field: id } };
}

/** Records with several values of the other field stand in several groups, and are counted once. */
function countOf(groups: readonly RowGroup[], across: Field | undefined): number {
  if (groups.length < 2 || across === undefined || !isSeveral(across))
    return groups.reduce((sum, { count }) => sum + count, 0);
  const ids = groups.flatMap((group) => Array.from({ length: group.count }, (_, index) => group.idAt(index)));
  return new Set(ids).size;
}
