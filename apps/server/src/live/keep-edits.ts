/**
 * Keeps what editors wrote until it is saved: by person, so that each change has its author and nobody's lost right
 * holds back what others wrote. A database that is gone is waited for.
 */
import { Refusal } from '@throughline/contract';
import { mergeUpdates } from '@throughline/document';
import type { Actor } from '@throughline/operations';

export type Edits = { readonly actor: Actor; readonly update: Uint8Array };

export type EditKeeper = {
  readonly add: (name: string, edits: Edits) => void;
  /** Saves all that was written in a document; false where something could not be kept yet. */
  readonly save: (name: string) => Promise<boolean>;
  /** Saves everything, once more. */
  readonly close: () => Promise<void>;
};

export type EditKeeperOptions = {
  readonly store: (name: string, edits: Edits) => Promise<void>;
  /** The document is saved, or not yet. */
  readonly onSaved: (name: string, isSaved: boolean) => void;
  /** Somebody may not write (any more); what he wrote is dropped. */
  readonly onRefused: (name: string, actor: Actor) => void;
};

const RETRY_MS = 2000;

export function makeEditKeeper({ store, onSaved, onRefused }: EditKeeperOptions): EditKeeper {
  const unsaved = new Map<string, readonly Edits[]>();
  const saving = new Map<string, Promise<boolean>>();
  let isClosed = false;

  const saveOne = async (name: string): Promise<boolean> => {
    for (let edits = unsaved.get(name)?.[0]; edits !== undefined; edits = unsaved.get(name)?.[0]) {
      try {
        await store(name, edits);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        onRefused(name, edits.actor);
      }
      unsaved.set(name, (unsaved.get(name) ?? []).slice(1));
    }
    unsaved.delete(name);
    return true;
  };

  const save = (name: string): Promise<boolean> => {
    const running = saving.get(name);
    if (running) return running.then(() => save(name));
    if (!unsaved.has(name)) return Promise.resolve(true);
    const work = saveOne(name)
      .catch(() => {
        if (!isClosed) setTimeout(() => void save(name), RETRY_MS);
        return false;
      })
      .then((isSaved) => {
        saving.delete(name);
        onSaved(name, isSaved);
        return isSaved;
      });
    saving.set(name, work);
    return work;
  };

  return {
    add: (name, { actor, update }) => {
      const all = unsaved.get(name) ?? [];
      const last = all.at(-1);
      const isBusy = saving.has(name) && all.length === 1;
      const joined =
        last && !isBusy && last.actor.person === actor.person
          ? [...all.slice(0, -1), { actor, update: mergeUpdates([last.update, update]) }]
          : [...all, { actor, update }];
      unsaved.set(name, joined);
    },
    save,
    close: async () => {
      isClosed = true;
      await Promise.all([...unsaved.keys()].map(save));
    },
  };
}
