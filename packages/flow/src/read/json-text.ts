/** JSON documents from bytes: one document, or one a line. */
import { decodeText } from './decode-text.ts';
import { FlowRefusal } from './flow-refusal.ts';
import type { Chunks } from './read-options.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

/** Larger files of one document are refused: they would have to be held as a whole. */
const LARGEST = 400_000_000;

export async function readJsonDocuments(chunks: Chunks): Promise<readonly unknown[]> {
  const bytes = await gather(chunks);
  const text = decodeInPieces(bytes).replace(/^\ufeff/, '');
  try {
    return [JSON.parse(text) as unknown];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return text
      .split('\n')
      .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, index + 1)]));
  }
}

async function gather(chunks: Chunks): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > LARGEST)
      throw new FlowRefusal('too_large', {
        message: 'The JSON file is larger than 400 MB.',
        why: 'JSON is read as a whole.',
        fix: 'Export in parts, or as CSV.',
      });
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Cut where a character begins, so that no string is built letter by letter beyond need. */
function decodeInPieces(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length;) {
    let end = Math.min(bytes.length, start + 65_536);
    while (end < bytes.length && ((bytes[end] as number) & 0xc0) === 0x80) end -= 1;
    pieces.push(decodeText(bytes, { start, end }));
    start = end;
  }
  return pieces.join('');
}

function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FlowRefusal('broken_file', {
      message: `Line ${number} is no JSON: ${error.message}.`,
      why: 'The file is neither one JSON document nor one a line; it may have been cut off.',
      fix: 'Export or download it again.',
    });
  }
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys; undefined where there is none. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let found: unknown = value;
  for (const key of path) found = isRecord(found) ? found[key] : undefined;
  return found;
}

export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? (found as readonly unknown[]) : [];
}
