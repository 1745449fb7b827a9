/** The words of feedback: too long for the browser's copy, fetched when read and kept while the page is open. */
import { UnreachableError, type Replica } from '@throughline/client';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useReplica } from './data-context.ts';

export type Words =
  | { readonly state: 'loading' }
  | { readonly state: 'here'; readonly text: string }
  | { readonly state: 'unreachable' };

interface WordStore {
  readonly get: (id: string) => Words;
  readonly load: (id: string) => void;
  readonly put: (id: string, text: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const mostKept = 500;
const loading: Words = { state: 'loading' };
const stores = new WeakMap<Replica, WordStore>();

function storeOf(replica: Replica): WordStore {
  const store = stores.get(replica) ?? makeStore(replica);
  stores.set(replica, store);
  return store;
}

function makeStore(replica: Replica): WordStore {
  const kept = new Map<string, Words>();
  const asked = new Set<string>();
  const listeners = new Set<() => void>();
  function keep(id: string, words: Words): void {
    kept.delete(id);
    kept.set(id, words);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    for (const listener of listeners) listener();
  }
  async function fetchWords(id: string): Promise<void> {
    const { body } = await replica.call('GET', `/feedback/${id}`);
    keep(id, { state: 'here', text: typeof body['body'] === 'string' ? body['body'] : '' });
  }
  return {
    get: (id) => kept.get(id) ?? loading,
    put: (id, text) => keep(id, { state: 'here', text }),
    load: (id) => {
      if (asked.has(id) || kept.get(id)?.state === 'here') return;
      asked.add(id);
      fetchWords(id)
        .catch((error: unknown) => {
          // Made here and not sent yet, or gone: its title is all there is.
          keep(
            id,
            error instanceof UnreachableError ? { state: 'unreachable' } : { state: 'here', text: '' },
          );
        })
        .finally(() => asked.delete(id));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The words of one piece; those of `next` are fetched ahead, so that triage does not wait. */
export function useFeedbackWords(id: string | undefined, next: readonly (string | undefined)[]): Words {
  const store = storeOf(useReplica());
  const ahead = next.join(' ');
  useEffect(() => {
    if (id !== undefined) store.load(id);
    for (const other of ahead.split(' ')) if (other !== '') store.load(other);
  }, [store, id, ahead]);
  return useSyncExternalStore(store.subscribe, () => (id === undefined ? loading : store.get(id)));
}

/** What was typed here is known without asking. */
export function useKeepWords(): (id: string, text: string) => void {
  const store = storeOf(useReplica());
  return useCallback((id, text) => store.put(id, text), [store]);
}
