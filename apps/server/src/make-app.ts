/** The HTTP application: plugins, then routes. It holds nothing that cannot be rebuilt. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import { LIMITS } from '@throughline/model';
import helmet from 'helmet';
import fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { addConnectionRoutes } from './connections/connection-routes.ts';
import { addHookRoutes } from './connections/hook-routes.ts';
import { addMcpRoutes } from './mcp/mcp-routes.ts';
import { addAttachmentRoutes } from './routes/attachment-routes.ts';
import { addActRoutes } from './routes/act-routes.ts';
import { addAuthRoutes } from './routes/auth-routes.ts';
import { addCommandRoutes } from './routes/command-routes.ts';
import { addChannelRoutes } from './routes/channel-routes.ts';
import { addChangeRoutes } from './routes/change-routes.ts';
import { addExportRoutes } from './routes/export-routes.ts';
import { addImportRoutes } from './routes/import-routes.ts';
import { addListRoutes } from './routes/list-routes.ts';
import { addLocalFileRoutes } from './routes/local-file-routes.ts';
import { addLocalRoutes } from './routes/local-routes.ts';
import { addPortalRoutes } from './portal/portal-routes.ts';
import { addPublishedRoutes } from './routes/published-routes.ts';
import { addRecordRoutes } from './routes/record-routes.ts';
import { addRefusals } from './routes/refusals.ts';
import { addSampleRoutes } from './routes/sample-routes.ts';
import { addRoadmapRoutes } from './routes/roadmap-routes.ts';
import { addStandardRoutes } from './routes/standard-routes.ts';
import { addSortIndexRoutes } from './routes/sort-index-routes.ts';
import type { Services } from './routes/services.ts';
import { addSessionRoutes } from './routes/session-routes.ts';
import { addSimilarRoutes } from './routes/similar-routes.ts';
import { addSurveyResultRoutes } from './routes/survey-result-routes.ts';
import { addSurveyPages } from './survey/survey-routes.ts';
import { addReadingRoute } from './routes/reading-route.ts';
import { addSuggestionRoutes } from './routes/suggestion-routes.ts';
import { addSharedRoutes } from './routes/shared-routes.ts';
import { addSyncRoutes } from './routes/sync-routes.ts';
import { checkInput } from './routes/check-input.ts';
import { addWebRoutes } from './routes/web-routes.ts';

export async function makeApp(
  services: Services,
  options: { readonly isQuiet?: boolean } = {},
): Promise<FastifyInstance> {
  const app = fastify({
    // A proxy on this machine tells whom it speaks for: limits count clients, not the proxy.
    trustProxy: 'loopback',
    bodyLimit: LIMITS.requestBytes,
    logger: options.isQuiet === true ? false : { level: 'warn' },
    routerOptions: { maxParamLength: 300 },
  });
  // Inputs are judged by the operations, which say more; schemas here only describe.
  app.setValidatorCompiler(() => (value) => ({ value }));
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.addHook('preValidation', async (request) => {
    // Pages of the app read their address themselves.
    if (request.routeOptions.url === '/*') return;
    checkInput(request.params);
    checkInput(request.query);
    if (!isStream(request.body)) checkInput(request.body);
  });
  // Many clients name JSON as the type of every request, also of one without a body.
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parseJson(request, String(body), done);
  });
  const headers = securityHeaders();
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
  });
  await app.register(rateLimit, { global: false });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Throughline', version: '1', description: 'Everything the product does, over HTTP.' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
  });
  addRefusals(app);
  app.get('/healthz', { schema: { hide: true } }, async () => {
    await services.runtime.database.query('select 1');
    return { status: 'ready' };
  });
  addAuthRoutes(app, services);
  addSessionRoutes(app, services);
  addCommandRoutes(app, services);
  addListRoutes(app, services);
  addSortIndexRoutes(app, services);
  addRecordRoutes(app, services);
  addSharedRoutes(app, services);
  addRoadmapRoutes(app, services);
  addStandardRoutes(app, services);
  await addPages(app, services);
  addActRoutes(app, services);
  addSyncRoutes(app, services);
  addLocalRoutes(app, services);
  addLocalFileRoutes(app, services);
  addSampleRoutes(app, services);
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  addMcpRoutes(app, services);
  await addAttachmentRoutes(app, services);
  await addImportRoutes(app, services);
  addReadings(app, services);
  await addWebRoutes(app, services);
  return app;
}

/** What is read and is no list of records. */
function addReadings(app: FastifyInstance, services: Services): void {
  addChangeRoutes(app, services);
  addChannelRoutes(app, services);
  addConnectionRoutes(app, services);
  addSimilarRoutes(app, services);
  addSuggestionRoutes(app, services);
  addReadingRoute(app, services);
  addSurveyResultRoutes(app, services);
  addExportRoutes(app, services);
}

/** What is read without an account. */
async function addPages(app: FastifyInstance, services: Services): Promise<void> {
  await addPublishedRoutes(app, services);
  await addPortalRoutes(app, services);
  await addSurveyPages(app, services);
  await addHookRoutes(app, services);
}

/** The library's headers, which are the same for every answer and are made once. */
function securityHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => void (headers[name] = value),
    removeHeader: () => undefined,
  };
  const protect = helmet({ contentSecurityPolicy: { directives: CONTENT_SECURITY_POLICY } });
  protect({} as IncomingMessage, response as unknown as ServerResponse, (error) => {
    if (error !== undefined) throw new Error('The security headers could not be made', { cause: error });
  });
  return headers;
}

/** Files are read as they come. */
function isStream(body: unknown): boolean {
  return body instanceof Readable || body instanceof Uint8Array;
}

const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'", 'ws:', 'wss:'],
  workerSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};
