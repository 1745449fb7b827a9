/** Objects of a file, one a line (JSON Lines), each with its line. */
import { openBytes } from '../flow/open-bytes.ts';
import { refuseLine } from './refuse-file.ts';

export type JsonLine = {
  readonly line: number;
  readonly value: Readonly<Record<string, unknown>>;
};

/** Lines end with LF alone: JSON texts may hold U+2028 and U+0085. Empty lines are passed over. */
export async function* readJsonLines(file: string, signal: AbortSignal): AsyncGenerator<JsonLine> {
  let line = 0;
  for await (const text of readLines(file, signal)) {
    line += 1;
    if (text.trim() === '') continue;
    yield { line, value: parseLine(text, { file, line }) };
  }
}

async function* readLines(file: string, signal: AbortSignal): AsyncGenerator<string> {
  const { chunks } = await openBytes(file, { signal, onProgress: () => {} });
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest + decoder.decode();
}

function parseLine(text: string, { file, line }: { file: string; line: number }): JsonLine['value'] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refuseLine(file, line, {
      why: `It is not JSON: ${(error as Error).message}.`,
      fix: 'One JSON object a line is expected.',
    });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw refuseLine(file, line, {
    why: 'It is JSON, but not an object.',
    fix: 'One JSON object a line is expected.',
  });
}
