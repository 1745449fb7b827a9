import { useSyncExternalStore } from 'react';

const chosen = new Map<string, unknown>();
const listeners = new Set<() => void>();

/**
 * A small choice of this browser, kept between visits: the width of a panel, whether the sidebar is open. All
 * parts of the page that use it see a change at once.
 */
export function useKeptSetting<Value>(
  name: string,
  initial: Value,
  isValid: (value: unknown) => value is Value,
): [value: Value, change: (value: Value) => void] {
  const key = `throughline.${name}`;
  const value = useSyncExternalStore(subscribe, () => {
    if (!chosen.has(key)) chosen.set(key, readSetting(key, isValid) ?? initial);
    const known = chosen.get(key);
    return isValid(known) ? known : initial;
  });
  return [
    value,
    (next) => {
      chosen.set(key, next);
      for (const listener of listeners) listener();
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Storage is closed to this page: the choice lasts until it is left.
      }
    },
  ];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readSetting<Value>(key: string, isValid: (value: unknown) => value is Value): Value | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isValid(stored) ? stored : undefined;
  } catch {
    // Storage is closed, or holds something that was not written here: start from the default.
    return undefined;
  }
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

export function isPositiveNumber(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}
