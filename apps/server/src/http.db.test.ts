import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describeDatabases } from '@throughline/db/testing';
import { must } from '@throughline/base';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestServer, type TestServer } from './testing/test-server.ts';

describeDatabases('over HTTP', (test) => {
  let acme: TestServer;
  let ideaId: string;
  beforeAll(async () => {
    acme = await startTestServer(await test.openFresh());
    ideaId =
      (await acme.call('POST', '/ideas', { body: { space: 'PROD', title: 'Dark mode' } })).body['id'] ?? '';
  });
  afterAll(() => acme.close());

  it('nobody gets anything without a session or with a bad token', async () => {
    const paths = [
      '/ideas',
      `/ideas/${ideaId}`,
      '/session',
      '/sync/snapshot',
      '/sync/changes',
      '/people',
      '/attachments/attachment_0/file',
      '/export',
    ];
    for (const headers of [{}, { authorization: 'Bearer tl_guess' }, { authorization: 'Local guess' }]) {
      const statuses = await Promise.all(
        paths.map(async (path) => (await acme.callAs(headers)('GET', path)).status),
      );
      expect(statuses.map((status) => status === 401 || status === 404)).toEqual(paths.map(() => true));
    }
    expect((await acme.callAs({})('POST', '/ideas', { body: { space: 'PROD', title: 'x' } })).status).toBe(
      401,
    );
    expect((await fetch(`${acme.url}/api/local/backup`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${acme.url}/api/auth/sign-up/email`, { method: 'POST' })).status).toBe(404);
  });

  it('a write from another site is refused', async () => {
    const refused = await acme.call('POST', '/ideas', {
      body: { space: 'PROD', title: 'x' },
      headers: { origin: 'https://evil.example' },
    });
    expect([refused.status, refused.body['code']]).toEqual([403, 'forbidden']);
  });

  it('a request that names JSON and has no body is taken as having none', async () => {
    const { body } = await acme.call('POST', '/ideas', { body: { space: 'PROD', title: 'Short-lived' } });
    const headers = { 'content-type': 'application/json' };
    const archived = await acme.call('POST', `/ideas/${body['id']}/archive`, { headers });
    expect([archived.status, archived.body['archivedAt']]).toEqual([200, expect.any(String)]);
  });

  it('a request of another type than JSON is told so', async () => {
    const { status, body } = await acme.call('POST', '/ideas', {
      body: Buffer.from('title=x'),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([status, body['code']]).toEqual([415, 'unsupported_type']);
  });

  it('an admin reads no notification of somebody else', async () => {
    const viewer = acme.callAs(await acme.join('nora@example.com', 'viewer'));
    const { body: session } = await viewer<{ person: { id: string } }>('GET', '/session');
    await acme.call('POST', '/comments', {
      body: { record: ideaId, body: 'Look, Nora', mentions: [session.person.id] },
    });
    type Notifications = { readonly items: readonly { readonly id: string }[] };
    const id = await vi.waitFor(
      async () => {
        const { body } = await viewer<Notifications>('GET', '/notifications');
        return must(body.items[0]).id;
      },
      { timeout: 50_000 },
    );
    const statuses = [viewer, acme.call].map(
      async (call) => (await call('GET', `/notifications/${id}`)).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 404]);
  });

  it('the session names no field of a space that one may not read', async () => {
    const { body: space } = await acme.call('POST', '/spaces', {
      body: { key: 'SECRET', name: 'Secret', access: 'private' },
    });
    await acme.call('POST', '/fields', {
      body: { entity: 'idea', name: 'Takeover', type: 'text', in: space['id'] },
    });
    const viewer = acme.callAs(await acme.join('vic@example.com', 'viewer'));
    const names = await Promise.all(
      [acme.call, viewer].map(async (call) => {
        const { body } = await call<{ fields: { idea: { key: string }[] } }>('GET', '/session');
        return body.fields.idea.some(({ key }) => key === 'takeover');
      }),
    );
    expect(names).toEqual([true, false]);
  });

  it('first run happens once', async () => {
    const again = await acme.callAs({})('POST', '/setup', {
      body: { name: 'Eve', email: 'eve@example.com', password: 'correct horse', workspace: 'Mine' },
    });
    expect([again.status, again.body['code']]).toEqual([409, 'not_possible']);
  });

  it('roles hold: a viewer reads and comments, a contributor creates, and invitations work once', async () => {
    const viewer = acme.callAs(await acme.join('vera@example.com', 'viewer'));
    expect((await viewer('GET', `/ideas/${ideaId}`)).status).toBe(200);
    expect((await viewer('POST', '/ideas', { body: { space: 'PROD', title: 'x' } })).status).toBe(403);
    expect((await viewer('POST', '/comments', { body: { record: ideaId, body: 'Yes' } })).status).toBe(201);
    expect((await viewer('POST', '/invitations', { body: { role: 'admin' } })).status).toBe(403);
    const { body } = await acme.call('POST', '/invitations', { body: { role: 'contributor' } });
    const join = (email: string) =>
      acme.callAs({})('POST', '/join', {
        body: { secret: body['secret'], name: 'x', email, password: 'correct horse' },
      });
    expect([(await join('carl@example.com')).status, (await join('dora@example.com')).status]).toEqual([
      201, 410,
    ]);
  });

  it('tokens act within their scopes, until they are revoked', async () => {
    const token = (
      await acme.call('POST', '/tokens', { body: { name: 'CI', scopes: ['idea:create', 'idea:read'] } })
    ).body;
    const program = acme.callAs({ authorization: `Bearer ${token['secret']}` });
    expect((await program('POST', '/ideas', { body: { space: 'PROD', title: 'By token' } })).status).toBe(
      201,
    );
    const refused = await program('POST', '/feedback', { body: { space: 'PROD', title: 'x' } });
    expect([refused.status, refused.body['why']]).toEqual([
      403,
      expect.stringContaining('scope feedback:create'),
    ]);
    expect((await program('POST', '/tokens', { body: { name: 'more', scopes: ['*'] } })).status).toBe(403);
    const other = (await acme.call('POST', '/tokens', { body: { name: 'unused' } })).body;
    await acme.call('POST', `/tokens/${other['id']}/revoke`);
    expect((await acme.callAs({ authorization: `Bearer ${other['secret']}` })('GET', '/ideas')).status).toBe(
      401,
    );
  });

  it('an idempotency key makes one record, a stale edit is refused with both values', async () => {
    const headers = { 'idempotency-key': 'once' };
    const body = { space: 'PROD', title: 'Once' };
    const [first, second] = await Promise.all([
      acme.call('POST', '/ideas', { body, headers }),
      acme.call('POST', '/ideas', { body, headers }),
    ]);
    expect([second.status, second.body['id']]).toEqual([201, first.body['id']]);
    const path = `/ideas/${first.body['id']}`;
    const match = { 'if-match': `"${first.body['seq']}"` };
    expect((await acme.call('PATCH', path, { body: { title: 'Twice' }, headers: match })).status).toBe(200);
    expect((await acme.call('PATCH', path, { body: { labels: ['a'] }, headers: match })).status).toBe(200);
    const stale = await acme.call<{ code: string; details: object }>('PATCH', path, {
      body: { title: 'Thrice' },
      headers: match,
    });
    expect([stale.status, stale.body.details]).toEqual([
      409,
      expect.objectContaining({ fields: { title: { base: 'Once', yours: 'Thrice', theirs: 'Twice' } } }),
    ]);
  });

  it('bad input is refused with what, why and what to do, and harms nothing', async () => {
    const attempts: [unknown, number][] = [
      ['not an object', 400],
      [{ space: 'PROD' }, 422],
      [{ space: 'PROD', title: 'a\u0000b' }, 422],
      [{ space: 'PROD', title: 'x'.repeat(501) }, 422],
      [{ space: "PROD'; drop table idea; --", title: 'x' }, 404],
      [{ space: 'PROD', title: 'x', status: "new'; drop table idea; --" }, 422],
      [{ space: 'PROD', title: 'x', "labels') ; drop table idea; --": 1 }, 422],
      [{ space: 'PROD', title: 'x', timeframe: { start: '2026-02-30' } }, 422],
      [{ space: 'PROD', title: 'x', labels: Array.from({ length: 501 }, (_, index) => `l${index}`) }, 422],
      [{ id: ideaId, space: 'PROD', title: 'x' }, 409],
      [{ id: 'idea_forged', space: 'PROD', title: 'x' }, 422],
    ];
    for (const [body, status] of attempts) {
      const refused = await acme.call('POST', '/ideas', { body });
      expect([refused.status, JSON.stringify(body).slice(0, 60)]).toEqual([
        status,
        JSON.stringify(body).slice(0, 60),
      ]);
      expect(refused.body).toEqual({
        code: expect.any(String),
        message: expect.any(String),
        why: expect.any(String),
        fix: expect.any(String),
        details: expect.any(Object),
      });
    }
    for (const filter of [
      "title = 'x'; drop table idea",
      'title = "',
      '1 +',
      '('.repeat(3000),
      `title = "${'x'.repeat(20_000)}"`,
    ]) {
      expect(
        (await acme.call('GET', `/ideas?filter=${encodeURIComponent(filter)}`)).status,
      ).toBeGreaterThanOrEqual(400);
    }
    const injected = "'); drop table idea; -- <script>alert(1)</script> ${7*7} {{7*7}} =cmd|' /C calc'!A0";
    const kept = await acme.call('POST', '/ideas', { body: { space: 'PROD', title: injected } });
    expect((await acme.call('GET', `/ideas/${kept.body['key']}`)).body['title']).toBe(injected);
  });

  it('input that is no text or nested without end is refused everywhere, and harms nothing', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const statuses = [
      (await acme.call('GET', '/ideas/%00')).status,
      (await acme.call('GET', `/ideas?filter=${encodeURIComponent('title = "a\0b"')}`)).status,
      (await acme.call('POST', '/ideas/bulk', { body: { ids: ['idea_\0'], verb: 'archive' } })).status,
      (await acme.call('POST', '/tokens', { body: { name: 'a\ud800b' } })).status,
      (await acme.call('DELETE', '/votes/vote_%00')).status,
      (await acme.call('GET', `/ideas/${ideaId}/history?before=x`)).status,
      (
        await acme.call('POST', '/undo', {
          body: Buffer.from(`{"cause":${deep}}`),
          headers: { 'content-type': 'application/json' },
        })
      ).status,
      (
        await acme.call('POST', '/views', {
          body: Buffer.from(`{"space":"PROD","name":"v","entity":"idea","query":${deep}}`),
          headers: { 'content-type': 'application/json' },
        })
      ).status,
      (await acme.call('POST', '/ideas', { body: {}, headers: { origin: 'null' } })).status,
    ];
    expect(statuses).toEqual([422, 422, 422, 422, 422, 400, 413, 413, 403]);
  });

  it('whoever guesses passwords is slowed, and not the others behind the same proxy', async () => {
    const signIn = (address: string) =>
      fetch(`${acme.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ email: 'ada@example.com', password: 'not the password' }),
      });
    // The count of the library outlives a server within a process.
    const network = test.kind === 'embedded' ? '203.0.113' : '198.51.100';
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 22; attempt++) statuses.push((await signIn(`${network}.7`)).status);
    expect([statuses[0], statuses.at(-1), (await signIn(`${network}.8`)).status]).toEqual([401, 429, 401]);
    const shared = await Promise.all(
      Array.from({ length: 125 }, () => acme.callAs({})('GET', '/shared/share_guess')),
    );
    expect([
      shared[0]?.status,
      shared.some(({ status, body }) => status === 429 && body['code'] === 'rate_limited'),
    ]).toEqual([410, true]);
  });

  it('a long text passes and a huge one is refused', async () => {
    const text = (length: number) =>
      acme.call('POST', '/feedback', { body: { space: 'PROD', title: 'Long', body: 'ä'.repeat(length) } });
    const long = await text(207_777);
    expect([long.status, long.body['body']?.length]).toEqual([201, 207_777]);
    const huge = await text(10_000_000);
    expect([huge.status, huge.body['code']]).toEqual([413, 'too_large']);
  });

  it('ids of another workspace are as if they did not exist', async () => {
    const other = await startTestServer(await test.openFresh());
    const foreign =
      (await other.call('POST', '/ideas', { body: { space: 'PROD', title: 'Foreign' } })).body['id'] ?? '';
    await other.close();
    expect((await acme.call('GET', `/ideas/${foreign}`)).status).toBe(404);
    expect((await acme.call('PATCH', `/ideas/${foreign}`, { body: { title: 'x' } })).status).toBe(404);
    expect((await acme.call('POST', '/insights', { body: { idea: foreign, quote: 'x' } })).status).toBe(422);
  });

  it('a file comes back as it went in, and never as a page', async () => {
    const bytes = new TextEncoder().encode('<svg onload="alert(1)"/>');
    const made = await acme.call(
      'POST',
      `/attachments/upload?record=${ideaId}&name=${encodeURIComponent('plan ä.svg')}`,
      { body: bytes, headers: { 'content-type': 'image/svg+xml' } },
    );
    expect(made.status).toBe(201);
    const file = await acme.call('GET', `/attachments/${made.body['id']}/file`);
    expect(file.body).toBe('<svg onload="alert(1)"/>');
    expect([
      file.headers.get('content-type'),
      file.headers.get('content-disposition'),
      file.headers.get('x-content-type-options'),
    ]).toEqual(['application/octet-stream', "attachment; filename*=UTF-8''plan%20%C3%A4.svg", 'nosniff']);
    const forged = await acme.call('POST', '/attachments', {
      body: { record: ideaId, name: 'x', hash: made.body['hash'], size: 1, mediaType: 'image/png' },
    });
    expect(forged.status).toBe(422);
  });

  it('keeps no bytes of who may attach nothing', async () => {
    const viewer = acme.callAs(await acme.join('vera@example.com', 'viewer'));
    const refused = await viewer('POST', `/attachments/upload?record=${ideaId}&name=x.bin`, {
      body: new TextEncoder().encode('Bytes that nobody asked for'),
    });
    const hash = createHash('sha256').update('Bytes that nobody asked for').digest('hex');
    expect([refused.status, await readdir(join(acme.directory, 'blobs')).catch(() => [])]).toEqual([
      403,
      expect.not.arrayContaining([hash]),
    ]);
  });

  it('bulk edits are one act that undo takes back', async () => {
    const ids = await Promise.all(
      ['A', 'B', 'C'].map(
        async (title) => (await acme.call('POST', '/ideas', { body: { space: 'PROD', title } })).body['id'],
      ),
    );
    const bulk = await acme.call('POST', '/ideas/bulk', { body: { ids, values: { status: 'Now' } } });
    const statuses = () =>
      Promise.all(ids.map(async (id) => (await acme.call('GET', `/ideas/${id}`)).body['status']));
    expect(await statuses()).toEqual(['now', 'now', 'now']);
    await acme.call('POST', '/undo', { body: { cause: bulk.headers.get('x-cause') } });
    expect(await statuses()).toEqual(['new', 'new', 'new']);
  });
});
