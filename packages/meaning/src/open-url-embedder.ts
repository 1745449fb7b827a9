/**
 * A model behind an address that answers as OpenAI's `POST /v1/embeddings` does; Ollama and many others do. The texts
 * leave this process: whoever sets an address decides that.
 */
import { cutText } from '@throughline/base';
import { saysSomething, scaleToOne, type Embedder } from './embedder.ts';

export type UrlOptions = {
  /** Up to `/v1`, without `/embeddings`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string;
  /** What sends the request; checks of addresses belong here. */
  readonly fetch?: typeof fetch;
};

const LONGEST = 8000;
const BATCH = 64;
const PATIENCE = 60_000;
/** 64 vectors of 4,096 numbers as text. */
const LARGEST = 16_000_000;

export function openUrlEmbedder({ url, model, key, fetch: send = fetch }: UrlOptions): Embedder {
  const address = `${url.replace(/\/+$/, '')}/embeddings`;
  const headers = {
    'content-type': 'application/json',
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  };
  const ask = async (input: readonly string[], signal: AbortSignal | undefined): Promise<Float32Array[]> => {
    const patience = AbortSignal.timeout(PATIENCE);
    const response = await send(address, {
      method: 'POST',
      headers,
      body: JSON.stringify({ model, input }),
      redirect: 'error',
      signal: signal === undefined ? patience : AbortSignal.any([signal, patience]),
    });
    if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
    return parseVectors(JSON.parse(await readBounded(response)), input.length);
  };
  return {
    id: `${model}-${LONGEST}`,
    embed: async (texts, { signal, onProgress = () => {} } = {}) => {
      const said = [...texts.entries()].filter(([, text]) => saysSomething(text));
      const vectors = new Map<number, Float32Array>();
      for (let from = 0; from < said.length; from += BATCH) {
        const batch = said.slice(from, from + BATCH);
        const answer = await ask(
          batch.map(([, text]) => cutText(text, LONGEST)),
          signal,
        );
        for (const [at, [place]] of batch.entries())
          vectors.set(place, scaleToOne(answer[at] as Float32Array));
        onProgress(vectors.size);
      }
      const size = vectors.values().next().value?.length ?? 0;
      return texts.map((_, place) => vectors.get(place) ?? new Float32Array(size));
    },
    close: () => Promise.resolve(),
  };
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > LARGEST) throw new Error('The answer with the vectors is too large.');
  }
  return text + decoder.decode();
}

/** In the order of `index`; anything else than as many vectors of one size as were asked for is refused. */
function parseVectors(answer: unknown, count: number): Float32Array[] {
  const rows =
    isRecord(answer) && Array.isArray(answer['data']) ? (answer['data'] as readonly unknown[]) : [];
  const vectors: Float32Array[] = [];
  for (const [at, row] of rows.entries()) {
    if (!isRecord(row) || !isNumbers(row['embedding'])) break;
    const place = typeof row['index'] === 'number' ? row['index'] : at;
    if (place in vectors || place < 0 || place >= count) break;
    vectors[place] = Float32Array.from(row['embedding']);
  }
  const isWhole = vectors.length === count && Object.keys(vectors).length === count;
  if (!isWhole || vectors.some(({ length }) => length !== vectors[0]?.length))
    throw new Error(`The answer does not hold ${count} vectors of one size.`);
  return vectors;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => Number.isFinite(one));
}
