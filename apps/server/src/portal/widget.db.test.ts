import { describeDatabases } from '@throughline/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const site = 'https://shop.example';
const jpeg = Buffer.from('ffd8ffe000104a46', 'hex').toString('base64');

describeDatabases('the widget', (test) => {
  let acme: TestServer;
  beforeAll(async () => {
    acme = await startTestServer(test.database);
    const sites = [' https://SHOP.example/ ', 'https://*.acme.example'];
    const body = { space: 'PROD', name: 'Wishes', slug: 'wishes', moderation: 'none', sites };
    await acme.call('POST', '/portals', { body });
  });
  afterAll(() => acme.close());

  const ask = async (path: string, { origin = site, ...body }: Readonly<Record<string, string>> = {}) => {
    const isSent = Object.keys(body).length > 0;
    const response = await fetch(`${acme.url}/portal/wishes/widget${path}`, {
      headers: { origin, ...(isSent ? { 'content-type': 'application/json' } : {}) },
      ...(isSent ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    const allowed = response.headers.get('access-control-allow-origin');
    return { status: response.status, allowed, text: await response.text() };
  };
  const named = async (title: string) => {
    const filter = encodeURIComponent(`title = "${title}"`);
    const path = `/feedback?filter=${filter}`;
    return (await acme.call<{ items: Readonly<Record<string, unknown>>[] }>('GET', path)).body.items;
  };

  it('answers the sites that the portal names, and no other', async () => {
    const origins = [site, 'https://eu.acme.example', 'https://acme.example', 'https://evil.example', 'null'];
    const answers = await Promise.all(origins.map((origin) => ask('', { origin })));
    expect(answers.map(({ status, allowed }) => [status, allowed])).toEqual([
      [200, site],
      [200, 'https://eu.acme.example'],
      [403, null],
      [403, null],
      [403, null],
    ]);
  });

  it('keeps what strangers send for somebody to read, with the page but not its query', async () => {
    const sent = await ask('/requests', {
      title: 'Dark mode',
      address: 'https://shop.example/cart?coupon=secret#pay',
      pageTitle: 'Cart',
      picture: jpeg,
      once: 'abcdefghijklmnopqrstuv',
    });
    expect([sent.status, sent.text]).toEqual([201, '{"isWaiting":true}']);
    const [item] = await named('Dark mode');
    expect(item).toMatchObject({
      channel: 'widget',
      publicity: 'waiting',
      link: { url: 'https://shop.example/cart', title: 'Cart' },
    });
    const { body } = await acme.call<{ items: object[] }>('GET', '/attachments');
    expect(body.items).toMatchObject([{ record: item?.['id'], mediaType: 'image/jpeg', size: 8 }]);
  });

  it('refuses pictures that are none, and keeps nothing of them', async () => {
    const picture = Buffer.from('<svg onload="alert(1)">').toString('base64');
    expect((await ask('/requests', { title: 'A trick', picture })).status).toBe(422);
    expect(await named('A trick')).toEqual([]);
  });

  it('lets nobody vote or enter who proves nothing', async () => {
    const vote = await ask('/requests/PROD-1/vote', { for: 'yes' });
    const enter = await ask('/enter', { token: 'a.b.c' });
    expect([vote.status, enter.status]).toEqual([401, 410]);
  });

  it('takes origins alone as sites', async () => {
    const body = { space: 'PROD', name: 'Odd', slug: 'odd', sites: ['https://shop.example/path'] };
    expect((await acme.call('POST', '/portals', { body })).status).toBe(422);
  });
});
