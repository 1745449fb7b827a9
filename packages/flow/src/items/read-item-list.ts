/** Lists of items in CSV or JSON: a row or record an item, columns guessed or named, dates in any common form. */
import { withoutByteOrder } from '../read/byte-order.ts';
import { readCsvHead } from '../read/csv-head.ts';
import { CsvScanner } from '../read/csv-scanner.ts';
import { decodeText } from '../read/decode-text.ts';
import { FlowRefusal } from '../read/flow-refusal.ts';
import type { LeftOut } from '../read/left-out.ts';
import type { Chunks } from '../read/read-options.ts';
import type { DateOrder } from '../read/time-reader.ts';
import { makeZoneOffset } from '../read/zone-offset.ts';
import { findItemColumns, type ItemColumns, type ItemPart } from './item-columns.ts';
import { ItemListBuilder } from './item-list-builder.ts';
import type { ItemList } from './item-list.ts';
import { csvOfJson } from './json-table.ts';
import { readAll } from './read-table.ts';

/** Bytes that columns are guessed from. */
const HEAD = 262_144;

export type ItemReadOptions = {
  readonly columns?: ItemColumns;
  /** Of dates written without one; UTC when left out. */
  readonly zone?: string;
  readonly dateOrder?: DateOrder;
};

export type ItemReadReport = {
  readonly rows: number;
  /** The column that was taken for each part. */
  readonly columns: ItemColumns;
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
};

export type ItemReadResult = { readonly items: ItemList; readonly report: ItemReadReport };

export async function readItemList(chunks: Chunks, options: ItemReadOptions = {}): Promise<ItemReadResult> {
  const source = withoutByteOrder(chunks);
  const bytes = asTable(await readAll(source));
  const { header, delimiter, skip } = readCsvHead(bytes.subarray(0, HEAD));
  const columns = findItemColumns(header, options.columns);
  if (!columns.has('done')) throw refuseWithoutDone(header);
  const builder = new ItemListBuilder(columns, {
    offset: makeZoneOffset(options.zone ?? 'UTC'),
    width: header.length,
    ...(options.dateOrder === undefined ? {} : { dateOrder: options.dateOrder }),
  });
  let heads = skip + 1;
  const scanner = new CsvScanner(delimiter, (row) => {
    if (heads > 0) heads -= 1;
    else builder.add(row);
  });
  scanner.push(bytes);
  scanner.end();
  const items = builder.finish();
  const named = Object.fromEntries([...columns].map(([part, column]) => [part, header[column] ?? '']));
  return {
    items,
    report: {
      rows: builder.rows,
      columns: named as Record<ItemPart, string>,
      leftOut: builder.leftOut.list(),
      notes: builder.notes(options.zone !== undefined),
    },
  };
}

function refuseWithoutDone(header: readonly string[]): FlowRefusal {
  return new FlowRefusal('unknown_column', {
    message: 'No column looks like the date an item was done.',
    why: `The file has ${header
      .slice(0, 40)
      .map((name) => `“${name}”`)
      .join(', ')}.`,
    fix: 'Say which it is: --done COLUMN.',
  });
}

/** The header of a list in CSV or JSON; null where the bytes are no table. JSON is read whole. */
export async function readItemHeader(chunks: Chunks): Promise<readonly string[] | null> {
  const parts: Uint8Array[] = [];
  for await (const part of withoutByteOrder(chunks)) {
    parts.push(part);
    const kind = kindOf(parts[0] as Uint8Array);
    if (kind === 'xml') return null;
    if (kind === 'table') return readCsvHead(part.subarray(0, HEAD)).header;
  }
  async function* whole() {
    yield* parts;
  }
  const bytes = await readAll(whole());
  const table = asTable(bytes);
  return table === bytes ? null : readCsvHead(table.subarray(0, HEAD)).header;
}

/** JSON as CSV; everything else as it is. */
function asTable(bytes: Uint8Array): Uint8Array {
  if (kindOf(bytes) !== 'json') return bytes;
  return csvOfJson(decodeText(bytes, { start: 0, end: bytes.length })) ?? bytes;
}

/** XES begins with `<`, JSON with a bracket. */
function kindOf(head: Uint8Array): 'xml' | 'json' | 'table' {
  const first = head.find((byte) => byte > 0x20);
  if (first === undefined || first === 0x3c) return 'xml';
  return first === 0x7b || first === 0x5b ? 'json' : 'table';
}
