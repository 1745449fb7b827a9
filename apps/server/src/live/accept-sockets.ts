/** Sockets of editors: let in with a session, and out when it ends. */
import type { IncomingMessage, Server } from 'node:http';
import type { Hocuspocus } from '@hocuspocus/server';
import { Refusal } from '@throughline/contract';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Authenticate, Session } from '../auth/authenticate.ts';

export type Sockets = {
  /** Closes those whose session has ended or whose token was withdrawn. */
  readonly checkSessions: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type SocketsOptions = {
  readonly path: string;
  readonly server: Server;
  readonly authenticate: Authenticate;
  readonly hocuspocus: Hocuspocus<Session>;
};

/** A message of an editor; a paste of a large text fits. */
const MOST_BYTES = 8_000_000;
const GOING_AWAY = 1001;
const NOT_ALLOWED = 4401;
const PATIENCE_MS = 1000;

export function acceptSockets({ path, server, authenticate, hocuspocus }: SocketsOptions): Sockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  const requests = new Map<WebSocket, IncomingMessage>();

  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    // A client that goes away while he is let in is no error of ours.
    socket.on('error', () => socket.destroy());
    if (request.url?.split('?')[0] !== path) return socket.destroy();
    authenticate(request).then(
      (session) =>
        sockets.handleUpgrade(request, socket, head, (ws) => {
          requests.set(ws, request);
          const connection = hocuspocus.handleConnection(
            ws,
            new Request(`http://localhost${request.url}`),
            session,
          );
          ws.on('message', (data: Buffer) => connection.handleMessage(new Uint8Array(data)));
          ws.on('error', () => ws.terminate());
          ws.on('close', (code, reason) => {
            requests.delete(ws);
            connection.handleClose({ code, reason: reason.toString() } as Parameters<
              typeof connection.handleClose
            >[0]);
          });
        }),
      () => socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n'),
    );
  });

  return {
    checkSessions: async () => {
      for (const [ws, request] of requests) {
        await authenticate(request).catch((error: unknown) => {
          if (error instanceof Refusal) ws.close(NOT_ALLOWED);
          else throw error;
        });
      }
    },
    close: async () => {
      for (const ws of sockets.clients) ws.close(GOING_AWAY);
      const patience = setTimeout(() => {
        for (const ws of sockets.clients) ws.terminate();
      }, PATIENCE_MS);
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
      clearTimeout(patience);
    },
  };
}
