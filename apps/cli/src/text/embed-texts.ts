/** The vectors of texts, by the model on this machine, with how far it is on stderr. */
import { FlowRefusal } from '@throughline/flow';
import { openLiteEmbedder } from '@throughline/meaning';
import { formatNumber } from '../flow/format.ts';

const TOLD_EVERY_MS = 2000;

export async function embedTexts(
  texts: readonly string[],
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  const embedder = openLiteEmbedder();
  let told = performance.now();
  const onProgress = (done: number): void => {
    if (performance.now() - told < TOLD_EVERY_MS) return;
    told = performance.now();
    process.stderr.write(`${formatNumber(done)} of ${formatNumber(texts.length)} texts understood.\n`);
  };
  try {
    return await embedder.embed(texts, { signal, onProgress });
  } catch (error) {
    throw new FlowRefusal('bad_option', {
      message: 'What the texts mean could not be read.',
      why: error instanceof Error ? error.message : String(error),
      fix: 'Install the packages again, or add --without-vectors.',
    });
  } finally {
    await embedder.close();
  }
}
