/** An event log as CSV: one row an event, names as the standard extensions of XES have them. */
import { NONE, type AttributeColumn, type EventLog } from '../log/event-log.ts';
import { isoMicroseconds } from '../log/iso-time.ts';
import { encodeText } from '../read/decode-text.ts';
import { textOfValue } from './attribute-text.ts';

const ROWS = 5000;

/** In pieces; what reads them gets the same log back. */
export function* writeCsv(log: EventLog): Generator<Uint8Array> {
  const columns = [
    'case:concept:name',
    'concept:name',
    ...(log.start === null ? [] : ['start_timestamp']),
    'time:timestamp',
    ...(log.transition === null ? [] : ['lifecycle:transition']),
    ...(log.resource === null ? [] : ['org:resource']),
    ...log.eventAttributes.keys(),
    ...[...log.caseAttributes.keys()].map((key) => `case:${key}`),
  ];
  let rows = [row(columns)];
  for (let index = 0; index < log.caseIds.length; index++)
    for (
      let event = log.firstEvent[index] as number;
      event < (log.firstEvent[index + 1] as number);
      event++
    ) {
      rows.push(row(cellsOf(log, index, event)));
      if (rows.length < ROWS) continue;
      yield encodeText(rows.join(''));
      rows = [];
    }
  yield encodeText(rows.join(''));
}

function cellsOf(log: EventLog, index: number, event: number): readonly string[] {
  const name = (names: readonly string[], codes: Int32Array): string =>
    codes[event] === NONE ? '' : (names[codes[event] as number] as string);
  const values = (columns: Iterable<AttributeColumn>, at: number): readonly string[] =>
    Array.from(columns, (column) => textOfValue(column, at) ?? '');
  const start = log.start?.[event] ?? Number.NaN;
  return [
    log.caseIds[index] as string,
    name(log.activities, log.activity),
    ...(log.start === null ? [] : [Number.isNaN(start) ? '' : isoMicroseconds(start)]),
    isoMicroseconds(log.time[event] as number),
    ...(log.transition === null ? [] : [name(log.transitions, log.transition)]),
    ...(log.resource === null ? [] : [name(log.resources, log.resource)]),
    ...values(log.eventAttributes.values(), event),
    ...values(log.caseAttributes.values(), index),
  ];
}

function row(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
