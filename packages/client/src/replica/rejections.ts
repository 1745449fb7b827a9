/** Writes that the server refused. They are kept, so that what somebody typed is never lost. */
import { Refusal } from '@throughline/contract';
import type { Rejection } from './mutation-queue.ts';
import type { ReplicaStore, StoredRejection, StoreNews } from './replica-store.ts';
import { makeSignal } from './signal.ts';

export type Rejections = {
  /** The same list until one is added or settled. */
  readonly all: () => readonly Rejection[];
  readonly add: (rejection: Rejection) => void;
  readonly settle: (key: string) => void;
  readonly hear: (news: Extract<StoreNews, { type: `rejection-${string}` }>) => void;
  readonly onAdded: (listener: (rejection: Rejection) => void) => () => void;
  readonly onChange: (listener: () => void) => () => void;
};

export function makeRejections(store: ReplicaStore, kept: readonly StoredRejection[]): Rejections {
  const added = makeSignal<Rejection>();
  const changed = makeSignal<void>();
  let all: readonly Rejection[] = kept.map(readRejection);

  const set = (next: readonly Rejection[]): void => {
    all = next;
    changed.send();
  };
  const without = (key: string): readonly Rejection[] => all.filter(({ mutation }) => mutation.key !== key);

  return {
    all: () => all,
    add: (rejection) => {
      set([...without(rejection.mutation.key), rejection]);
      added.send(rejection);
    },
    settle: (key) => {
      set(without(key));
      void store.dropRejection(key);
    },
    hear: (news) => {
      if (news.type === 'rejection-dropped') set(without(news.key));
      else set([...without(news.rejection.mutation.key), readRejection(news.rejection)]);
    },
    onAdded: added.listen,
    onChange: changed.listen,
  };
}

function readRejection({ mutation, refusal }: StoredRejection): Rejection {
  return { mutation, refusal: new Refusal(refusal.code, refusal) };
}
