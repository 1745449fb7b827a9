import type { StoreNews, Tabs } from '@throughline/client';

/** The tabs of this browser that show the same person's workspace: news over a channel, the lead by a lock. */
export function makeBrowserTabs(name: string): Tabs {
  const channel = new BroadcastChannel(`throughline ${name}`);
  let isClosed = false;
  return {
    tell: (news) => {
      if (!isClosed) channel.postMessage(news);
    },
    onNews: (listener) => {
      const hear = ({ data }: MessageEvent<StoreNews>): void => listener(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
    lead: (signal, onLead) => {
      navigator.locks
        .request(`throughline ${name}`, { signal }, () => {
          onLead();
          return new Promise<void>((resolve) => {
            signal.addEventListener('abort', () => resolve(), { once: true });
          });
        })
        .catch((error: unknown) => {
          // Told to stop before its turn came.
          if (!signal.aborted) throw error;
        });
    },
    close: () => {
      isClosed = true;
      channel.close();
    },
  };
}
