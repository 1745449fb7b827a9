/** A list of listeners. */
export type Signal<T> = {
  readonly send: (value: T) => void;
  readonly listen: (listener: (value: T) => void) => () => void;
};

export function makeSignal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    send: (value) => {
      for (const listener of listeners) listener(value);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
