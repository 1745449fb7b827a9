/**
 * All records of an entity in columns. A record keeps its row number for life; removed rows stay as gaps.
 * Whoever keeps something computed from rows watches: told before a row changes, while its old values can
 * still be read, and after.
 */
import { assert, compareCodePoints, type Json } from '@throughline/base';
import { findFieldType, type Cell, type FieldType, type Values } from '@throughline/model';
import type { Schema } from '../schema.ts';
import { makeColumn, type Column } from './column.ts';
import type { Reader } from './compile.ts';
import { titleKeys } from './title-order.ts';

export type StoreWatcher = {
  readonly before: (row: number) => void;
  readonly after: (row: number) => void;
};

/** Values of many records by field id; a column that is empty everywhere may be left out. */
export type RecordColumns = {
  readonly ids: readonly string[];
  readonly column: (fieldId: string) => readonly (Json | null | undefined)[] | undefined;
};

export class ColumnStore {
  readonly schema: Schema;
  readonly #columns = new Map<string, Column>();
  /** Columns that nobody has read since the store was filled, and the cells that were written to them meanwhile. */
  readonly #unread = new Map<string, Map<number, Cell>>();
  #source: RecordColumns = { ids: [], column: () => undefined };
  readonly #rows = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #watchers = new Set<StoreWatcher>();
  readonly #fieldType: (name: string) => FieldType | undefined;
  #isAlive = new Uint8Array(0);
  #capacity = 0;
  /** Rows that live, by id; null when it has to be found again. */
  #live: Int32Array | null = null;
  #isInOrder = true;

  constructor(schema: Schema, fieldType: (name: string) => FieldType | undefined = findFieldType) {
    this.schema = schema;
    this.#fieldType = fieldType;
    for (const field of schema.fields) {
      if (schema.formula(field.id) === undefined) {
        const type = schema.typeOfField(field);
        this.#columns.set(field.id, makeColumn(field, type, titleKeys(schema.titles, type)));
      }
    }
  }

  /** How many records live. */
  get count(): number {
    return this.#rows.size;
  }

  /** One more than the greatest row number. */
  get size(): number {
    return this.#ids.length;
  }

  column(fieldId: string): Column | undefined {
    const column = this.#columns.get(fieldId);
    if (column !== undefined && this.#unread.size > 0) this.#fillColumn(fieldId, column);
    return column;
  }

  rowOf(id: string): number | undefined {
    return this.#rows.get(id);
  }

  idOf(row: number): string {
    return this.#ids[row] as string;
  }

  isAlive(row: number): boolean {
    return this.#isAlive[row] === 1;
  }

  read(row: number, fieldId: string): Cell {
    return this.column(fieldId)?.read(row) ?? null;
  }

  reader(row: number): Reader {
    return (fieldId) => this.read(row, fieldId);
  }

  /** Rows of all records, in order of their ids. Not to be written to. */
  live(): Int32Array {
    this.#live ??= this.#findLive();
    return this.#live;
  }

  compareIds(a: number, b: number): number {
    return a === b ? 0 : compareCodePoints(this.idOf(a), this.idOf(b));
  }

  /**
   * Takes the records of an empty store by columns: one value a record, in the order of the ids. A column is written
   * when it is first read: a view looks at a few of many, so `columns` must go on answering as it would now.
   */
  fill(columns: RecordColumns): void {
    assert(this.#ids.length === 0, 'Only an empty store is filled');
    for (const fieldId of this.#columns.keys()) this.#unread.set(fieldId, new Map());
    this.#source = columns;
    if (columns.ids.length > this.#capacity) this.#grow(columns.ids.length);
    for (const id of columns.ids) this.#append(id);
  }

  /** Writes a record: all its values, empty ones left out. */
  put(id: string, values: Values): number {
    return this.#write(id, (fieldId, row) => this.#writeCell(fieldId, row, this.#toCell(fieldId, values)));
  }

  /** Writes some values of a record that exists; null empties. */
  patch(id: string, values: Values): number {
    return this.#write(id, (fieldId, row) => {
      if (values[fieldId] !== undefined) this.#writeCell(fieldId, row, this.#toCell(fieldId, values));
    });
  }

  remove(id: string): void {
    const row = this.#rows.get(id);
    if (row === undefined) return;
    for (const watcher of this.#watchers) watcher.before(row);
    for (const fieldId of this.#columns.keys()) this.#writeCell(fieldId, row, null);
    this.#rows.delete(id);
    this.#isAlive[row] = 0;
    this.#live = null;
    for (const watcher of this.#watchers) watcher.after(row);
  }

  /** Until the function that it answers is called. */
  watch(watcher: StoreWatcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #fillColumn(fieldId: string, column: Column): void {
    const since = this.#unread.get(fieldId);
    if (since === undefined) return;
    this.#unread.delete(fieldId);
    column.grow(this.#capacity);
    const values = this.#source.column(fieldId);
    const field = this.schema.field(fieldId);
    const type = field && this.#fieldType(field.type);
    if (values !== undefined && field !== undefined && type !== undefined)
      for (let row = 0; row < values.length; row++) {
        const value = values[row];
        if (value !== null && value !== undefined) column.write(row, type.toCell(value, field));
      }
    for (const [row, cell] of since) column.write(row, cell);
  }

  #writeCell(fieldId: string, row: number, cell: Cell): void {
    const since = this.#unread.get(fieldId);
    if (since === undefined) this.#columns.get(fieldId)?.write(row, cell);
    else since.set(row, cell);
  }

  #write(id: string, write: (fieldId: string, row: number) => void): number {
    const known = this.#rows.get(id);
    if (known !== undefined) for (const watcher of this.#watchers) watcher.before(known);
    const row = known ?? this.#append(id);
    for (const fieldId of this.#columns.keys()) write(fieldId, row);
    for (const watcher of this.#watchers) watcher.after(row);
    return row;
  }

  #append(id: string): number {
    const row = this.#ids.length;
    if (row === this.#capacity) this.#grow(Math.max(64, Math.ceil(row * 1.5)));
    if (row > 0 && compareCodePoints(this.idOf(row - 1), id) > 0) this.#isInOrder = false;
    this.#ids.push(id);
    this.#rows.set(id, row);
    this.#isAlive[row] = 1;
    this.#live = null;
    return row;
  }

  #grow(capacity: number): void {
    this.#capacity = capacity;
    for (const [fieldId, column] of this.#columns) if (!this.#unread.has(fieldId)) column.grow(capacity);
    const isAlive = new Uint8Array(capacity);
    isAlive.set(this.#isAlive);
    this.#isAlive = isAlive;
  }

  #toCell(fieldId: string, values: Values): Cell {
    const value = values[fieldId];
    const field = this.schema.field(fieldId);
    if (value === undefined || value === null || field === undefined) return null;
    return this.#fieldType(field.type)?.toCell(value, field) ?? null;
  }

  #findLive(): Int32Array {
    const rows = new Int32Array(this.#rows.size);
    let count = 0;
    for (let row = 0; row < this.#ids.length; row++) if (this.#isAlive[row] === 1) rows[count++] = row;
    return this.#isInOrder ? rows : rows.sort((a, b) => this.compareIds(a, b));
  }
}
