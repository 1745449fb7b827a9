/**
 * Writes in the order they were made, each kept on the disk before it is shown as kept, sent one after another
 * and sent again until the server answers. What the server refuses leaves the queue and is reported.
 */
import { Refusal } from '@throughline/contract';
import type { Model, Values } from '@throughline/model';
import { UnreachableError, type Api, type Answer } from '../api.ts';
import { rebase, type Mutation } from './mutation.ts';
import type { ReplicaStore } from './replica-store.ts';

export type Rejection = { readonly mutation: Mutation; readonly refusal: Refusal };

export type QueueOptions = {
  readonly api: Api;
  readonly model: Model;
  readonly store: ReplicaStore;
  readonly onChange: (mutations: readonly Mutation[]) => void;
  readonly onRejected: (rejection: Rejection) => void;
  readonly onReach: (isReachable: boolean) => void;
  /** The session has ended: nothing more is sent until `start`. */
  readonly onSignedOut: () => void;
};

export type MutationQueue = {
  readonly pending: () => readonly Mutation[];
  /** The seq of the newest confirmed mutation of a record: what its writer has seen, brought back or not. */
  readonly confirmedSeq: (id: string) => number;
  /** Resolves when the mutation is kept on this machine. */
  readonly add: (mutation: Mutation) => Promise<void>;
  readonly restore: (mutations: readonly Mutation[]) => void;
  /** What another tab has written, or has learned of a mutation known here. */
  readonly adopt: (mutation: Mutation) => void;
  /** Another tab has seen the end of it. */
  readonly forget: (key: string) => void;
  /** Takes back an act of which nothing was sent yet; false when it may have been. */
  readonly withdraw: (cause: string) => boolean;
  /** The server has answered for every write of an act. */
  readonly isSent: (cause: string) => boolean;
  /** From here on mutations are sent: whose they are is known, and this tab leads. */
  readonly start: () => void;
  /** Tries now instead of at the next interval. */
  readonly wake: () => void;
  /** The stream has brought everything up to a seq: confirmed mutations below it are done. */
  readonly settle: (seq: number) => void;
  readonly close: () => void;
};

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

export function makeMutationQueue({
  api,
  model,
  store,
  onChange,
  onRejected,
  onReach,
  onSignedOut,
}: QueueOptions): MutationQueue {
  let mutations: readonly Mutation[] = [];
  let isRunning = false;
  let isClosed = false;
  let isStarted = false;
  /** Sent at least once: the server may have done them although no answer came. */
  const tried = new Set<string>();
  let wait = FIRST_WAIT_MS;
  let rouse: () => void = () => {};

  const set = (next: readonly Mutation[]): void => {
    mutations = next;
    onChange(mutations);
  };

  const finish = async (mutation: Mutation, { seq }: Answer): Promise<void> => {
    const rest: Mutation[] = [];
    for (const each of mutations) {
      if (each.key === mutation.key) rest.push({ ...each, confirmed: seq });
      else rest.push(rebase(each, mutation, seq));
    }
    set(rest);
    for (const each of rest) if (each.id === mutation.id) await store.saveMutation(each);
  };

  const reject = async (mutation: Mutation, refusal: Refusal): Promise<void> => {
    await store.saveRejection({ mutation, refusal: refusal.body });
    await store.dropMutation(mutation.key);
    set(mutations.filter((each) => each.key !== mutation.key));
    onRejected({ mutation, refusal });
  };

  const sendOne = async (mutation: Mutation): Promise<void> => {
    try {
      tried.add(mutation.key);
      const answer = await send(api, model, mutation);
      wait = FIRST_WAIT_MS;
      onReach(true);
      await finish(mutation, answer);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'unauthenticated') {
        isStarted = false;
        return onSignedOut();
      }
      if (error instanceof Refusal && !isPassing(error)) return reject(mutation, error);
      if (!(error instanceof Refusal) && !(error instanceof UnreachableError)) throw error;
      onReach(false);
      await new Promise<void>((resolve) => {
        rouse = resolve;
        setTimeout(resolve, wait);
      });
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  };

  const run = async (): Promise<void> => {
    if (isRunning || !isStarted) return;
    isRunning = true;
    try {
      while (isStarted && !isClosed) {
        const next = nextUnsent(mutations);
        if (next === undefined) return;
        await sendOne(next);
      }
    } finally {
      isRunning = false;
    }
  };

  return {
    pending: () => mutations,
    confirmedSeq: (id) =>
      Math.max(0, ...mutations.filter((each) => each.id === id).map((each) => each.confirmed ?? 0)),
    add: async (mutation) => {
      set([...mutations, mutation]);
      await store.saveMutation(mutation);
      void run();
    },
    restore: (kept) => {
      for (const { key } of kept) tried.add(key);
      set([...kept, ...mutations]);
    },
    adopt: (mutation) => {
      const isKnown = mutations.some((each) => each.key === mutation.key);
      set(
        isKnown
          ? mutations.map((each) => (each.key === mutation.key ? mutation : each))
          : [...mutations, mutation],
      );
      void run();
    },
    forget: (key) => {
      if (mutations.some((each) => each.key === key)) set(mutations.filter((each) => each.key !== key));
    },
    withdraw: (cause) => {
      const own = mutations.filter((each) => each.cause === cause);
      if (own.length === 0 || own.some(({ key, confirmed }) => confirmed !== undefined || tried.has(key)))
        return false;
      set(mutations.filter((each) => each.cause !== cause));
      for (const each of own) void store.dropMutation(each.key);
      return true;
    },
    isSent: (cause) => !mutations.some((each) => each.cause === cause && each.confirmed === undefined),
    start: () => {
      isStarted = true;
      void run();
    },
    wake: () => {
      wait = FIRST_WAIT_MS;
      rouse();
      void run();
    },
    settle: (seq) => {
      const isDone = (each: Mutation): boolean => each.confirmed !== undefined && each.confirmed <= seq;
      const done = mutations.filter(isDone);
      if (done.length === 0) return;
      set(mutations.filter((each) => !isDone(each)));
      for (const each of done) {
        tried.delete(each.key);
        void store.dropMutation(each.key);
      }
    },
    close: () => {
      isClosed = true;
      rouse();
    },
  };
}

function nextUnsent(mutations: readonly Mutation[]): Mutation | undefined {
  return mutations.find((mutation) => mutation.confirmed === undefined);
}

/** Refusals that time heals. */
function isPassing({ code }: Refusal): boolean {
  return (
    code === 'database_unavailable' ||
    code === 'rate_limited' ||
    code === 'storage_full' ||
    code === 'internal'
  );
}

function send(api: Api, model: Model, mutation: Mutation): Promise<Answer> {
  const { key, cause, entity, verb, id, base } = mutation;
  const path = `/${model.entity(entity).plural}`;
  const options = { idempotencyKey: key, cause };
  const values = writable(model, mutation);
  if (verb === 'create') return api.call('POST', path, { ...options, body: { ...values, id } });
  if (verb === 'update')
    return api.call('PATCH', `${path}/${id}`, { ...options, body: values, ifMatch: base });
  if (verb === 'delete') return api.call('DELETE', `${path}/${id}`, options);
  return api.call('POST', `${path}/${id}/${verb}`, options);
}

/** Values that the server sets itself (author, times) are part of a write only to be shown until it has. */
function writable(model: Model, { entity, values }: Mutation): Values {
  const fields = new Map(model.entity(entity).fields.map((field) => [field.id, field]));
  return Object.fromEntries(Object.entries(values).filter(([id]) => fields.get(id)?.readOnly !== true));
}
