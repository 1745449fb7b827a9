/**
 * Brings the log to those who listen, in order, from any position. A poke says that there is something new; the
 * log itself is read, so that nothing depends on who poked. The first change goes out at once, those within the
 * next moments together.
 */
import { readChanges, type Queryable } from '@throughline/db';
import type { Change } from '@throughline/model';
import { makeReportOnce } from './report-once.ts';

export type Listener = (changes: readonly Change[], head: number) => Promise<void>;

export type LogFeed = {
  /** Delivers all changes after `since` and goes on until told to stop. */
  readonly listen: (workspace: string, since: number, listener: Listener) => () => void;
  readonly poke: (workspace: string) => void;
  readonly close: () => void;
};

export type LogFeedOptions = {
  readonly database: Queryable;
  /** How long changes that follow one another are gathered, in ms. */
  readonly mergeMs?: number;
  /** How often the log is read without a poke: other processes may write, in ms. */
  readonly pollMs?: number;
  readonly onError: (error: unknown) => void;
};

type Reader = { position: number; readonly listener: Listener };

type Channel = { readonly readers: Set<Reader>; isBusy: boolean; isPoked: boolean };

/** Read at once. */
const MOST_CHANGES = 2000;

export function makeLogFeed({ database, mergeMs = 50, pollMs = 1000, onError }: LogFeedOptions): LogFeed {
  const channels = new Map<string, Channel>();
  const reading = makeReportOnce(onError);

  /** Readers read together, but for those who are far behind: they keep nobody else waiting. */
  const deliver = async (workspace: string, channel: Channel): Promise<void> => {
    const waiting = new Set(channel.readers);
    while (waiting.size > 0) {
      const since = Math.min(...[...waiting].map((reader) => reader.position));
      const changes = await readChanges(database, workspace, { since, limit: MOST_CHANGES });
      const head = changes.at(-1)?.seq ?? since;
      const isMore = changes.length === MOST_CHANGES;
      if (isMore) channel.isPoked = true;
      for (const reader of waiting) {
        if (isMore && reader.position >= head) continue;
        waiting.delete(reader);
        const fresh = changes.filter((change) => change.seq > reader.position);
        if (fresh.length === 0 || !channel.readers.has(reader)) continue;
        reader.position = head;
        // One reader that fails must not keep the batch from the others.
        await reader.listener(fresh, head).catch(onError);
      }
    }
  };

  const run = async (workspace: string, channel: Channel): Promise<void> => {
    if (channel.isBusy) return;
    channel.isBusy = true;
    try {
      while (channel.isPoked && channel.readers.size > 0) {
        channel.isPoked = false;
        await deliver(workspace, channel).then(reading.succeeded, reading.failed);
        await new Promise((resolve) => setTimeout(resolve, mergeMs));
      }
    } finally {
      channel.isBusy = false;
    }
  };

  const poke = (workspace: string): void => {
    const channel = channels.get(workspace);
    if (!channel) return;
    channel.isPoked = true;
    void run(workspace, channel);
  };

  const timer = setInterval(() => {
    for (const workspace of channels.keys()) poke(workspace);
  }, pollMs);

  return {
    listen: (workspace, since, listener) => {
      const channel = channels.get(workspace) ?? { readers: new Set(), isBusy: false, isPoked: false };
      channels.set(workspace, channel);
      const reader: Reader = { position: since, listener };
      channel.readers.add(reader);
      poke(workspace);
      return () => {
        channel.readers.delete(reader);
        if (channel.readers.size === 0) channels.delete(workspace);
      };
    },
    poke,
    close: () => {
      clearInterval(timer);
      channels.clear();
    },
  };
}
