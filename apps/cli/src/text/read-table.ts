/** Rows of a CSV by the names of their columns. */
import { FlowRefusal } from '@throughline/flow';
import { openBytes } from '../flow/open-bytes.ts';
import { refuseEmptyFile } from './refuse-file.ts';

export type TableRow<Column extends string> = { readonly line: number } & {
  readonly cells: Readonly<Record<Column, string>>;
};

/** Columns are found whatever their case; more of them are passed over, missing ones refused. */
export async function readTable<Column extends string>(
  file: string,
  columns: readonly Column[],
  signal: AbortSignal,
): Promise<readonly TableRow<Column>[]> {
  const { readCsvRows } = await import('@throughline/connectors');
  const { chunks } = await openBytes(file, { signal, onProgress: () => {} });
  const rows: TableRow<Column>[] = [];
  let places: readonly (readonly [Column, number])[] | undefined;
  for await (const { line, cells } of readCsvRows(chunks)) {
    if (places === undefined) {
      places = findColumns(file, cells, columns);
      continue;
    }
    const named = Object.fromEntries(places.map(([column, at]) => [column, cells[at] ?? '']));
    rows.push({ line, cells: named as Record<Column, string> });
  }
  if (rows.length === 0)
    throw refuseEmptyFile(file, places === undefined ? 'header' : 'rows below its header');
  return rows;
}

function findColumns<Column extends string>(
  file: string,
  header: readonly string[],
  columns: readonly Column[],
): readonly (readonly [Column, number])[] {
  const names = header.map((name) => name.trim().toLowerCase());
  const missing = columns.filter((column) => !names.includes(column.toLowerCase()));
  if (missing.length === 0) return columns.map((column) => [column, names.indexOf(column.toLowerCase())]);
  throw new FlowRefusal('unknown_column', {
    message: `${file} has no column ${missing.map((name) => `“${name}”`).join(' and no column ')}.`,
    why: `It has ${header
      .slice(0, 40)
      .map((name) => `“${name}”`)
      .join(', ')}.`,
    fix: `Name the columns ${columns.join(', ')}.`,
  });
}
