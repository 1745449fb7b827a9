import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startServer } from '@throughline/server';
import type { Place } from '../place.ts';

/** Serves until it is told to stop; then finishes what is under way. */
export async function serve(place: Place, { isJson }: { readonly isJson: boolean }): Promise<void> {
  const webDirectory = fileURLToPath(new URL('../../web/dist', import.meta.url));
  const server = await startServer({
    dataDirectory: place.dataDirectory,
    listen: { host: place.host, port: place.port },
    ...(existsSync(webDirectory) ? { webDirectory } : {}),
    ...(place.databaseUrl === undefined ? {} : { databaseUrl: place.databaseUrl }),
    ...(process.env['THROUGHLINE_URL'] === undefined ? {} : { publicUrl: place.url }),
  });
  process.stdout.write(
    isJson ? `${JSON.stringify({ url: server.url })}\n` : `Throughline runs at ${server.url}\n`,
  );
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
}
