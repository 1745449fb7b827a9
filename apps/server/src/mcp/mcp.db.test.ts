import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { describeDatabases } from '@throughline/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

type Called = { readonly isError: boolean; readonly result: Readonly<Record<string, unknown>> };

describeDatabases('an agent', (test) => {
  let acme: TestServer;
  beforeAll(async () => {
    acme = await startTestServer(await test.openFresh());
  });
  afterAll(() => acme.close());

  const connect = async (scopes: readonly string[]): Promise<Client> => {
    const { body } = await acme.call('POST', '/tokens', { body: { name: 'Agent', scopes } });
    const client = new Client({ name: 'test', version: '1' });
    const transport = new StreamableHTTPClientTransport(new URL(`${acme.url}/mcp`), {
      requestInit: { headers: { authorization: `Bearer ${body['secret']}` } },
    });
    await client.connect(transport as Parameters<Client['connect']>[0]);
    return client;
  };
  const call = async (client: Client, name: string, given: Record<string, unknown>): Promise<Called> => {
    const { content, isError } = await client.callTool({ name, arguments: given });
    const [first] = content as readonly { readonly text: string }[];
    return { isError: isError === true, result: JSON.parse(first?.text ?? '{}') as Called['result'] };
  };

  it('creates, changes and finds records with the tools its token allows', async () => {
    const client = await connect(['idea:*']);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'idea_list',
      'idea_read',
      'idea_create',
      'idea_update',
      'idea_archive',
      'idea_restore',
      'idea_merge',
      'idea_move',
      'idea_copy',
    ]);
    const made = await call(client, 'idea_create', { space: 'PROD', title: 'Ask an agent' });
    const { id, key, seq } = made.result;
    const text = await call(client, 'idea_update', { id: key, ifMatch: String(seq), title: 'Unprotected' });
    expect(text).toMatchObject({ isError: true, result: { code: 'invalid_input' } });
    await call(client, 'idea_update', { id: key, ifMatch: seq, title: 'Ask two agents' });
    const stale = await call(client, 'idea_update', { id: key, ifMatch: seq, title: 'Ask three' });
    expect(stale).toMatchObject({ isError: true, result: { code: 'stale_edit' } });
    const found = await call(client, 'idea_list', { filter: 'title contains "two"' });
    expect(found.result['items']).toMatchObject([{ id, title: 'Ask two agents' }]);
    const { rows } = await acme.server.runtime.database.query(
      'select source, actor_kind from change where id = $1 order by seq',
      [id],
    );
    expect(rows).toEqual(Array.from({ length: 2 }, () => ({ source: 'agent', actor_kind: 'token' })));
    await client.close();
  });

  it('is refused like anybody else: what its token does not allow, and what does not fit', async () => {
    const client = await connect(['idea:read']);
    const create = await call(client, 'idea_create', { space: 'PROD', title: 'x' });
    const read = await call(client, 'idea_read', { id: 'PROD-404' });
    expect([create, read]).toMatchObject([
      { isError: true, result: { code: 'not_found', fix: expect.any(String) } },
      { isError: true, result: { code: 'not_found' } },
    ]);
    await client.close();
    const stranger = new Client({ name: 'test', version: '1' });
    const transport = new StreamableHTTPClientTransport(new URL(`${acme.url}/mcp`));
    await expect(stranger.connect(transport as Parameters<Client['connect']>[0])).rejects.toThrow(
      'unauthenticated',
    );
  });
});
