import type { SourceFile, SourceReader } from '@throughline/operations';
import { cannyReader } from './canny/read-canny.ts';
import type { ExportReader } from './csv-export.ts';
import { csvReader } from './csv/read-csv.ts';
import { decodeText } from './decode-text.ts';
import { fiderReader } from './fider/read-fider.ts';
import { githubReader } from './github/read-github.ts';
import { jsonReader } from './json/read-json.ts';
import { jiraCsvReader } from './jira/read-jira-csv.ts';
import { jiraRestReader } from './jira/read-jira-rest.ts';
import { productboardReader } from './productboard/read-productboard.ts';
import { makeCsvScanner } from './csv-scanner.ts';
import { detectDelimiter } from './read-csv-rows.ts';
import { appStoreReader, googlePlayReader } from './reviews/read-reviews.ts';
import { isTranscript, transcriptReader } from './transcript/read-transcript.ts';
import { uservoiceReader } from './uservoice/read-uservoice.ts';

/** Programs that are known by the header of their CSV; the one that asks for most is asked first. */
const EXPORTS: readonly ExportReader[] = [
  fiderReader,
  googlePlayReader,
  appStoreReader,
  uservoiceReader,
  productboardReader,
  cannyReader,
];

/** Every format of `--from`, by name. */
export const READERS: ReadonlyMap<string, SourceReader> = new Map(
  [csvReader, jiraCsvReader, jiraRestReader, githubReader, jsonReader, ...EXPORTS, transcriptReader].map(
    (reader) => [reader.format, reader],
  ),
);

const ENOUGH = 64 * 1024;

/** Formats that say nothing of where a file comes from. */
const PLAIN: ReadonlySet<string> = new Set(['csv', 'json']);

/** The reader for files of which nobody said what they are: that of the first which a tracker has written. */
export async function guessReader(files: readonly SourceFile[]): Promise<SourceReader> {
  let first: SourceReader | undefined;
  for (const file of files) {
    const reader = guessFormat(await readBeginning(file), file.name);
    if (!PLAIN.has(reader.format)) return reader;
    first ??= reader;
  }
  return first ?? csvReader;
}

async function readBeginning(file: SourceFile): Promise<string> {
  let text = '';
  for await (const piece of decodeText(file.open(() => undefined))) {
    text += piece;
    if (text.length >= ENOUGH) break;
  }
  return text;
}

/** By the beginning of a file. */
export function guessFormat(prefix: string, name: string): SourceReader {
  const text = prefix.replace(/^\ufeff/, '').trimStart();
  if (/^[[{]/.test(text) && (/\.(json|jsonl|ndjson)(\.gz)?$/i.test(name) || /^\[?\s*\{\s*"/.test(text)))
    return isJira(text) ? jiraRestReader : isGithub(text) ? githubReader : jsonReader;
  if (isTranscript(text, name)) return transcriptReader;
  const header = headerOf(text);
  if (isJiraCsv(header)) return jiraCsvReader;
  return EXPORTS.find(({ isHeader }) => isHeader(header)) ?? csvReader;
}

function headerOf(text: string): readonly string[] {
  const scanner = makeCsvScanner(detectDelimiter(text));
  const [first] = [...scanner.push(text), ...scanner.end()];
  return first?.cells.map((name) => name.trim()) ?? [];
}

function isJira(text: string): boolean {
  return (
    /"fields"\s*:\s*\{/.test(text) ||
    /"startAt"\s*:/.test(text) ||
    /"self"\s*:\s*"[^"]*\/rest\/api\//.test(text)
  );
}

function isGithub(text: string): boolean {
  const isIssue = /"(html_url|url)"\s*:\s*"https?:\/\/[^"]*\/(issues|pull)\/\d+"/.test(text);
  return (
    isIssue ||
    (/"number"\s*:\s*\d+/.test(text) && /"(state|labels)"\s*:/.test(text) && /"title"\s*:/.test(text))
  );
}

const JIRA_COLUMNS: ReadonlySet<string> = new Set([
  'summary',
  'issue key',
  'issue id',
  'issue type',
  'status',
  'priority',
  'resolution',
  'project key',
  'affects version/s',
  'fix version/s',
  'reporter',
]);

function isJiraCsv(header: readonly string[]): boolean {
  const names = header.map((name) => name.toLowerCase());
  const known = names.filter((name) => JIRA_COLUMNS.has(name)).length;
  return (
    names.includes('summary') && (names.includes('issue key') || names.includes('issue id')) && known >= 3
  );
}
