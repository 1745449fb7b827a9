import { existsSync } from 'node:fs';
import { join } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

/** The built web app; any address that is not a file or the API is a screen of it. */
export async function addWebRoutes(app: FastifyInstance, { webDirectory }: Services): Promise<void> {
  if (webDirectory === null || !existsSync(join(webDirectory, 'index.html'))) return;
  await app.register(serveStatic, {
    root: webDirectory,
    wildcard: false,
    maxAge: '1y',
    immutable: true,
    // The build lays each text beside itself in Brotli.
    preCompressed: true,
    setHeaders: (reply, path) => {
      if (/\/widget\.js(?:\.br)?$/.test(path)) {
        // Any site may load it; what it may do there is the portal's to say.
        reply.header('cross-origin-resource-policy', 'cross-origin');
        reply.header('cache-control', 'public, max-age=3600, stale-while-revalidate=86400');
      } else if (!/\/assets\/[^/]+$/.test(path)) reply.header('cache-control', 'no-cache');
    },
  });
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { maxAge: 0, immutable: false });
  });
}
