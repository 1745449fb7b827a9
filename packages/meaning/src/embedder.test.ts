import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';
import { openEmbedder } from './open-embedder.ts';

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);
}

describe('the sentence encoder on this machine', () => {
  const embedder = openEmbedder({ kind: 'lite', threads: 1 });
  afterAll(() => embedder?.close());

  it('puts what means the same near each other, whatever the words', async () => {
    const vectors = await embedder?.embed([
      'How old do I have to be to open an account?',
      'What is the minimum age for customers?',
      'The exchange rate of my payment was wrong',
    ]);
    const [one, same, other] = vectors as [Float32Array, Float32Array, Float32Array];
    expect(dot(one, one)).toBeCloseTo(1);
    expect(dot(one, same)).toBeGreaterThan(dot(one, other) + 0.2);
  }, 30_000);

  it('gives zeros for texts that say nothing, and an answer for every other', async () => {
    const texts = ['', ' \n', '🙂!', 'مرحبا', 'x'.repeat(100_000), '\ud800 a'];
    const vectors = (await embedder?.embed(texts)) ?? [];
    expect(vectors.map((vector) => Math.round(dot(vector, vector)))).toEqual([0, 0, 0, 1, 1, 1]);
  }, 30_000);

  it('is told to stop', async () => {
    const asked = embedder?.embed(['a', 'b'], { signal: AbortSignal.abort() });
    await expect(asked).rejects.toThrow(/abort/i);
  });
});

describe('a model behind an address', () => {
  async function serve(answer: (asked: { readonly input: readonly string[] }) => unknown): Promise<{
    readonly url: string;
    readonly close: () => void;
  }> {
    const server = createServer((request, response) => {
      void (async () => {
        let body = '';
        for await (const chunk of request) body += String(chunk);
        const isMeant = request.url === '/v1/embeddings' && request.headers.authorization === 'Bearer k';
        response.statusCode = isMeant ? 200 : 404;
        response.end(JSON.stringify(answer(JSON.parse(body) as { readonly input: readonly string[] })));
      })();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return { url: `http://127.0.0.1:${port}/v1/`, close: () => server.close() };
  }

  it('is asked in batches for what says something, and answers in any order', async () => {
    const { url, close } = await serve(({ input }) => ({
      data: input.map((text, index) => ({ index, embedding: [Number(text), 1] })).toReversed(),
    }));
    const embedder = openEmbedder({ kind: 'url', url, model: 'm', key: 'k' });
    const vectors = (await embedder?.embed(['3', '', ...Array.from({ length: 70 }, () => '0')])) ?? [];
    close();
    expect(vectors.length).toBe(72);
    expect(vectors.slice(0, 3).map((vector) => Array.from(vector, (value) => value.toFixed(2)))).toEqual([
      ['0.95', '0.32'],
      ['0.00', '0.00'],
      ['0.00', '1.00'],
    ]);
  });

  it.each([
    ['too few', { data: [{ index: 0, embedding: [1] }] }],
    ['one twice', { data: [0, 0].map((index) => ({ index, embedding: [1] })) }],
    ['sizes that differ', { data: [[1], [1, 2]].map((embedding, index) => ({ index, embedding })) }],
    ['something else', { error: 'no such model' }],
  ])('is refused when it answers with %s', async (_, answer) => {
    const { url, close } = await serve(() => answer);
    const asked = openEmbedder({ kind: 'url', url, model: 'm', key: 'k' })?.embed(['a', 'b']);
    await expect(asked).rejects.toThrow('2 vectors of one size');
    close();
  });

  it('is refused without its key', async () => {
    const { url, close } = await serve(() => ({}));
    await expect(openEmbedder({ kind: 'url', url, model: 'm' })?.embed(['a'])).rejects.toThrow('404');
    close();
  });
});
