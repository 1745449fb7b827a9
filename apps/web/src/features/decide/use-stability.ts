import type { RecordStability, StabilityProblem } from '@throughline/decide';
import { useEffect, useState } from 'react';
import type { StabilityNews } from './stability-worker.ts';

export interface StabilityRun {
  /** The result of the newest problem that was finished: it stays in sight while another is worked on. */
  readonly records: readonly RecordStability[] | undefined;
  /** Draws taken so far; undefined when nothing is under way. */
  readonly drawn: number | undefined;
}

/** Works a problem out in a worker of its own; another problem, or leaving, ends it. */
export function useStability(problem: StabilityProblem): StabilityRun {
  const [done, setDone] = useState<Of<readonly RecordStability[]>>();
  const [drawn, setDrawn] = useState<Of<number>>();
  useEffect(() => {
    const worker = new Worker(new URL('./stability-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<StabilityNews>) => {
      if (data.type === 'drawn') setDrawn({ problem, is: data.count });
      else setDone({ problem, is: data.records });
    });
    worker.postMessage(problem);
    return () => worker.terminate();
  }, [problem]);
  const count = drawn?.problem === problem ? drawn.is : 0;
  return { records: done?.is, drawn: done?.problem === problem ? undefined : count };
}

interface Of<Value> {
  readonly problem: StabilityProblem;
  readonly is: Value;
}
