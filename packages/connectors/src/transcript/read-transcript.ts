import type { SourceCell, SourceItem, SourceReader } from '@throughline/operations';
import { decodeText } from '../decode-text.ts';
import { formatTurns, parseTranscript } from './parse-transcript.ts';

/**
 * A call is one piece of feedback: its turns are the words, and each speaker is a column, so that whoever imports it
 * says which of them is the contact.
 */
export const transcriptReader: SourceReader = {
  format: 'transcript',
  usualEntity: 'feedback',
  channel: 'interview',
  read: readTranscript,
  hints: {
    Title: 'title',
    Transcript: { idea: 'description', feedback: 'body' },
    Date: { idea: 'new:timestamp', feedback: 'receivedAt' },
  },
  otherColumns: '-',
};

/** A day of talk is less. */
const LONGEST = 4_000_000;

async function* readTranscript(content: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<SourceItem> {
  let text = '';
  for await (const piece of decodeText(content)) {
    text += piece;
    if (text.length > LONGEST) break;
  }
  const position = { record: 1, line: 1 };
  const fault = (code: string): SourceItem => ({ kind: 'fault', position, code, value: text.slice(0, 200) });
  if (text.length > LONGEST) {
    yield fault('row_too_large');
    return;
  }
  const turns = parseTranscript(text);
  if (turns.length === 0) {
    yield fault('nobody_speaks');
    return;
  }
  const name = file.replace(/\.gz$/i, '').replace(/\.[a-z]{2,4}$/i, '');
  const day = /(?<!\d)(20\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?([0-2]\d|3[01])(?!\d)/.exec(name);
  const speakers = [...new Set(turns.map(({ speaker }) => speaker))].filter((speaker) => speaker !== '');
  const cells = new Map<string, SourceCell>([
    ['Title', name.replace(/[_]+/g, ' ').trim() || 'Call'],
    ['Transcript', formatTurns(turns)],
    ...(day ? [['Date', `${day[1]}-${day[2]}-${day[3]}`] as const] : []),
    ...speakers.slice(0, 100).map((speaker) => [`${SPEAKER}${speaker}`, speaker] as const),
  ]);
  yield {
    kind: 'record',
    position,
    identities: [],
    cells,
    comments: [],
    relations: [],
    faults: [],
    changes: [],
  };
}

/** What the column of a speaker begins with. */
export const SPEAKER = 'Speaker ';

/** By its end, its first line, or because most of its lines begin with a name or a time. */
export function isTranscript(text: string, name: string): boolean {
  if (/\.(vtt|srt)(\.gz)?$/i.test(name) || /^WEBVTT\b/.test(text)) return true;
  if (/^\d+\s*\r?\n\d{1,2}:\d{2}:\d{2},\d{3} -->/.test(text)) return true;
  if (!/\.txt(\.gz)?$/i.test(name)) return false;
  const turns = parseTranscript(text.slice(0, 20_000));
  const speakers = new Set(turns.map(({ speaker }) => speaker).filter((speaker) => speaker !== ''));
  return speakers.size > 0 && speakers.size <= 30 && turns.length >= speakers.size;
}
