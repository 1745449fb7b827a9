/** Opens the copy of a workspace that this browser keeps for a person. */
import {
  deleteBrowserStore,
  openBrowserStore,
  openReplica,
  type Api,
  type Replica,
} from '@throughline/client';
import type { SessionInfo } from '@throughline/contract';
import { MODEL } from '@throughline/model';
import { makeBrowserTabs } from './browser-tabs.ts';
import { makeWorkspaceData, type WorkspaceData } from './workspace-data.ts';

/** Whose copy it is. */
export interface CopyOwner {
  readonly workspace: string;
  readonly person: string;
}

export function ownerOf({ workspace, person }: SessionInfo): CopyOwner {
  return { workspace: workspace.id, person: person.id };
}

export interface WorkspaceOpener {
  /** Once a person; the same until somebody else signs in. */
  readonly open: (owner: CopyOwner) => Promise<WorkspaceData>;
  readonly close: () => void;
  /** Closes it and removes the copy, unless something in it was not sent yet. */
  readonly leave: () => Promise<void>;
}

export function makeWorkspaceOpener(api: Api): WorkspaceOpener {
  let opened: { readonly name: string; readonly data: Promise<WorkspaceData> } | undefined;

  async function openFor(name: string): Promise<WorkspaceData> {
    const store = await openBrowserStore(name, makeBrowserTabs(name));
    const ids = {
      now: Date.now,
      randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    };
    const replica = await openReplica({ api, model: MODEL, store, ids, opensEarly: true });
    wakeWithBrowser(replica);
    return makeWorkspaceData(replica);
  }
  function close(): void {
    const closing = opened;
    opened = undefined;
    closing?.data.then(
      (data) => data.close(),
      // It never opened: there is nothing to close.
      () => undefined,
    );
  }
  return {
    close,
    leave: async () => {
      const leaving = opened;
      const data = await leaving?.data;
      close();
      if (leaving !== undefined && data?.status().unsent === 0) deleteBrowserStore(leaving.name);
    },
    open: (owner) => {
      const name = `${owner.workspace} ${owner.person}`;
      if (opened?.name !== name) {
        close();
        const data = openFor(name);
        opened = { name, data };
        data.catch(() => {
          // The next visit tries again.
          if (opened?.data === data) opened = undefined;
        });
      }
      return (opened?.data ?? openFor(name)).then(wakeAfterSignIn);
    },
  };
}

/** Whoever signs in again goes on with the copy that was waiting for it. */
function wakeAfterSignIn(data: WorkspaceData): WorkspaceData {
  if (data.status().connection === 'signed-out') data.replica.wake();
  return data;
}

/** The browser knows sooner than a timer when the network, or the person, is back. */
function wakeWithBrowser(replica: Replica): void {
  const wake = (): void => {
    const isAway = replica.status().connection !== 'live';
    if (isAway && document.visibilityState === 'visible') replica.wake();
  };
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
}
