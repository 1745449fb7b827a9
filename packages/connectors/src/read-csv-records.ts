import { LIMITS } from '@throughline/model';
import type { CellFault, Position } from '@throughline/operations';
import type { CsvRow } from './csv-scanner.ts';
import { readCsvRows } from './read-csv-rows.ts';

/** A row under its header. A column that is there several times is a list of what its cells hold. */
export type CsvRecord = {
  readonly position: Position;
  readonly cells: ReadonlyMap<string, string | readonly string[]>;
  readonly faults: readonly CellFault[];
  readonly changes: readonly CellFault[];
};

export async function* readCsvRecords(content: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRecord> {
  let header: readonly string[] | undefined;
  let repeated: ReadonlySet<string> = new Set();
  let record = 0;
  for await (const row of readCsvRows(content)) {
    if (header === undefined) {
      header = nameColumns(row.cells);
      repeated = new Set(header.filter((name, index) => header?.indexOf(name) !== index));
      continue;
    }
    // Spreadsheets end in rows that were emptied.
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    record += 1;
    yield makeRecord({ header, repeated }, row, record);
  }
}

type Header = { readonly header: readonly string[]; readonly repeated: ReadonlySet<string> };

/** Columns without a name are called by their letter, as spreadsheets do. */
function nameColumns(cells: readonly string[]): readonly string[] {
  return cells
    .slice(0, LIMITS.columns)
    .map((cell, index) => clean(cell).trim().slice(0, 200) || columnLetter(index));
}

function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnLetter(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

function clean(text: string): string {
  return text.replace(/[\0\ud800-\udfff]/gu, '');
}

function makeRecord({ header, repeated }: Header, row: CsvRow, record: number): CsvRecord {
  const cells = new Map<string, string | string[]>();
  const faults: CellFault[] = [];
  const nameOf = (index: number): string => header[index] ?? columnLetter(index);
  for (const [index, text] of row.cells.entries()) {
    if (text.trim() === '') continue;
    const column = nameOf(index);
    if (index >= header.length) faults.push({ column, code: 'cell_without_column', value: shorten(text) });
    else if (text.length > LIMITS.cellLength)
      faults.push({ column, code: 'cell_too_large', value: shorten(text) });
    else if (repeated.has(column))
      cells.set(column, [...((cells.get(column) as string[] | undefined) ?? []), text]);
    else cells.set(column, text);
  }
  const changes: CellFault[] = [];
  for (const { cell, code } of row.faults) {
    const fault = { column: nameOf(cell), code, value: shorten(row.cells[cell] ?? '') };
    if (code === 'row_too_large') faults.push(fault);
    else changes.push(fault);
  }
  if (row.cells.length < header.length)
    changes.push({ column: nameOf(row.cells.length), code: 'row_too_short', value: '' });
  return { position: { record, line: row.line }, cells, faults, changes };
}

function shorten(text: string): string {
  return text.slice(0, 200);
}
