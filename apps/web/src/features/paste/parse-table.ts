/** Rows and cells of what was copied from a table: by tabs as spreadsheets give it, or as CSV. */

/** Every row as wide as the widest; blank rows are left out. */
export type PastedTable = readonly (readonly string[])[];

/** More is a file to import. */
export const mostPastedRows = 1000;
const separators = ['\t', ',', ';'] as const;

export function parseTable(text: string): PastedTable {
  const whole = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const rows = whole.includes('\t') ? split(whole, '\t') : (splitEvenly(whole) ?? splitLines(whole));
  const filled = rows
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...filled.map((row) => row.length));
  return filled.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

function splitLines(text: string): readonly (readonly string[])[] {
  return text.split('\n').map((line) => [line]);
}

/** Commas stand in titles too: they part cells only where every line has as many. */
function splitEvenly(text: string): readonly (readonly string[])[] | undefined {
  for (const separator of separators.slice(1)) {
    const rows = split(text, separator).filter((row) => row.some((cell) => cell.trim() !== ''));
    const width = rows[0]?.length ?? 0;
    if (rows.length > 1 && width > 1 && rows.every((row) => row.length === width)) return rows;
  }
  return undefined;
}

/** RFC 4180: a cell in quotes may hold separators and line ends, a doubled quote is one. */
function split(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = readCell(text, at, separator);
    rows.at(-1)?.push(cell);
    if (end >= text.length) break;
    if (text[end] === '\n') rows.push([]);
    at = end + 1;
  }
  return rows;
}

function readCell(text: string, start: number, separator: string): { cell: string; end: number } {
  if (text[start] === '"') {
    const quoted = /"((?:[^"]|"")*)"/y;
    quoted.lastIndex = start;
    const match = quoted.exec(text);
    const after = text[quoted.lastIndex];
    if (match && (after === undefined || after === separator || after === '\n'))
      return { cell: (match[1] ?? '').replaceAll('""', '"'), end: quoted.lastIndex };
  }
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return { cell: text.slice(start, end), end };
}
