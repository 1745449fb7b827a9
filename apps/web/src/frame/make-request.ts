import { useSyncExternalStore } from 'react';

/** Something one part of the app asks another to show: a dialog that any screen may open. */
export interface Request<Asked> {
  readonly open: (asked: Asked) => void;
  readonly close: () => void;
  /** What is asked for now. */
  readonly useAsked: () => Asked | undefined;
}

export function makeRequest<Asked>(): Request<Asked> {
  let current: Asked | undefined;
  const listeners = new Set<() => void>();
  function change(next: Asked | undefined): void {
    current = next;
    for (const listener of listeners) listener();
  }
  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }
  return {
    open: change,
    close: () => change(undefined),
    useAsked: () => useSyncExternalStore(subscribe, () => current),
  };
}
