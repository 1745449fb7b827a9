import { useSyncExternalStore } from 'react';
import type { ListModel } from '../../data/list-model.ts';

/** Draws again whenever the model tells of a change. */
export function useListVersion(model: ListModel): number {
  return useSyncExternalStore(
    (listener) => model.subscribe(listener),
    () => model.version(),
  );
}
