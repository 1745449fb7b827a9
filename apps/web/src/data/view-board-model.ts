/** A board over live rows: a column for every value of a field, also where no record has it. */
import type { Cell, Field } from '@throughline/model';
import { compileTest, fieldsOf, type Expression, type ViewQuery } from '@throughline/view';
import { readText } from '../fields/read-value.ts';
import { toFieldLook } from '../fields/from-model.ts';
import type { BoardColumn, BoardField, BoardModel } from './board-model.ts';
import { groupLook } from './group-look.ts';
import { makeLiveRows, type RowGroup } from './live-rows.ts';
import { makeRecordValues, type RecordValues } from './record-values.ts';
import { makeRowStamps } from './row-stamps.ts';
import type { RecordSource } from './record-source.ts';
import type { WorkspaceData } from './workspace-data.ts';

export interface BoardShape {
  readonly query: ViewQuery;
  /** The field whose values are the columns: an option, a person, a team. */
  readonly by: Field;
  /** On every card, below its title. */
  readonly fields: readonly Field[];
}

export interface ViewBoardModel extends BoardModel {
  readonly setShape: (shape: BoardShape) => void;
  /** The value that cards of a column have; null is none. */
  readonly columnValue: (columnKey: string) => Cell;
}

export function makeViewBoardModel(data: WorkspaceData, source: RecordSource): ViewBoardModel {
  const values = makeRecordValues(data, source);
  const rows = makeLiveRows(source, values);
  const stamps = makeRowStamps(data, { entity: source.entity, isShared: () => false });
  const listeners = new Set<() => void>();
  const { currency } = data.replica.session().workspace;
  let by: Field | undefined;
  let shownFields = new Map<string, Field>();
  let fields: readonly BoardField[] = [];
  let stopStamps: (() => void) | undefined;
  let shapes = 0;
  let columns: readonly BoardColumn[] | undefined;
  let columnsOf: readonly RowGroup[] | undefined;

  const groupOf = (columnKey: string): RowGroup | undefined =>
    rows.groups().find((group) => group.key === columnKey);

  function arrange(): readonly BoardColumn[] {
    const groups = rows.groups();
    if (columns !== undefined && columnsOf === groups) return columns;
    const counts = new Map(groups.map(({ key, count }) => [key, count]));
    const keys = by === undefined ? [] : columnValues(data, by);
    const admits = columnTest(source, values, rows.query().where, by);
    const present = groups.map(({ keys: [key] }) => key ?? null);
    const missing = present.filter((key) => typeof key === 'string' && !keys.includes(key));
    columnsOf = groups;
    columns = [...keys, ...missing, null].flatMap((value) => {
      const key = JSON.stringify([value]);
      const count = counts.get(key) ?? 0;
      // Every idea has a status as a rule: "none" is a column only where some have none.
      if (value === null && count === 0 && by?.type === 'select') return [];
      // Nor is what the condition leaves out: a card dropped there would vanish.
      if (count === 0 && !admits(value)) return [];
      const { label, color, emoji } = groupLook(by, value, data.titles);
      return [{ key, name: label, color, emoji, count }];
    });
    return columns;
  }
  function changed(): void {
    shapes += 1;
    columns = undefined;
    for (const listener of listeners) listener();
  }

  return {
    get columns() {
      return arrange();
    },
    get fields() {
      return fields;
    },
    cardAt: (columnKey, index) => groupOf(columnKey)?.idAt(index),
    placeOf: (id) => {
      for (const group of rows.groups()) {
        const index = group.indexOf(id);
        if (index >= 0) return { columnKey: group.key, index };
      }
      return undefined;
    },
    title: (id) => readText(values.stored(id)['title']),
    recordKey: (id) => readText(values.stored(id)['key']),
    value: (id, fieldId) => {
      const field = shownFields.get(fieldId);
      return field && values.value(id, field);
    },
    columnValue: (columnKey) => (JSON.parse(columnKey) as readonly Cell[])[0] ?? null,
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
    setShape: (shape) => {
      by = shape.by;
      shownFields = new Map(shape.fields.map((field) => [field.id, field]));
      fields = shape.fields.map((field) => ({ id: field.id, field: toFieldLook(field, currency) }));
      const group = { by: { type: 'field', field: shape.by.id }, direction: 'ascending' } as const;
      rows.setQuery({ ...shape.query, group: [group], aggregates: [] });
      changed();
    },
  };
}

/** Whether a condition lets records with a value of the field through, as far as it speaks of that field alone. */
function columnTest(
  source: RecordSource,
  values: RecordValues,
  where: Expression | undefined,
  by: Field | undefined,
): (value: Cell) => boolean {
  const parts = where?.type === 'and' ? where.items : where === undefined ? [] : [where];
  const own = parts.filter((part) => {
    const fields = fieldsOf(part);
    return by !== undefined && fields.size === 1 && fields.has(by.id);
  });
  const scope = { schema: source.schema(), context: values.context(), extent: () => noExtent };
  const tests = own.map((part) => compileTest(part, scope));
  return (value) => tests.every((test) => test(() => value));
}

const noExtent = { least: 0, greatest: 0 };

/** The values a card may be dragged to, in order. */
function columnValues({ titles }: WorkspaceData, field: Field): readonly string[] {
  if (field.config.options) return field.config.options.map(({ key }) => key);
  const target = { person: 'person', people: 'person', team: 'team' }[field.type];
  if (target === undefined) return [];
  const items = titles.lookup(target).all();
  return items.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ id }) => id);
}
