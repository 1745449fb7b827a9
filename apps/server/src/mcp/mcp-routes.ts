/**
 * Model Context Protocol over streamable HTTP at `/mcp`, without sessions: each request says by its token who
 * asks, so that any process can answer it.
 */
import type { JsonObject } from '@throughline/base';
import { Refusal, toolsOf, type Tool } from '@throughline/contract';
import { mayUse } from '@throughline/operations';
import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import type { FastifyInstance } from 'fastify';
import { toRefusal } from '../routes/refusals.ts';
import type { Session } from '../auth/authenticate.ts';
import type { Services } from '../routes/services.ts';
import { callTool } from './call-tool.ts';

export function addMcpRoutes(app: FastifyInstance, services: Services): void {
  const tools = toolsOf(services.runtime.model);

  app.post('/mcp', { schema: { hide: true } }, async (request, reply) => {
    const session = await services.authenticate(request);
    const protocol = await loadProtocol();
    const server = makeServer(services, protocol, {
      session,
      tools,
      onError: (error) => request.log.error(error),
    });
    const transport = new protocol.StreamableHTTPServerTransport({ enableJsonResponse: true });
    reply.hijack();
    reply.raw.on('close', () => void server.close());
    await server.connect(transport as Parameters<Server['connect']>[0]);
    await transport.handleRequest(request.raw, reply.raw, request.body);
  });

  // Without sessions there is no stream to open and none to end.
  app.route({
    method: ['GET', 'DELETE'],
    url: '/mcp',
    schema: { hide: true },
    handler: async (_request, reply) => reply.code(405).header('allow', 'POST').send(),
  });
}

/** The library, loaded when the first agent calls: a fifth of a second that a start without agents saves. */
async function loadProtocol() {
  const [server, transport, types] = await Promise.all([
    import('@modelcontextprotocol/sdk/server/index.js'),
    import('@modelcontextprotocol/sdk/server/streamableHttp.js'),
    import('@modelcontextprotocol/sdk/types.js'),
  ]);
  return { ...server, ...transport, ...types };
}

type Protocol = Awaited<ReturnType<typeof loadProtocol>>;

type Serving = {
  readonly session: Session;
  readonly tools: readonly Tool[];
  readonly onError: (error: unknown) => void;
};

function makeServer(services: Services, protocol: Protocol, { session, tools, onError }: Serving): Server {
  const server = new protocol.Server({ name: 'throughline', version: '1' }, { capabilities: { tools: {} } });
  const usable = tools.filter((tool) => mayUse(session.actor, tool.permission));
  server.setRequestHandler(protocol.ListToolsRequestSchema, () => ({ tools: usable.map(describe) }));
  server.setRequestHandler(protocol.CallToolRequestSchema, async ({ params }) => {
    const tool = usable.find((each) => each.name === params.name);
    const given = (params.arguments ?? {}) as JsonObject;
    try {
      if (!tool) throw new Refusal('not_found', { message: `There is no tool ${params.name.slice(0, 60)}.` });
      return content(await callTool(services, session, { tool, given }));
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal.code === 'internal') onError(error);
      return { ...content(refusal.body), isError: true };
    }
  });
  return server;
}

function describe({ name, description, inputSchema, does }: Tool) {
  return {
    name,
    description,
    inputSchema: { ...inputSchema, type: 'object' as const },
    annotations: { readOnlyHint: does !== 'command' },
  };
}

function content(result: object) {
  return { content: [{ type: 'text' as const, text: JSON.stringify(result) }] };
}
