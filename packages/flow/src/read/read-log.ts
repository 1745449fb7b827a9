/** An event log from bytes, whatever its format. */
import { decodeText } from './decode-text.ts';
import { FlowRefusal } from './flow-refusal.ts';
import { readCsvLog } from './read-csv.ts';
import { readGithubJsonLog } from './read-github-json.ts';
import { readJiraJsonLog } from './read-jira-json.ts';
import { readXesLog } from './read-xes.ts';
import type { Chunks, LogFormat, ReadOptions, ReadResult } from './read-options.ts';

const READERS: Readonly<Record<LogFormat, (chunks: Chunks, options: ReadOptions) => Promise<ReadResult>>> = {
  xes: readXesLog,
  csv: readCsvLog,
  'jira-csv': readCsvLog,
  'jira-json': readJiraJsonLog,
  'github-json': readGithubJsonLog,
};

/** The file's events, with those of a case as they stand in it, and what was left out of them. */
export async function readLog(chunks: Chunks, options: ReadOptions = {}): Promise<ReadResult> {
  const iterator = chunks[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let length = 0;
  while (length < 4096) {
    const { value, done } = await iterator.next();
    if (done === true) break;
    head.push(value);
    length += value.length;
  }
  const format = options.format ?? guessFormat(head);
  return READERS[format](again(head, iterator), { ...options, format });
}

async function* again(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): Chunks {
  yield* head;
  for (;;) {
    const { value, done } = await rest.next();
    if (done === true) return;
    yield value;
  }
}

function guessFormat(head: readonly Uint8Array[]): LogFormat {
  const text = head
    .map((chunk) => decodeText(chunk, { start: 0, end: Math.min(chunk.length, 65_536) }))
    .join('')
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (isBinary(text)) throw refuseBinary(text);
  if (text.startsWith('<') || text.startsWith('\u00ff\u00fe<')) return 'xes';
  if (text.startsWith('{') || text.startsWith('[')) return isJira(text) ? 'jira-json' : 'github-json';
  const header = text.slice(0, text.indexOf('\n') >= 0 ? text.indexOf('\n') : undefined).toLowerCase();
  return /status_to|to_status/.test(header) && /status_from|from_status/.test(header) ? 'jira-csv' : 'csv';
}

/** Text has few control characters. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 4096);
  const controls = sample.match(/(?![\t\n\r])\p{Cc}/gu)?.length ?? 0;
  return controls > sample.length / 50;
}

function refuseBinary(text: string): FlowRefusal {
  const isZip = text.startsWith('PK');
  return new FlowRefusal('unknown_format', {
    message: isZip ? 'The file is a ZIP archive, or a workbook of a spreadsheet.' : 'The file is no text.',
    why: 'Event logs are read from XES, CSV and JSON, or from these with .gz.',
    fix: isZip ? 'Unpack it, or save the sheet as CSV.' : 'Export the log in one of these formats.',
  });
}

function isJira(text: string): boolean {
  return /"(?:issues|changelog|issuetype|customfield_\d+)"\s*:/.test(text);
}
