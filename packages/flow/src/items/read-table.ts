/** A small table in CSV as rows of text, for what is read whole. */
import { withoutByteOrder } from '../read/byte-order.ts';
import { readCsvHead } from '../read/csv-head.ts';
import { CsvScanner } from '../read/csv-scanner.ts';
import { decodeText } from '../read/decode-text.ts';
import type { Chunks } from '../read/read-options.ts';

export type TableRow = { readonly line: number; readonly cells: readonly string[] };
export type Table = { readonly header: readonly string[]; readonly rows: readonly TableRow[] };

export async function readTable(chunks: Chunks): Promise<Table> {
  const bytes = await readAll(withoutByteOrder(chunks));
  const { header, delimiter, skip } = readCsvHead(bytes.subarray(0, 262_144));
  const rows: TableRow[] = [];
  let heads = skip + 1;
  const scanner = new CsvScanner(delimiter, ({ bytes: row, starts, ends, count, line }) => {
    if (heads-- > 0) return;
    const cells = Array.from({ length: count }, (_, at) =>
      decodeText(row, { start: starts[at] as number, end: ends[at] as number }).trim(),
    );
    rows.push({ line, cells });
  });
  scanner.push(bytes);
  scanner.end();
  return { header, rows };
}

export async function readAll(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
