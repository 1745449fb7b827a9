/** Whose workspace this browser showed last: with it the app opens before, and without, the server. */
import type { CopyOwner } from '../data/open-workspace.ts';

export interface KeptOwner {
  readonly read: () => CopyOwner | undefined;
  readonly write: (owner: CopyOwner | undefined) => void;
}

const name = 'throughline.owner';

export function makeKeptOwner(storage: Storage): KeptOwner {
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(storage.getItem(name) ?? 'null');
        return isOwner(kept) ? kept : undefined;
      } catch {
        // Storage is closed, or holds something else: the server is asked.
        return undefined;
      }
    },
    write: (owner) => {
      try {
        if (owner === undefined) storage.removeItem(name);
        else storage.setItem(name, JSON.stringify(owner));
      } catch {
        // Storage is closed to this page: it will ask the server each time.
      }
    },
  };
}

function isOwner(value: unknown): value is CopyOwner {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'workspace') === 'string' &&
    typeof Reflect.get(value, 'person') === 'string'
  );
}

/** For tests and browsers without storage: forgets with the page. */
export function makeForgetfulOwner(): KeptOwner {
  let kept: CopyOwner | undefined;
  return {
    read: () => kept,
    write: (owner) => {
      kept = owner;
    },
  };
}
