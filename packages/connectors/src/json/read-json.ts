import type { Json, JsonObject } from '@throughline/base';
import type { SourceItem, SourceReader } from '@throughline/operations';
import { readJsonItems } from '../json-items.ts';
import { objectOf } from '../json-value.ts';

/** Flat objects, in a list or one a line: our own exports, and what other programs write the same way. */
export const jsonReader: SourceReader = { format: 'json', read: readJson };

async function* readJson(content: AsyncIterable<Uint8Array>): AsyncGenerator<SourceItem> {
  let record = 0;
  for await (const { kind, line, text } of readJsonItems(content)) {
    if (kind === 'member') continue;
    record += 1;
    const position = { record, line };
    const object = kind === 'fault' ? undefined : parseJson(text);
    if (object === undefined) {
      yield { kind: 'fault', position, code: 'not_json', value: text.slice(0, 200) };
      continue;
    }
    const cells = Object.entries(object).filter(([, value]) => !isEmpty(value));
    yield {
      kind: 'record',
      position,
      identities: [],
      cells: new Map(cells),
      comments: [],
      relations: [],
      faults: [],
      changes: [],
    };
  }
}

function parseJson(text: string): JsonObject | undefined {
  try {
    return objectOf(JSON.parse(text) as Json);
  } catch {
    // Told as a fault of the record.
    return undefined;
  }
}

function isEmpty(value: Json): boolean {
  return (
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}
