import type { SourceComment, SourceReader, SourceRecord, SourceRelation } from '@throughline/operations';
import { readCsvRecords, type CsvRecord } from '../read-csv-records.ts';
import { JIRA_HINTS, relationType } from './jira-columns.ts';

/** Jira's CSV, server or cloud, all fields or some: columns repeat, and comments and links are columns too. */
export const jiraCsvReader: SourceReader = { format: 'jira-csv', read: readJiraCsv, hints: JIRA_HINTS };

async function* readJiraCsv(content: AsyncIterable<Uint8Array>): AsyncGenerator<SourceRecord> {
  for await (const record of readCsvRecords(content)) yield toIssue(record);
}

const LINK = /^(Inward|Outward) issue link \((.+)\)$/;
const PARENT = /^(Parent key|Parent|Epic Link|Custom field \((Epic Link|Parent Link)\))$/;
const KEY = /^[A-Z][A-Z0-9_]+-\d+$/;

function toIssue({ position, cells, faults, changes }: CsvRecord): SourceRecord {
  const kept = new Map<string, string | readonly string[]>();
  const comments: SourceComment[] = [];
  const relations: SourceRelation[] = [];
  for (const [column, value] of cells) {
    const values = typeof value === 'string' ? [value] : value;
    if (/^Comments?$/.test(column)) comments.push(...values.map(parseComment));
    else if (LINK.test(column)) relations.push(...values.map((other) => toLink(column, other)));
    else if (PARENT.test(column) && values.every((other) => KEY.test(other.trim())))
      relations.push(...values.map((other) => toParent(column, other)));
    else if (column === 'Attachment') kept.set(column, values.map(attachmentLine).join('\n'));
    else kept.set(column.replace(/^Custom field \((.+)\)$/, '$1'), value);
  }
  return { kind: 'record', position, identities: [], cells: kept, comments, relations, faults, changes };
}

/** `30/Sep/21 5:20 PM;ada;text`; an old export has the text alone. */
function parseComment(cell: string): SourceComment {
  const [, createdAt, author, body] = /^([^;\n]{6,40});([^;\n]*);(.*)$/s.exec(cell) ?? [];
  if (createdAt === undefined || body === undefined || !/\d/.test(createdAt)) return { body: cell };
  return { createdAt, body, ...(author ? { author: { name: author } } : {}) };
}

function toLink(column: string, other: string): SourceRelation {
  const [, side, word = ''] = LINK.exec(column) ?? [];
  return { type: relationType(word), other: other.trim(), direction: side === 'Inward' ? 'in' : 'out', word };
}

function toParent(word: string, other: string): SourceRelation {
  return { type: 'parent', other: other.trim(), direction: 'out', word };
}

/** `date;author;file name;address` */
function attachmentLine(cell: string): string {
  const parts = cell.split(';');
  return parts.length >= 4 ? `${parts[2]} ${parts.slice(3).join(';')}` : cell;
}
