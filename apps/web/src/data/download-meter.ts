/** Counts what has been received of the first copy of a workspace, for people to see that it comes. */
import { createContext, useContext, useSyncExternalStore } from 'react';

export interface DownloadMeter {
  readonly fetch: typeof fetch;
  /** Bytes, unpacked. */
  readonly received: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Not more often than a person can read. */
const tellAfterMs = 100;

export function makeDownloadMeter(send: typeof fetch): DownloadMeter {
  const listeners = new Set<() => void>();
  let received = 0;
  let shown = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    timer = undefined;
    shown = received;
    for (const listener of listeners) listener();
  }
  function count(chunk: Uint8Array): void {
    received += chunk.byteLength;
    timer ??= setTimeout(tell, tellAfterMs);
  }
  return {
    received: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fetch: async (input, init) => {
      const response = await send(input, init);
      if (!isSnapshot(input) || response.body === null) return response;
      const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform: (chunk, out) => {
          count(chunk);
          out.enqueue(chunk);
        },
      });
      return new Response(response.body.pipeThrough(counting), response);
    },
  };
}

function isSnapshot(input: RequestInfo | URL): boolean {
  return (input instanceof Request ? input.url : input.toString()).includes('/sync/snapshot');
}

export const DownloadMeterContext = createContext<DownloadMeter | undefined>(undefined);

/** Bytes received so far; zero where nothing is counted. */
export function useReceivedBytes(): number {
  const meter = useContext(DownloadMeterContext);
  return useSyncExternalStore(meter?.subscribe ?? subscribeToNothing, meter?.received ?? (() => 0));
}

function subscribeToNothing(): () => void {
  return () => undefined;
}
