/**
 * The Universal Sentence Encoder lite (Cer and others 2018): English, 512 numbers, run on this machine by threads of
 * its own, from weights that were installed with it. It asks no network.
 */
import { cutText } from '@throughline/base';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { saysSomething, scaleToOne, type Embedder, type EmbedOptions } from './embedder.ts';
import { LiteThread } from './lite-thread.ts';
import { findPackageRoot } from './package-root.ts';

export type LiteOptions = {
  /** Each holds about 260 MB. */
  readonly threads?: number;
};

const SIZE = 512;
/** Time grows faster than the text, and what follows repeats what was said, or is a log. */
const LONGEST = 500;
/** A batch takes as long as if all of it were as long as its longest text: what is about as long goes together. */
const BATCH = { texts: 32, characters: 3000 } as const;

/** Its threads start with the first texts, and stay until it is closed. */
export function openLiteEmbedder({
  threads = Math.min(2, availableParallelism()),
}: LiteOptions = {}): Embedder {
  const workerFile = join(findPackageRoot(), 'src', 'lite-worker.mjs');
  const pool: LiteThread[] = [];
  return {
    id: `use-lite-${LONGEST}`,
    embed: async (texts, options = {}) => {
      const batches = cutBatches(texts);
      while (pool.length < Math.min(threads, batches.length)) pool.push(new LiteThread(workerFile));
      const vectors = texts.map((): Float32Array => new Float32Array(SIZE));
      const progress = countProgress(options);
      const left = batches.values();
      await Promise.all(
        pool.map(async (thread) => {
          for (const batch of left) {
            options.signal?.throwIfAborted();
            const answer = await thread.embed(batch.map(({ text }) => text));
            for (const [at, { place }] of batch.entries())
              vectors[place] = scaleToOne(answer[at] ?? new Float32Array(SIZE));
            progress(batch.length);
          }
        }),
      );
      return vectors;
    },
    close: async () => {
      await Promise.all(pool.splice(0).map((thread) => thread.close()));
    },
  };
}

function countProgress({ onProgress = () => {} }: EmbedOptions): (more: number) => void {
  let done = 0;
  return (more) => {
    done += more;
    onProgress(done);
  };
}

type PlacedText = { readonly text: string; readonly place: number };

/** The longest first: what is left at the end is quick, so no thread waits long for another. */
function cutBatches(texts: readonly string[]): readonly (readonly PlacedText[])[] {
  const ordered = texts
    .map((text, place) => ({ text: cutText(text, LONGEST), place }))
    .filter(({ text }) => saysSomething(text))
    .toSorted((a, b) => b.text.length - a.text.length);
  const batches: PlacedText[][] = [];
  let batch: PlacedText[] = [];
  for (const placed of ordered) {
    const longest = batch[0]?.text.length ?? 0;
    if (batch.length === BATCH.texts || longest * (batch.length + 1) > BATCH.characters) batch = [];
    if (batch.length === 0) batches.push(batch);
    batch.push(placed);
  }
  return batches;
}
