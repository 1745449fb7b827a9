/** The stream of changes as parsed events. It ends, or throws, when the connection does; the caller reconnects. */
import type { SyncEvent } from '@throughline/contract';
import type { Api } from '../api.ts';

export type StreamListener = {
  readonly onOpen: () => void;
  readonly onEvent: (event: SyncEvent) => void;
  /** Rights, spaces or fields may have changed. */
  readonly onSession: () => void;
};

/** A server that says nothing for so long, in ms, is gone; it sends a sign of life every 15 s. */
const SILENCE_MS = 40_000;

export async function readStream(
  api: Api,
  since: number,
  { listener, signal }: { readonly listener: StreamListener; readonly signal: AbortSignal },
): Promise<void> {
  const silence = new AbortController();
  const stop = () => silence.abort();
  let timer = setTimeout(stop, SILENCE_MS);
  signal.addEventListener('abort', stop);
  try {
    // A page shows its records before it listens: the parser is fetched beside the first answer.
    const [{ createParser }, response] = await Promise.all([
      import('eventsource-parser'),
      api.open(`/v1/sync/changes?since=${since}`, { signal: silence.signal }),
    ]);
    listener.onOpen();
    const parser = createParser({
      onEvent: ({ event, data }) => {
        if (event === 'changes') listener.onEvent(JSON.parse(data) as SyncEvent);
        if (event === 'session') listener.onSession();
      },
    });
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
      clearTimeout(timer);
      timer = setTimeout(stop, SILENCE_MS);
      parser.feed(decoder.decode(part.value as Uint8Array, { stream: true }));
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
