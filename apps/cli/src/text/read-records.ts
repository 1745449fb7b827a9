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
  /** In the order of their creation; those of one moment in that of the file. */
  readonly list: readonly TextRecord[];
  /** Where in the list each key is; of one that occurs twice the last. */
  readonly placeOf: ReadonlyMap<string, number>;
};

export async function readRecords(file: string, signal: AbortSignal): Promise<Records> {
  const list: TextRecord[] = [];
  for await (const line of readJsonLines(file, signal)) list.push(parseRecord(file, line));
  if (list.length === 0) throw refuseEmptyFile(file, 'records');
  const isDated = list.every(({ created }) => created !== undefined);
  const ordered = isDated ? list.toSorted((a, b) => (a.created ?? 0) - (b.created ?? 0)) : list;
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
  if (created === undefined || created === null || created === '') return record;
  const time = typeof created === 'string' ? Date.parse(created) : Number.NaN;
  if (!Number.isNaN(time)) return { ...record, created: time };
  throw refuseLine(file, line, {
    why: `“created” is ${JSON.stringify(created)}, which is not a date.`,
    fix: 'Write it as 2026-11-23T18:00:00Z.',
  });
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
