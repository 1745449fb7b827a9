/** Event logs in CSV: any delimiter, columns guessed or named, times in any common form. */
import { withoutByteOrder } from './byte-order.ts';
import { guessColumns, isStandardColumn } from './csv-columns.ts';
import { HEAD_BYTES, readCsvHead } from './csv-head.ts';
import { CsvLogBuilder } from './csv-log-builder.ts';
import { CsvScanner } from './csv-scanner.ts';
import { refuseEmpty } from './flow-refusal.ts';
import type { Chunks, Columns, ReadOptions, ReadReport, ReadResult, Role } from './read-options.ts';
import { makeZoneOffset } from './zone-offset.ts';

export async function readCsvLog(chunks: Chunks, options: ReadOptions = {}): Promise<ReadResult> {
  const source = withoutByteOrder(chunks);
  const head = await readHead(source);
  const sample = readCsvHead(head);
  const isChanges = options.format === 'jira-csv';
  const roles = guessColumns(sample, options.columns ?? {});
  const builder = new CsvLogBuilder({
    header: sample.header,
    roles,
    offset: makeZoneOffset(options.zone ?? 'UTC'),
    activityMayBeEmpty: isChanges,
    ...(options.dateOrder === undefined ? {} : { dateOrder: options.dateOrder }),
  });
  let skip = sample.skip + 1;
  const scanner = new CsvScanner(sample.delimiter, (row) => {
    if (skip > 0) skip -= 1;
    else builder.add(row);
  });
  scanner.push(head);
  for await (const chunk of source) scanner.push(chunk);
  scanner.end();
  const columns = namesOf(roles, sample.header);
  const leftOut = builder.leftOut.list();
  if (builder.rows === 0) throw refuseEmpty(leftOut, columns);
  const wasUndecided = builder.time.isUndecided;
  const log = builder.finish('utf-8');
  const report: ReadReport = {
    format: isChanges ? 'jira-csv' : 'csv',
    columns,
    leftOut,
    notes: [...guessesOf(columns, options), ...notesOf(builder, { wasUndecided, options })],
  };
  return { log, report };
}

async function readHead(source: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const { value, done } = await source.next();
    if (done === true) break;
    parts.push(value);
    length += value.length;
  }
  const head = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    head.set(part, at);
    at += part.length;
  }
  return head;
}

function namesOf(roles: ReadonlyMap<Role, number>, header: readonly string[]): Columns {
  return Object.fromEntries([...roles].map(([role, column]) => [role, header[column] ?? '']));
}

/** What was taken for what, where names leave a doubt. */
function guessesOf(columns: Columns, { columns: given = {} }: ReadOptions): readonly string[] {
  const guessed = (Object.entries(columns) as [Role, string][]).filter(
    ([role, name]) => given[role] === undefined && !isStandardColumn(role, name),
  );
  if (guessed.length === 0) return [];
  const list = guessed.map(([role, name]) => `“${name}” as the ${role}`).join(', ');
  const option = guessed[0]?.[0] ?? 'case';
  return [`Taken by name or values: ${list}. Name others with --${option} COLUMN.`];
}

function notesOf(
  builder: CsvLogBuilder,
  { wasUndecided, options }: { wasUndecided: boolean; options: ReadOptions },
): readonly string[] {
  const { withoutZone, order } = builder.time.reader;
  const isAmbiguous =
    wasUndecided && options.dateOrder === undefined && order !== null && builder.time.hadOthers;
  return [
    ...(builder.raggedRows > 0
      ? [
          `${builder.raggedRows} rows have more or fewer cells than the header; cells are taken by their place.`,
        ]
      : []),
    ...(withoutZone > 0 && options.zone === undefined
      ? [`${withoutZone} times say no time zone; they are taken as UTC. Name another with --zone.`]
      : []),
    ...(isAmbiguous
      ? [
          `No date tells day from month; the ${order === 'day-first' ? 'day' : 'month'} is taken to come first. Say otherwise with --date-order.`,
        ]
      : []),
  ];
}
