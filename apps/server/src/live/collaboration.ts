/**
 * Documents written together, and who is where. Editors exchange Yjs updates over a socket; what they wrote is
 * kept by `document.update` within two seconds and when the last one leaves, and only then called saved.
 */
import type { Server } from 'node:http';
import { Hocuspocus } from '@hocuspocus/server';
import { Refusal } from '@throughline/contract';
import { applyUpdate } from 'yjs';
import type { Change } from '@throughline/model';
import {
  executeWith,
  findDocumentPlace,
  fromBase64,
  mustState,
  readDocument,
  roleOf,
  updateDocument,
  type Runtime,
} from '@throughline/operations';
import type { Authenticate, Session } from '../auth/authenticate.ts';
import { acceptSockets } from './accept-sockets.ts';
import { makeEditKeeper } from './keep-edits.ts';
import { changesRights } from './reader-view.ts';

export type Collaboration = {
  /** Brings edits that were made elsewhere (the API, another process) into documents that are open here. */
  readonly note: (workspace: string, changes: readonly Change[]) => void;
  /** No document is open here. */
  readonly isIdle: () => boolean;
  readonly close: () => Promise<void>;
};

export type CollaborationOptions = {
  readonly runtime: Runtime;
  readonly authenticate: Authenticate;
  readonly server: Server;
  readonly onError: (error: unknown) => void;
};

const PATH = '/api/v1/collaboration';
const SAVE_AFTER_MS = 500;
const SAVE_WITHIN_MS = 2000;
const CHECK_MS = 10_000;

/** `workspace/idea_…/description`, or `workspace/presence/space_…`. */
type Place = {
  readonly workspace: string;
  readonly record: string;
  readonly field: string;
  readonly isPresence: boolean;
};

export function makeCollaboration({
  runtime,
  authenticate,
  server,
  onError,
}: CollaborationOptions): Collaboration {
  const saved = new WeakSet<object>();

  const hocuspocus = new Hocuspocus<Session>({
    quiet: true,
    debounce: SAVE_AFTER_MS,
    maxDebounce: SAVE_WITHIN_MS,
    onAuthenticate: async ({ documentName, context, connectionConfig }) => {
      connectionConfig.readOnly = !(await mayWrite(runtime, documentName, context));
    },
    onLoadDocument: async ({ documentName, document, context }) => {
      const place = readPlace(documentName);
      if (place.isPresence) return;
      const { state } = await readDocument(runtime, { ...place, actor: context.actor });
      applyUpdate(document, state, saved);
    },
    onChange: async ({ documentName, update, transactionOrigin, context }) => {
      if (transactionOrigin === saved || readPlace(documentName).isPresence) return;
      keeper.add(documentName, { actor: context.actor, update });
    },
    onStoreDocument: async ({ documentName }) => {
      // Rejecting keeps the document in memory, where the keeper saves it later.
      if (!(await keeper.save(documentName))) throw new NotSaved();
    },
  });

  const keeper = makeEditKeeper({
    store: async (name, { actor, update }) => {
      const { workspace, record, field } = readPlace(name);
      await executeWith(
        runtime,
        { workspace, actor, source: 'user', operation: 'document.update' },
        updateDocument({ record, field, update }),
      );
    },
    onSaved: (name, isSaved) => {
      const document = hocuspocus.documents.get(name);
      document?.broadcastStateless(JSON.stringify({ saved: isSaved }));
      if (document && isSaved && document.getConnectionsCount() === 0)
        void hocuspocus.unloadDocument(document);
    },
    // The document in memory holds what was refused: everybody loads it anew.
    onRefused: (name) => hocuspocus.closeConnections(name),
  });

  const bring = async (workspace: string, id: string, update: Uint8Array): Promise<void> => {
    const place = await findDocumentPlace(runtime, workspace, id);
    const document = place && hocuspocus.documents.get(`${workspace}/${place.record}/${place.field}`);
    if (document) applyUpdate(document, update, saved);
  };

  /** Rights are lost while a document is open: by role, by place, by a session that ended. */
  const checkRights = async (): Promise<void> => {
    for (const document of hocuspocus.documents.values()) {
      for (const connection of document.getConnections()) {
        try {
          connection.readOnly = !(await mayWrite(runtime, document.name, connection.context));
        } catch (error) {
          if (error instanceof Refusal) connection.close();
          else throw error;
        }
      }
    }
  };

  const sockets = acceptSockets({ path: PATH, server, authenticate, hocuspocus });
  const check = (): void => void Promise.all([checkRights(), sockets.checkSessions()]).catch(onError);
  const timer = setInterval(check, CHECK_MS);
  return {
    isIdle: () => hocuspocus.documents.size === 0,
    note: (workspace, changes) => {
      if (hocuspocus.documents.size === 0) return;
      for (const { entity, id, after } of changes) {
        const update = after?.['update'];
        if (entity === 'document' && typeof update === 'string')
          bring(workspace, id, fromBase64(update)).catch(onError);
      }
      if (changesRights(changes)) check();
    },
    close: async () => {
      clearInterval(timer);
      await sockets.close();
      await keeper.close();
    },
  };
}

class NotSaved extends Error {
  override name = 'NotSaved';
  /** Empty, since the reason has been told. */
  override message = '';
}

/** Whether somebody may write what he opens; refuses who may not even read it. */
async function mayWrite(runtime: Runtime, name: string, { workspace, actor }: Session): Promise<boolean> {
  const place = readPlace(name);
  if (place.workspace !== workspace) throw new Refusal('not_found');
  if (!place.isPresence) return (await readDocument(runtime, { ...place, actor })).mayEdit;
  if (roleOf(await mustState(runtime, workspace), actor, place.field) === null)
    throw new Refusal('not_found');
  return true;
}

function readPlace(name: string): Place {
  const [workspace = '', record = '', field = ''] = name.split('/');
  return { workspace, record, field, isPresence: record === 'presence' };
}
