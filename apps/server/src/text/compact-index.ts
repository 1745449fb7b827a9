import { setImmediate } from 'node:timers/promises';
import { compactInSteps, shareRemoved, type LexicalIndex } from '@throughline/text';

/** Of removed texts, before the index is made smaller. */
const MOST_REMOVED = 0.3;

/** The index, without what removed texts left behind where that is much; requests that wait are answered in between. */
export async function compactIndex(index: LexicalIndex): Promise<LexicalIndex> {
  if (shareRemoved(index) <= MOST_REMOVED) return index;
  const steps = compactInSteps(index);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
