/**
 * Cuts text into rows of cells (RFC 4180, and what spreadsheets make of it). Written here because csv-parse loses
 * every row after a quote that is never closed or a row over its limit, and counts CRLF inside quotes as two
 * lines: a report could not point at what was left out.
 */
export type CsvRow = {
  /** On which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly faults: readonly RowFault[];
};

export type RowFault = {
  /** Index of the cell. */
  readonly cell: number;
  /** `bad_quote`: the cell is kept as it stands. */
  readonly code: 'quote_not_closed' | 'bad_quote' | 'row_too_large';
};

export type CsvScanner = {
  /** The rows that the text so far completes. */
  readonly push: (text: string) => Generator<CsvRow>;
  readonly end: () => Generator<CsvRow>;
};

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

export function makeCsvScanner(
  delimiter: string,
  { rowLength = 32_000_000 }: { readonly rowLength?: number } = {},
): CsvScanner {
  const separator = delimiter.charCodeAt(0);
  let buffer = '';
  let line = 1;
  /** A row that was not complete is looked at again when there is twice as much of it. */
  let enough = 0;
  let isSkipping = false;

  function* scan(isEnd: boolean): Generator<CsvRow> {
    let at = 0;
    while (at < buffer.length) {
      if (isSkipping) {
        const next = endOfLine(buffer, at);
        if (next === null) break;
        at = next;
        line += 1;
        isSkipping = false;
        continue;
      }
      const isLong = buffer.length - at > rowLength;
      const row = scanRow(buffer, at, { separator, isEnd: isEnd || isLong });
      if (row === null) break;
      if (isLong && !isEnd && row.next >= buffer.length) {
        yield {
          line,
          cells: row.cells.slice(0, -1),
          faults: [{ cell: row.cells.length - 1, code: 'row_too_large' }],
        };
        isSkipping = true;
        at = buffer.length;
        break;
      }
      if (row.cells.length > 1 || row.cells[0] !== '') yield { line, cells: row.cells, faults: row.faults };
      line += row.lines;
      at = row.next;
    }
    buffer = isSkipping && at < buffer.length ? '' : buffer.slice(at);
    enough = buffer.length * 2;
  }

  return {
    *push(text) {
      buffer += text;
      if (buffer.length >= Math.min(enough, rowLength + 1)) yield* scan(false);
    },
    *end() {
      yield* scan(true);
    },
  };
}

type Scan = { readonly separator: number; readonly isEnd: boolean };
type ScannedRow = {
  readonly cells: string[];
  readonly faults: RowFault[];
  readonly next: number;
  readonly lines: number;
};

/** The row at an offset, or null where the text does not tell its end yet. */
function scanRow(text: string, start: number, scan: Scan): ScannedRow | null {
  const cells: string[] = [];
  const faults: RowFault[] = [];
  let lines = 1;
  let at = start;
  for (;;) {
    const isQuoted = text.charCodeAt(at) === QUOTE;
    const quoted = isQuoted ? scanQuoted(text, at, scan) : undefined;
    if (quoted === null) return null;
    if (isQuoted && quoted === undefined) faults.push({ cell: cells.length, code: 'quote_not_closed' });
    const cell = quoted ?? scanPlain(text, at, scan);
    if (cell === null) return null;
    if (cell.isBad === true) faults.push({ cell: cells.length, code: 'bad_quote' });
    cells.push(cell.value);
    lines += cell.lines;
    at = cell.next;
    if (at >= text.length) return { cells, faults, next: text.length, lines };
    if (text.charCodeAt(at) === scan.separator) {
      at += 1;
      continue;
    }
    const next = endOfLine(text, at);
    if (next === null && !scan.isEnd) return null;
    return { cells, faults, next: next ?? text.length, lines };
  }
}

type ScannedCell = {
  readonly value: string;
  readonly next: number;
  readonly lines: number;
  readonly isBad?: boolean;
};

function scanPlain(text: string, start: number, { separator, isEnd }: Scan): ScannedCell | null {
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === separator || unit === LF || unit === CR)
      return { value: text.slice(start, at), next: at, lines: 0 };
  }
  return isEnd ? { value: text.slice(start), next: text.length, lines: 0 } : null;
}

/** Null where more text is needed; undefined where there is none and the cell was never closed. */
function scanQuoted(text: string, start: number, scan: Scan): ScannedCell | null | undefined {
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || (quote === text.length - 1 && !scan.isEnd)) return scan.isEnd ? undefined : null;
    if (text.charCodeAt(quote + 1) === QUOTE) {
      from = quote + 2;
      continue;
    }
    const after = afterSpaces(text, quote + 1);
    if (after >= text.length && !scan.isEnd) return null;
    if (!endsCell(text, after, scan)) return scanBadQuote(text, { start, quote }, scan);
    const raw = text.slice(start + 1, quote);
    return { value: raw.replaceAll('""', '"'), next: after, lines: breaksIn(raw) };
  }
}

/**
 * After a quote that neither ends the cell nor is doubled: up to a quote that ends it on the same line, or else up
 * to the next delimiter. A broken cell must not swallow the rows below it.
 */
function scanBadQuote(
  text: string,
  { start, quote }: { readonly start: number; readonly quote: number },
  scan: Scan,
): ScannedCell | null {
  let lineEnd = quote;
  while (lineEnd < text.length && text.charCodeAt(lineEnd) !== LF && text.charCodeAt(lineEnd) !== CR)
    lineEnd += 1;
  if (lineEnd >= text.length && !scan.isEnd) return null;
  const lines = breaksIn(text.slice(start, quote));
  for (
    let close = text.indexOf('"', quote + 1);
    close >= 0 && close < lineEnd;
    close = text.indexOf('"', close + 1)
  ) {
    if (!endsCell(text, close + 1, scan)) continue;
    return { value: text.slice(start + 1, close).replaceAll('""', '"'), next: close + 1, lines, isBad: true };
  }
  let end = quote;
  while (end < lineEnd && text.charCodeAt(end) !== scan.separator) end += 1;
  return { value: text.slice(start, end), next: end, lines, isBad: true };
}

function endsCell(text: string, at: number, { separator }: Scan): boolean {
  const unit = text.charCodeAt(at);
  return at >= text.length || unit === separator || unit === LF || unit === CR;
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function afterSpaces(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) === 0x20) at += 1;
  return at;
}

/** Where the next line begins, given an offset at or before a break; null where a CR may be half of one. */
function endOfLine(text: string, start: number): number | null {
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === LF) return at + 1;
    if (unit !== CR) continue;
    if (at + 1 >= text.length) return null;
    return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  }
  return null;
}
