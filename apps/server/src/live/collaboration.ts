/**
 * Documents written together, and who is where. Editors exchange Yjs updates over a socket; what they wrote is
 * kept by `document.update` within two seconds and when the last one leaves, and only then called saved.
 */
import type { IncomingMessage, Server } from 'node:http';
import { Hocuspocus } from '@hocuspocus/server';
import { mergeUpdates } from '@throughline/document';
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
import { WebSocketServer } from 'ws';
import type { Authenticate, Session } from '../auth/authenticate.ts';

export type Collaboration = {
  /** Brings edits that were made elsewhere (the API, another process) into documents that are open here. */
  readonly note: (workspace: string, changes: readonly Change[]) => void;
  readonly close: () => Promise<void>;
};

export type CollaborationOptions = {
  readonly runtime: Runtime;
  readonly authenticate: Authenticate;
  readonly server: Server;
};

const PATH = '/api/v1/collaboration';
const SAVE_AFTER_MS = 500;
const SAVE_WITHIN_MS = 2000;
/** A message of an editor; a paste of a large text fits. */
const MOST_BYTES = 8_000_000;

/** `workspace/idea_…/description`, or `workspace/presence/space_…`. */
type Place = {
  readonly workspace: string;
  readonly record: string;
  readonly field: string;
  readonly isPresence: boolean;
};

export function makeCollaboration({ runtime, authenticate, server }: CollaborationOptions): Collaboration {
  const unsaved = new Map<string, Uint8Array[]>();
  const saved = new WeakSet<object>();

  const hocuspocus = new Hocuspocus<Session>({
    quiet: true,
    debounce: SAVE_AFTER_MS,
    maxDebounce: SAVE_WITHIN_MS,
    onAuthenticate: async ({ documentName, context, connectionConfig }) => {
      const place = readPlace(documentName);
      if (place.workspace !== context.workspace) throw new Error('Another workspace');
      if (place.isPresence) {
        const state = await mustState(runtime, place.workspace);
        if (roleOf(state, context.actor, place.field) === null) throw new Error('No such space');
        return;
      }
      const { mayEdit } = await readDocument(runtime, { ...place, actor: context.actor });
      connectionConfig.readOnly = !mayEdit;
    },
    onLoadDocument: async ({ documentName, document, context }) => {
      const place = readPlace(documentName);
      if (place.isPresence) return;
      const { state } = await readDocument(runtime, { ...place, actor: context.actor });
      applyUpdate(document, state, saved);
    },
    onChange: async ({ documentName, update, transactionOrigin }) => {
      if (transactionOrigin === saved) return;
      unsaved.set(documentName, [...(unsaved.get(documentName) ?? []), update]);
    },
    onStoreDocument: async ({ documentName, lastContext, document }) => {
      const updates = unsaved.get(documentName);
      if (updates === undefined) return;
      unsaved.delete(documentName);
      const { workspace, record, field, isPresence } = readPlace(documentName);
      if (isPresence) return;
      try {
        await executeWith(
          runtime,
          { workspace, actor: lastContext.actor, source: 'user', operation: 'document.update' },
          updateDocument({ record, field, update: mergeUpdates(updates) }),
        );
        document.broadcastStateless(JSON.stringify({ saved: true }));
      } catch (error) {
        unsaved.set(documentName, [...updates, ...(unsaved.get(documentName) ?? [])]);
        document.broadcastStateless(JSON.stringify({ saved: false }));
        throw error;
      }
    },
  });

  const bring = async (workspace: string, id: string, update: Uint8Array): Promise<void> => {
    const place = await findDocumentPlace(runtime, workspace, id);
    const document = place && hocuspocus.documents.get(`${workspace}/${place.record}/${place.field}`);
    if (document) applyUpdate(document, update, saved);
  };

  const sockets = acceptSockets({ server, authenticate, hocuspocus });
  return {
    note: (workspace, changes) => {
      if (hocuspocus.documents.size === 0) return;
      for (const { entity, id, after } of changes) {
        const update = after?.['update'];
        if (entity === 'document' && typeof update === 'string')
          void bring(workspace, id, fromBase64(update));
      }
    },
    close: async () => {
      hocuspocus.flushPendingStores();
      hocuspocus.closeConnections();
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
}

function readPlace(name: string): Place {
  const [workspace = '', record = '', field = ''] = name.split('/');
  return { workspace, record, field, isPresence: record === 'presence' };
}

type Acceptance = Pick<CollaborationOptions, 'server' | 'authenticate'> & {
  readonly hocuspocus: Hocuspocus<Session>;
};

function acceptSockets({ server, authenticate, hocuspocus }: Acceptance): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    if (request.url?.split('?')[0] !== PATH) return socket.destroy();
    authenticate(request).then(
      (session) =>
        sockets.handleUpgrade(request, socket, head, (ws) => {
          const connection = hocuspocus.handleConnection(
            ws,
            new Request(`http://localhost${request.url}`),
            session,
          );
          ws.on('message', (data: Buffer) => connection.handleMessage(new Uint8Array(data)));
          ws.on('close', (code, reason) =>
            connection.handleClose({ code, reason: reason.toString() } as Parameters<
              typeof connection.handleClose
            >[0]),
          );
        }),
      () => socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n'),
    );
  });
  return sockets;
}
