/** The report of an import as a file that a spreadsheet opens. */
import type { ImportReport, ReportEntry } from '../../data/import-files.ts';

const head = ['kind', 'record', 'line', 'column', 'value', 'reason', 'cells', 'file'] as const;

export function reportCsv({ dropped = [], changed = [] }: ImportReport): string {
  const lines = [
    head,
    ...dropped.map((entry) => lineOf('dropped', entry)),
    ...changed.map((entry) => lineOf('changed', entry)),
  ];
  return lines.map((line) => line.map(quote).join(',')).join('\r\n');
}

function lineOf(
  kind: string,
  { record, line, column, value, code, cells, file }: ReportEntry,
): readonly string[] {
  return [kind, text(record), text(line), column, value, code, text(cells ?? 1), file ?? ''];
}

function text(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

/** A cell that a spreadsheet would run as a formula is written as text. */
function quote(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
