import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { describeDatabases } from '@throughline/db/testing';
import { FRAGMENT } from '@throughline/document';
import { serveDatabase, type Server } from '@throughline/server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';

const options = { timeout: 50_000, interval: 20 };

describeDatabases('a document written together', (test) => {
  let server: Server;
  let directory: string;
  let cookie: string;
  let workspace: string;

  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await response.json()) as Record<string, string>;
  };
  const openDocument = (name: string, headers: Record<string, string> = { cookie }) => {
    class Socket extends WebSocket {
      constructor(url: string) {
        super(url, { headers });
        // One that is closed while it connects anew says so; what was received is what counts.
        this.on('error', () => undefined);
      }
    }
    const websocketProvider = new HocuspocusProviderWebsocket({
      url: `${server.url.replace('http', 'ws')}/api/v1/collaboration`,
      WebSocketPolyfill: Socket,
    });
    const document = new Y.Doc();
    const provider = new HocuspocusProvider({
      websocketProvider,
      name: `${workspace}/${name}`,
      document,
      token: 'cookie',
    });
    provider.attach();
    return { document, provider, close: () => websocketProvider.destroy() };
  };
  const type = (document: Y.Doc, text: string) =>
    document.transact(() => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      document.getXmlFragment(FRAGMENT).push([paragraph]);
    });

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'throughline-collaboration-'));
    server = await serveDatabase(
      { dataDirectory: directory, listen: { host: '127.0.0.1', port: 0 }, isQuiet: true },
      await test.openFresh(),
    );
    const response = await fetch(`${server.url}/api/v1/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'Ada',
        email: `ada@${randomBytes(4).toString('hex')}.example`,
        password: 'correct horse',
        workspace: 'Acme',
      }),
    });
    cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    workspace = ((await response.json()) as { workspace: string }).workspace;
    await call('POST', '/spaces', { key: 'PROD', name: 'Product' });
  });
  afterAll(async () => {
    await server.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('shows each what the other writes and keeps it as Markdown', async () => {
    const idea = await call('POST', '/ideas', { space: 'PROD', title: 'Together', description: '# Why' });
    const one = openDocument(`${idea['id']}/description`);
    const two = openDocument(`${idea['id']}/description`);
    await vi.waitFor(() => expect(two.document.getXmlFragment(FRAGMENT).toJSON()).toContain('Why'), options);
    type(one.document, 'from one');
    await vi.waitFor(
      () => expect(two.document.getXmlFragment(FRAGMENT).toJSON()).toContain('from one'),
      options,
    );
    type(two.document, 'from two');
    await vi.waitFor(async () => {
      expect((await call('GET', `/ideas/${idea['id']}`))['description']).toBe(
        '# Why\n\nfrom one\n\nfrom two',
      );
    }, options);
    await call('PATCH', `/ideas/${idea['id']}`, { description: '# Why not\n\nfrom one\n\nfrom two' });
    await vi.waitFor(
      () => expect(one.document.getXmlFragment(FRAGMENT).toJSON()).toContain('Why not'),
      options,
    );
    one.close();
    two.close();
  });

  it('lets nobody in without a session', async () => {
    const idea = await call('POST', '/ideas', { space: 'PROD', title: 'Closed' });
    const stranger = openDocument(`${idea['id']}/description`, {});
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([stranger.provider.isSynced, stranger.provider.isAuthenticated]).toEqual([false, false]);
    stranger.close();
  });

  it('shows nothing more to somebody who has lost his rights', async () => {
    const idea = await call('POST', '/ideas', {
      space: 'PROD',
      title: 'Confidential',
      description: 'Before',
    });
    const { secret } = await call('POST', '/invitations', { role: 'editor' });
    const joined = await fetch(`${server.url}/api/v1/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret, name: 'Ben', email: 'ben@example.com', password: 'correct horse' }),
    });
    const ben = joined.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const { person } = (await joined.json()) as { person: string };
    const own = openDocument(`${idea['id']}/description`);
    const his = openDocument(`${idea['id']}/description`, { cookie: ben });
    const textOf = (document: Y.Doc): string => JSON.stringify(document.getXmlFragment(FRAGMENT).toJSON());
    await vi.waitFor(() => expect(textOf(his.document)).toContain('Before'), options);
    type(own.document, 'while he may read');
    await vi.waitFor(() => expect(textOf(his.document)).toContain('while he may read'), options);
    const left = await call('POST', `/people/${person}/archive`);
    expect(left['archivedAt']).toBeDefined();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    type(own.document, 'after he has left');
    await vi.waitFor(async () => {
      expect((await call('GET', `/ideas/${idea['id']}`))['description']).toContain('after he has left');
    }, options);
    expect(textOf(his.document)).not.toContain('after he has left');
    own.close();
    his.close();
  });
});
