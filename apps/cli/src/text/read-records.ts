/** Records with a title and a text, and what is asked of them, from JSON Lines. */
import { readJsonLines, type JsonLine } from './read-json-lines.ts';
import { refuseEmptyFile, refuseLine } from './refuse-file.ts';

export type TextRecord = {
  readonly key: string;
  readonly summary: string;
  readonly description: string;
  /** In milliseconds since 1970. */
  readonly created?: number;
};

export type Records = {
  /** In the order of their creation, those of one moment in that of the file; where a date is missing, as in the file. */
  readonly list: readonly TextRecord[];
  /** Where in the list each key is; of one that occurs twice the last. */
  readonly placeOf: ReadonlyMap<string, number>;
};

export async function readRecords(file: string, signal: AbortSignal): Promise<Records> {
  const list: TextRecord[] = [];
  const undated: number[] = [];
  for await (const line of readJsonLines(file, signal)) {
    const record = parseRecord(file, line);
    list.push(record);
    if (record.created === undefined) undated.push(line.line);
  }
  if (list.length === 0) throw refuseEmptyFile(file, 'records');
  if (undated.length > 0)
    process.stderr.write(
      `No date in “created” of ${undated.length} records, that of line ${undated[0]} first: all are taken in the order of the file.\n`,
    );
  const ordered = undated.length > 0 ? list : list.toSorted((a, b) => (a.created ?? 0) - (b.created ?? 0));
  return { list: ordered, placeOf: new Map(ordered.map(({ key }, place) => [key, place])) };
}

function parseRecord(file: string, { line, value }: JsonLine): TextRecord {
  const { key, created, summary, description } = value;
  if (typeof key !== 'string' || key === '')
    throw refuseLine(file, line, {
      why: 'It has no “key”.',
      fix: 'A record has key, created, summary and description.',
    });
  const record = {
    key,
    summary: textOf(file, line, { name: 'summary', given: summary }),
    description: textOf(file, line, { name: 'description', given: description }),
  };
  const time = typeof created === 'string' ? Date.parse(created) : Number.NaN;
  return Number.isNaN(time) ? record : { ...record, created: time };
}

function textOf(file: string, line: number, { name, given }: { name: string; given: unknown }): string {
  if (given === undefined || given === null) return '';
  if (typeof given === 'string') return given;
  throw refuseLine(file, line, { why: `“${name}” is not a text.`, fix: 'Write it in quotes.' });
}

export type RecordQuery = { readonly place: number; readonly relevant: ReadonlySet<number> };

/** Each asks for a record what is like it; what it should find may be missing, but not the record itself. */
export async function readRecordQueries(
  file: string,
  { placeOf }: Records,
  signal: AbortSignal,
): Promise<readonly RecordQuery[]> {
  const queries: RecordQuery[] = [];
  for await (const { line, value } of readJsonLines(file, signal)) {
    const { query, relevant } = value;
    if (typeof query !== 'string' || !Array.isArray(relevant))
      throw refuseLine(file, line, {
        why: 'It has no “query” with a key, or no list “relevant”.',
        fix: 'Write {"query": KEY, "relevant": [KEY, …]}.',
      });
    const place = placeOf.get(query);
    if (place === undefined)
      throw refuseLine(file, line, {
        why: `There is no record with the key “${query}”.`,
        fix: 'Check that the queries belong to these records.',
      });
    const places = relevant.flatMap((key) => placeOf.get(String(key)) ?? []);
    queries.push({ place, relevant: new Set(places) });
  }
  if (queries.length === 0) throw refuseEmptyFile(file, 'queries');
  return queries;
}
