import { useCallback, useSyncExternalStore } from 'react';
import type { ListModel } from '../../data/list-model.ts';

/** Draws the component again whenever the model tells of a change. */
export function useListVersion(model: ListModel): number {
  return useSyncExternalStore(
    useCallback((listener) => model.subscribe(listener), [model]),
    () => model.version(),
  );
}
