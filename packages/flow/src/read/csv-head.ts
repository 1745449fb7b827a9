/** What the beginning of a CSV file tells: its delimiter, its header, a sample of its rows. */
import { CsvScanner } from './csv-scanner.ts';
import { decodeText } from './decode-text.ts';

export type CsvHead = {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Lines before the header, such as `sep=;`. */
  readonly skip: number;
};

const DELIMITERS = [',', ';', '\t', '|', '^'] as const;
/** How much is looked at before columns are guessed. */
export const HEAD_BYTES = 262_144;

const SAMPLE = 500;
/** Enough to tell a delimiter from. */
const SHORT = 16_384;

export function readCsvHead(bytes: Uint8Array): CsvHead {
  const told = /^sep=(.)\r?\n/i.exec(decodeText(bytes, { start: 0, end: Math.min(8, bytes.length) }));
  const skip = told === null ? 0 : 1;
  const delimiter = told?.[1] ?? guessDelimiter(bytes);
  const [header = [], ...rows] = scanRows(bytes, delimiter).slice(skip);
  return { delimiter, header: header.map((name) => name.trim()), rows, skip };
}

/** That which cuts the header into most cells, among those that cut most rows into as many as the header. */
function guessDelimiter(bytes: Uint8Array): string {
  let best = { delimiter: ',', score: -1 };
  for (const delimiter of DELIMITERS) {
    const [header = [], ...rows] = scanRows(bytes.subarray(0, SHORT), delimiter);
    const even = rows.filter((row) => row.length === header.length).length;
    const score = header.length < 2 ? 0 : header.length * ((1 + even) / (1 + rows.length)) ** 4;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function scanRows(bytes: Uint8Array, delimiter: string): string[][] {
  const rows: string[][] = [];
  const scanner = new CsvScanner(delimiter, ({ bytes: row, starts, ends, count }) => {
    if (rows.length > SAMPLE) return;
    const cells: string[] = [];
    for (let cell = 0; cell < count; cell++)
      cells.push(decodeText(row, { start: starts[cell] as number, end: ends[cell] as number }));
    rows.push(cells);
  });
  scanner.push(bytes.slice(0, HEAD_BYTES));
  scanner.end();
  // The last row of a sample that is not the whole file is cut in two.
  return bytes.length >= SHORT ? rows.slice(0, -1) : rows;
}
