/** Exports of other programs as CSV: the columns they are known by, under one name each, and what those mean here. */
import { foldText } from '@throughline/base';
import type {
  ColumnHint,
  SourceCell,
  SourceComment,
  SourceReader,
  SourceRecord,
  SourceRelation,
} from '@throughline/operations';
import { readCsvRecords, type CsvRecord } from './read-csv-records.ts';

/** A reader that knows its files by their header. */
export type ExportReader = SourceReader & {
  readonly isHeader: (columns: readonly string[]) => boolean;
};

type Texts = ReadonlyMap<string, string>;

export type CsvExport = Omit<SourceReader, 'read'> & {
  /** Our name for a column, and those it goes by: small letters and digits alone. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Of our names, those that a file of this program has together. */
  readonly needs: readonly string[];
  /** Cells that the file does not have as such. */
  readonly cellsOf?: (texts: Texts) => Readonly<Record<string, SourceCell>>;
  readonly commentsOf?: (texts: Texts) => readonly SourceComment[];
  readonly relationsOf?: (texts: Texts) => readonly SourceRelation[];
  /** Columns that have become something else than a cell. */
  readonly taken?: readonly string[];
};

export function makeCsvExport(kind: CsvExport): ExportReader {
  const { format, hints, options, channel, usualEntity, otherColumns, columns, needs } = kind;
  const names = new Map(
    Object.entries(columns).flatMap(([name, folded]) => folded.map((each) => [each, name] as const)),
  );
  const nameOf = (column: string): string => names.get(foldColumn(column)) ?? column;
  return {
    format,
    ...(hints ? { hints } : {}),
    ...(options ? { options } : {}),
    ...(channel ? { channel } : {}),
    ...(usualEntity ? { usualEntity } : {}),
    ...(otherColumns ? { otherColumns } : {}),
    isHeader: (header) => {
      const known = new Set(header.map(nameOf));
      return needs.every((name) => known.has(name));
    },
    read: async function* read(content) {
      for await (const record of readCsvRecords(content)) yield toRecord(kind, nameOf, record);
    },
  };
}

function toRecord(kind: CsvExport, nameOf: (column: string) => string, record: CsvRecord): SourceRecord {
  const { position, faults, changes } = record;
  const named = new Map([...record.cells].map(([column, cell]) => [nameOf(column), cell]));
  const texts = new Map(
    [...named].map(([column, cell]) => [column, typeof cell === 'string' ? cell : cell.join(', ')]),
  );
  const cells = new Map<string, SourceCell>(named);
  for (const column of kind.taken ?? []) cells.delete(column);
  for (const [column, cell] of Object.entries(kind.cellsOf?.(texts) ?? {})) cells.set(column, cell);
  return {
    kind: 'record',
    position,
    identities: [],
    cells,
    comments: kind.commentsOf?.(texts) ?? [],
    relations: kind.relationsOf?.(texts) ?? [],
    faults,
    changes,
  };
}

/** A public answer of those who were asked, as a comment. */
export function answerOf(
  texts: Texts,
  { body, author, at }: { readonly body: string; readonly author?: string; readonly at: string },
): readonly SourceComment[] {
  const text = texts.get(body);
  if (text === undefined) return [];
  const name = author === undefined ? undefined : texts.get(author);
  const createdAt = texts.get(at);
  return [
    {
      body: text,
      ...(name === undefined ? {} : { author: { name } }),
      ...(createdAt === undefined ? {} : { createdAt }),
    },
  ];
}

export function foldColumn(name: string): string {
  return foldText(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A count without the people behind it: kept as a number, and never mistaken for votes of our own. */
export const VOTES = 'Votes (as imported)';

/** What a request is in every program that collects them. */
export const REQUEST_HINTS: Readonly<Record<string, ColumnHint>> = {
  Id: 'externalId',
  Title: 'title',
  Details: { idea: 'description', feedback: 'body' },
  Status: { idea: 'status', feedback: 'state' },
  Author: { idea: 'new:text', feedback: 'contact' },
  [VOTES]: 'new:number',
  Tags: 'labels',
  Link: { idea: 'new:link', feedback: 'link' },
  Created: 'createdAt',
  Updated: 'updatedAt',
};

/** A request nobody has looked at yet waits to be handled, which is what `new` means here. */
export const REQUEST_STATES = { Status: { open: 'new', active: 'new', 'under review': 'open' } } as const;
