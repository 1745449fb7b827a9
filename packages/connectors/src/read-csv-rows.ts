/** Rows of a CSV in any encoding and dialect, with their place in the file; what is broken is told, never thrown. */
import { makeCsvScanner, type CsvRow } from './csv-scanner.ts';
import { decodeText } from './decode-text.ts';

const DIALECT_CHARACTERS = 64 * 1024;
const DELIMITERS = [',', ';', '\t', '|'] as const;

export async function* readCsvRows(content: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  let prefix = '';
  let scanner: ReturnType<typeof makeCsvScanner> | undefined;
  for await (const piece of decodeText(content)) {
    if (scanner) {
      yield* scanner.push(piece);
      continue;
    }
    prefix += piece;
    if (prefix.length < DIALECT_CHARACTERS) continue;
    scanner = makeCsvScanner(detectDelimiter(prefix));
    yield* scanner.push(withoutMark(prefix));
  }
  if (!scanner) {
    scanner = makeCsvScanner(detectDelimiter(prefix));
    yield* scanner.push(withoutMark(prefix));
  }
  yield* scanner.end();
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** The one that cuts the most rows into as many cells as the header has. */
export function detectDelimiter(text: string): string {
  const lines = withoutMark(text)
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const header = counts[0] ?? 0;
    const alike = counts.filter((count) => count === header).length;
    return { delimiter, score: header === 0 ? 0 : (alike / lines.length) * 100 + Math.min(header, 50) };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}
