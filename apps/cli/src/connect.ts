/**
 * How a command reaches the data: through the server that has the directory open, over its socket, or by
 * opening it for the length of the command.
 */
import { readFile } from 'node:fs/promises';
import { makeApi, UnreachableError, type Api } from '@throughline/client';
import { localSecretPath, localSocketPath, startServer, type Server } from '@throughline/server';
import { Agent, fetch as fetchOver } from 'undici';
import type { Place } from './place.ts';

export type Connection = { readonly api: Api; readonly close: () => Promise<void> };

export async function connect(place: Place): Promise<Connection> {
  const running = await connectTo(place);
  if (running !== null) return running;
  const server = await startServer({
    dataDirectory: place.dataDirectory,
    listen: null,
    publicUrl: place.url,
    isQuiet: true,
    ...(place.databaseUrl === undefined ? {} : { databaseUrl: place.databaseUrl }),
  });
  return connectOwn(place, server);
}

async function connectOwn(place: Place, server: Server): Promise<Connection> {
  const connection = await connectTo(place);
  if (connection === null) throw new UnreachableError('The data directory cannot be reached');
  return {
    api: connection.api,
    close: async () => {
      await connection.close();
      await server.close();
    },
  };
}

/** Null when no server has the directory open. */
async function connectTo({ dataDirectory, workspace }: Place): Promise<Connection | null> {
  const secret = await readFile(localSecretPath(dataDirectory), 'utf8').catch(() => null);
  if (secret === null) return null;
  const dispatcher = new Agent({
    connect: { socketPath: localSocketPath(dataDirectory) },
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const send = ((input: string, init: object) =>
    fetchOver(input, { ...init, dispatcher })) as unknown as typeof fetch;
  const api = makeApi({
    baseUrl: 'http://localhost',
    fetch: send,
    headers: { authorization: `Local ${secret}` },
    ...(workspace === undefined ? {} : { workspace }),
  });
  const isThere = await send('http://localhost/healthz').then(
    (response) => response.ok,
    () => false,
  );
  if (isThere) return { api, close: () => dispatcher.close() };
  await dispatcher.close();
  return null;
}
