import { describeDatabases } from '@throughline/db/testing';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Mail } from '../mail/mailer.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

type Sent = Readonly<Record<string, string>>;

describeDatabases('a portal', (test) => {
  let acme: TestServer;
  let portal: string;
  const mails: Mail[] = [];
  beforeAll(async () => {
    const send = async (mail: Mail): Promise<void> => void mails.push(mail);
    acme = await startTestServer(test.database, { mailer: { send } });
    const made = await acme.call('POST', '/portals', {
      body: { space: 'PROD', name: 'Acme wishes', slug: 'acme', color: '#ffcc00', intro: 'Tell us.' },
    });
    portal = made.body['id'] ?? '';
  });
  afterAll(() => acme.close());

  const get = async (path: string, cookie = '') => {
    const response = await fetch(`${acme.url}/portal/acme${path}`, {
      headers: { cookie },
      redirect: 'manual',
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const send = async (path: string, body: Sent, cookie = '') => {
    const response = await fetch(`${acme.url}/portal/acme${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      body: new URLSearchParams(body).toString(),
      redirect: 'manual',
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const signIn = async (email: string): Promise<string> => {
    await send('/sign-in', { email });
    const token = /enter\?token=(\S+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';
    const entered = await send('/enter', { token });
    return (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  };
  const feedback = async (filter: string) =>
    (
      await acme.call<{ items: Record<string, unknown>[] }>(
        'GET',
        `/feedback?filter=${encodeURIComponent(filter)}`,
      )
    ).body.items;

  it('the session says that mail can be sent', async () => {
    const { body } = await acme.call<Readonly<Record<string, unknown>>>('GET', '/session');
    expect(body['sendsMail']).toBe(true);
  });

  it('takes a customer’s request, which is feedback in its space and counts one vote', async () => {
    const ada = await signIn('ada@customer.example');
    const sent = await send('/requests', { title: 'Export as PDF', body: 'For the board.' }, ada);
    expect(sent.status).toBe(303);
    const [item] = await feedback('title = "Export as PDF"');
    expect(item).toMatchObject({
      channel: 'portal',
      publicity: 'public',
      portal,
      voteCount: 1,
      state: 'new',
    });
    const page = await get('');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Export as PDF');
    expect(page.text).not.toContain('customer.example');
  });

  it('counts a vote once, and takes it back', async () => {
    const [item] = await feedback('title = "Export as PDF"');
    const key = String(item?.['key']);
    const bob = await signIn('bob@other.example');
    for (const isFor of ['yes', 'yes']) await send(`/requests/${key}/vote`, { for: isFor }, bob);
    expect((await feedback('title = "Export as PDF"'))[0]?.['voteCount']).toBe(2);
    expect((await get(`/requests/${key}`, bob)).text).toContain('aria-pressed="true"');
    await send(`/requests/${key}/vote`, { for: 'no' }, bob);
    expect((await feedback('title = "Export as PDF"'))[0]?.['voteCount']).toBe(1);
  });

  it('asks a stranger who votes to sign in, and leads back', async () => {
    const [item] = await feedback('title = "Export as PDF"');
    const sent = await send(`/requests/${String(item?.['key'])}/vote`, { for: 'yes' });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe(
      `/portal/acme/sign-in?to=${encodeURIComponent(`/requests/${String(item?.['key'])}`)}`,
    );
  });

  it('shows what strangers write only once somebody has read it', async () => {
    const sent = await send('/requests', { title: '<b>Buy pills</b>', email: 'ada@customer.example' });
    expect(sent.headers.get('location')).toBe('/portal/acme/thanks');
    const [item] = await feedback('publicity = "waiting"');
    expect((await get('')).text).not.toContain('Buy pills');
    expect((await get(`/requests/${String(item?.['key'])}`)).status).toBe(404);
    await acme.call('PATCH', `/feedback/${String(item?.['id'])}`, { body: { publicity: 'public' } });
    expect((await get('')).text).toContain('&lt;b&gt;Buy pills&lt;/b&gt;');
  });

  it('takes a form sent twice once', async () => {
    const once = 'abcdefghijklmnopqrstuv';
    const form = { title: 'Only once', once };
    const [first, second] = [await send('/requests', form), await send('/requests', form)];
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(await feedback('title = "Only once"')).toHaveLength(1);
  });

  it('gives back a form that lacks something, with what was written', async () => {
    const sent = await send('/requests', { title: ' ', body: 'I wrote a lot', email: 'nobody' });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('I wrote a lot');
    expect(sent.text).toContain('Please write something here.');
    const bad = await send('/requests', { title: 'Fine', email: 'nobody' });
    expect([bad.status, bad.text.includes('This is not an e-mail address.')]).toEqual([422, true]);
  });

  it('lets nobody in by a link that was altered, is old or of another portal', async () => {
    await send('/sign-in', { email: 'eve@customer.example' });
    const token = /enter\?token=(\S+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';
    const [payload = '', mark = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown[];
    const forged = Buffer.from(JSON.stringify(claims.with(2, 'boss@acme.example'))).toString('base64url');
    expect((await send('/enter', { token: `${forged}.${mark}` })).status).toBe(410);
    const over = await send('/enter', { token: '' });
    expect([over.status, over.text.includes('href="/portal/acme/sign-in"')]).toEqual([410, true]);
    expect(over.text).toContain('Ask for a new one');
    await acme.call('POST', '/portals', { body: { space: 'PROD', name: 'Other', slug: 'other' } });
    const other = await fetch(`${acme.url}/portal/other/enter?token=${token}`);
    expect(other.status).toBe(410);
    expect((await send('/enter', { token })).status).toBe(303);
  });

  it('runs no script, and sends nobody elsewhere after signing in', async () => {
    const { headers } = await get('');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    await send('/sign-in', { email: 'ada@customer.example', to: '//evil.example' });
    const token = /enter\?token=(\S+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';
    expect((await send('/enter', { token })).headers.get('location')).toBe('/portal/acme');
  });

  it('finds requests though words are misspelt, and offers them to who is about to ask the same', async () => {
    const found = await get(`?q=${encodeURIComponent('exprot pdf')}`);
    expect(found.text).toContain('Export as PDF');
    expect((await get('?q=zebra')).text).toContain('Nothing found for “zebra”.');
    const offered = await get(`/new?step=2&title=${encodeURIComponent('PDF export please')}`);
    expect(offered.text).toContain('Export as PDF');
    expect(offered.text).not.toContain('Only once');
  });

  it('is followed by feed readers', async () => {
    expect((await get('/feed.atom')).text).toContain('<title>Export as PDF</title>');
    expect((await get('/feed.rss')).text).toContain('<title>Export as PDF</title>');
    const feed = JSON.parse((await get('/feed.json')).text) as { items: { title: string }[] };
    expect(feed.items.map(({ title }) => title)).toContain('Export as PDF');
  });

  it('for customers who sign in shows others nothing, not even in feeds', async () => {
    await acme.call('PATCH', `/portals/${portal}`, { body: { access: 'signed_in' } });
    const answers = [await get(''), await get('/feed.json'), await get('/new')];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await get('', await signIn('ada@customer.example'))).text).toContain('Export as PDF');
    await acme.call('PATCH', `/portals/${portal}`, { body: { access: 'public' } });
  });

  it('lets in whom a customer’s own app names, by a token that its key has signed and for as long', async () => {
    const enter = async (token: string) => {
      const { status, headers } = await get(`/enter?jwt=${token}&to=/new`);
      return { status, to: headers.get('location'), cookie: headers.get('set-cookie')?.split(';')[0] ?? '' };
    };
    const sign = (secret: string, claims: Sent, lasts = '5 minutes') =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuedAt()
        .setExpirationTime(lasts)
        .sign(Buffer.from(secret, 'base64url'));
    const claims = { email: 'zoe@initech.example', name: 'Zoe', company: 'Initech' };
    expect((await enter(await sign('A'.repeat(43), claims))).status).toBe(410);
    const { secret = '' } = (await acme.call('POST', `/portals/${portal}/key`)).body;
    const entered = await enter(await sign(secret, claims));
    expect([entered.status, entered.to]).toEqual([303, '/portal/acme/new']);
    await send('/requests', { title: 'From our app' }, entered.cookie);
    const [item] = await feedback('title = "From our app"');
    const company = await acme.call('GET', `/companies/${String(item?.['company'])}`);
    expect(company.body['name']).toBe('Initech');
    expect((await enter(await sign(secret, claims, '-1 minute'))).status).toBe(410);
    expect((await enter(await sign(secret, { name: 'Nobody' }))).status).toBe(410);
    const none = new UnsecuredJWT(claims).setIssuedAt().setExpirationTime('5 minutes').encode();
    expect((await enter(none)).status).toBe(410);
    await acme.call('POST', `/portals/${portal}/key`);
    expect((await enter(await sign(secret, claims))).status).toBe(410);
    const visitor = acme.callAs(await acme.join('grace@acme.example', 'editor'));
    expect((await visitor('POST', `/portals/${portal}/key`)).status).toBe(403);
  });

  it('knows nobody who was forgotten, and counts what they said all the same', async () => {
    const { secret = '' } = (await acme.call('POST', `/portals/${portal}/key`)).body;
    const token = await new SignJWT({ email: 'fay@customer.example' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt()
      .setExpirationTime('5 minutes')
      .sign(Buffer.from(secret, 'base64url'));
    const { headers } = await get(`/enter?jwt=${token}`);
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    await send('/requests', { title: 'Forget me' }, cookie);
    const [item] = await feedback('title = "Forget me"');
    await acme.call('POST', `/contacts/${String(item?.['contact'])}/erase`);
    expect((await get('', cookie)).text).toContain('href="/portal/acme/sign-in"');
    const sent = await send('/requests', { title: 'Once more' }, cookie);
    expect(sent.headers.get('location')).toBe('/portal/acme/thanks');
    expect((await feedback('title = "Forget me"'))[0]).toMatchObject({ voteCount: 1, publicity: 'public' });
  });

  it('shows only what an editor lets customers see, whosever it is', async () => {
    const grace = acme.callAs(await acme.join('ina@acme.example', 'contributor'));
    const own = await grace('POST', '/feedback', { body: { space: 'PROD', title: 'Mine' } });
    const shown = await grace('PATCH', `/feedback/${own.body['id']}`, {
      body: { portal, publicity: 'public' },
    });
    expect([own.status, shown.status]).toEqual([201, 403]);
    const made = await grace('POST', '/feedback', { body: { space: 'PROD', title: 'Mine', portal } });
    expect(made.status).toBe(403);
  });

  it('shows the roadmap that was chosen for it, in the words of its audience', async () => {
    expect((await get('/roadmap')).status).toBe(404);
    await acme.call('POST', '/ideas', { body: { space: 'PROD', title: 'Faster lists', status: 'now' } });
    const roadmap = await acme.call('POST', '/roadmaps', {
      body: { space: 'PROD', name: 'Plans', spaces: ['PROD'] },
    });
    const edition = await acme.call('POST', '/editions', {
      body: { roadmap: roadmap.body['id'], name: 'For customers', columns: ['title', 'status'] },
    });
    await acme.call('PATCH', `/portals/${portal}`, { body: { edition: edition.body['id'] } });
    const page = await get('/roadmap');
    expect([page.status, page.text.includes('Faster lists')]).toEqual([200, true]);
    expect((await get('')).text).toContain('href="/portal/acme/roadmap"');
  });

  it('is gone with its space or when it is closed, and its address is free again', async () => {
    expect((await fetch(`${acme.url}/portal/nowhere`)).status).toBe(404);
    const twice = await acme.call('POST', '/portals', { body: { space: 'PROD', name: 'Two', slug: 'acme' } });
    expect(twice.status).toBe(409);
    await acme.call('POST', `/portals/${portal}/archive`);
    expect((await get('')).status).toBe(404);
    const next = await acme.call('POST', '/portals', { body: { space: 'PROD', name: 'Two', slug: 'acme' } });
    expect(next.status).toBe(201);
  });
});
