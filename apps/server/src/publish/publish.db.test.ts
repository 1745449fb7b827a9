import { describeDatabases } from '@throughline/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

describeDatabases('a published page', (test) => {
  let acme: TestServer;
  let view: string;
  beforeAll(async () => {
    acme = await startTestServer(test.database);
    await acme.call('POST', '/ideas', {
      body: { space: 'PROD', title: '<script>alert("x")</script> & co', labels: ['secret-label'] },
    });
    const made = await acme.call('POST', '/views', {
      body: { space: 'PROD', name: 'Plans', entity: 'idea', layout: 'list' },
    });
    view = made.body['id'] ?? '';
  });
  afterAll(() => acme.close());

  const share = async (more: object = {}) =>
    (await acme.call('POST', '/shares', { body: { view, columns: ['title'], ...more } })).body;
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${acme.url}${path}`, { headers, redirect: 'manual' });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const send = (path: string, password: string) =>
    fetch(`${acme.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ password }).toString(),
      redirect: 'manual',
    });

  it('is read without scripts, escaped, and holds the chosen columns alone', async () => {
    const { path = '' } = await share();
    const { status, text, headers } = await get(path);
    expect(status).toBe(200);
    expect(text).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; co');
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('secret-label');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('that asks for a password opens for who knows it, and ends alike for all others', async () => {
    const { path = '', secret } = await share({ password: 'correct horse' });
    expect((await get(`/api/v1${path}`)).status).toBe(401);
    const locked = await get(path);
    expect([locked.status, locked.text.includes('type="password"'), locked.text.includes('alert')]).toEqual([
      401,
      true,
      false,
    ]);
    const wrong = await send(path, 'wrong horses');
    const guessed = await send('/shared/share_guess', 'wrong horses');
    expect([wrong.status, guessed.status]).toEqual([410, 410]);
    const plain = (text: string, name: string) => text.replaceAll(name, '…');
    expect(plain(await wrong.text(), secret ?? '')).toBe(plain(await guessed.text(), 'share_guess'));
    const right = await send(path, 'correct horse');
    expect([right.status, right.headers.get('location')]).toEqual([303, path]);
    const [cookie = ''] = (right.headers.get('set-cookie') ?? '').split(';');
    expect((await get(path, { cookie })).text).toContain('alert(&quot;x&quot;)');
    expect((await get(path, { cookie: cookie.replace(/=\d/, '=9') })).status).toBe(401);
    const other = await share({ password: 'correct horse' });
    expect((await get(other['path'] ?? '', { cookie })).status).toBe(401);
  });

  it('slows down who tries passwords', async () => {
    const { path = '' } = await share({ password: 'correct horse' });
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1)
      statuses.push((await acme.callAs({})('POST', `${path}/unlock`, { body: { password: 'x' } })).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('may be framed by the pages that were named, and runs nothing there', async () => {
    const embedded = await share({ frames: ['https://www.example.com/'] });
    const page = await get((embedded['path'] ?? '').replace('/shared/', '/embed/'));
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors https:\/\/www\.example\.com$/,
    );
    expect([page.status, page.headers.get('x-frame-options'), page.text.includes('<script')]).toEqual([
      200,
      null,
      false,
    ]);
    const other = await get(((await share())['path'] ?? '').replace('/shared/', '/embed/'));
    expect([other.status, other.headers.get('content-security-policy')]).toEqual([
      410,
      expect.stringContaining("frame-ancestors 'none'"),
    ]);
    for (const body of [
      { frames: ["https://a.example; script-src 'unsafe-inline'"] },
      { frames: ['*'] },
      { frames: ['https://a.example'], password: 'correct horse' },
    ]) {
      const refused = await acme.call('POST', '/shares', { body: { view, columns: ['title'], ...body } });
      expect(refused.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('ends when it expires or is taken back, and nobody is told which', async () => {
    const expired = await share({ expiresAt: '2099-01-01T00:00:00Z' });
    expect((await get(`/shared/${expired['secret'] ?? ''}`)).status).toBe(200);
    await test.database.query(`update share set expires_at = '2020-01-01' where id = $1`, [expired['id']]);
    const revoked = await share();
    await acme.call('POST', `/shares/${revoked['id']}/revoke`);
    const answers = await Promise.all(
      [expired['secret'] ?? '', revoked['secret'] ?? '', 'share_guess'].map(async (name) => {
        const { status, text } = await get(`/shared/${name}`);
        return [status, text.replaceAll(name, '…')];
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(410);
  });
});
