/** Draws away from the screen: says after each batch how far it is, and the result at the end. Ending it cancels. */
import { makeStability, type RecordStability, type StabilityProblem } from '@throughline/decide';

export type StabilityNews =
  | { readonly type: 'drawn'; readonly count: number }
  | { readonly type: 'done'; readonly records: readonly RecordStability[] };

/** So many records times draws between two words about it: some hundredths of a second. */
const BATCH = 100_000;

addEventListener('message', ({ data }: MessageEvent<StabilityProblem>) => {
  const stability = makeStability(data);
  const batch = Math.max(10, Math.round(BATCH / Math.max(1, data.ids.length)));
  for (let count = 0; count < data.draws;) {
    count = stability.draw(batch);
    tell({ type: 'drawn', count });
  }
  tell({ type: 'done', records: stability.result() });
});

function tell(news: StabilityNews): void {
  postMessage(news);
}
