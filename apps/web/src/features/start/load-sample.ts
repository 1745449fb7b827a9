import type { Replica } from '@throughline/client';
import { readNumber, readText } from '../../fields/read-value.ts';

export interface SampleProgress {
  /** From 0 to 1. */
  readonly share: number;
  readonly state: 'running' | 'done' | 'failed';
}

const pause = 400;

/** Asks the server to fill the workspace, and tells how far it is until it ends. */
export async function loadSample(
  replica: Replica,
  onProgress: (progress: SampleProgress) => void,
): Promise<SampleProgress> {
  await replica.call('POST', '/sample');
  for (;;) {
    const { body } = await replica.call('GET', '/sample');
    const state = readText(body['state']);
    const progress: SampleProgress = {
      share: readNumber(body['share']) ?? 0,
      state: state === 'done' || state === 'failed' ? state : 'running',
    };
    onProgress(progress);
    if (progress.state !== 'running') return progress;
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
  }
}
