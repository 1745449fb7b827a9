/** The widget on a page of another site, whose policy lets no script and no style of its own text run. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { SignJWT } from 'jose';
import { expectAccessible } from './expect-accessible.ts';
import { expect, test } from './installation.ts';

const MOST_BYTES = 25_000;

let site: Server;
let origin: string;
let installed = '';

test.beforeAll(async () => {
  site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${installed}; connect-src ${installed}; style-src 'none'`,
    );
    response.end(`<!doctype html><html lang="en"><title>Ledger</title><main><h1>Your ledger</h1></main>
      <script src="${installed}/widget.js" data-portal="ledger" async></script></html>`);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
  site.close();
  await once(site, 'close');
});

test('a customer asks, is shown what is similar, and votes, on a site with a strict policy', async ({
  page,
  installation,
}) => {
  installed = installation.url;
  const { call } = installation;
  await call('POST', '/spaces', { key: 'LEDG', name: 'Ledger' });
  const portal = await call('POST', '/portals', {
    space: 'LEDG',
    name: 'Ledger wishes',
    slug: 'ledger',
    color: '#0a7d4f',
    sites: [`${origin}/`],
  });
  const id = String(portal['id']);
  const known = { space: 'LEDG', title: 'Export the ledger as a PDF file', portal: id, publicity: 'public' };
  await call('POST', '/feedback', known);
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  await page.goto(`${origin}/book?search=secret`);
  const opener = page.getByRole('button', { name: 'Feedback' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Ledger wishes' });
  await expect(panel.getByLabel('What do you wish for?')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('Export ledger as PDF');
  await expect(panel.getByRole('link', { name: 'Vote: Export the ledger as a PDF file' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(opener).toBeFocused();

  await page.keyboard.press('Enter');
  await page.keyboard.type('Print in green');
  await panel.getByLabel('Send the address and title of this page along').check();
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(panel.getByRole('status')).toHaveText('Thank you. Somebody reads it before others see it.');
  await expectAccessible(page);
  const filter = encodeURIComponent('title = "Print in green"');
  const { items } = (await call('GET', `/feedback?filter=${filter}`)) as { items: object[] };
  expect(items).toMatchObject([
    { channel: 'widget', publicity: 'waiting', link: { url: `${origin}/book`, title: 'Ledger' } },
  ]);

  const { secret } = await call('POST', `/portals/${id}/key`);
  const token = await new SignJWT({ email: 'ada@ledger.example', name: 'Ada' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(Buffer.from(String(secret), 'base64url'));
  await page.keyboard.press('Escape');
  await page.evaluate(async (given) => {
    const { throughline } = window as unknown as {
      throughline: (name: string, given?: object) => Promise<void>;
    };
    await throughline('identify', { token: given });
    await throughline('open');
  }, token);
  await panel.getByLabel('What do you wish for?').fill('Export ledger as PDF');
  await panel.getByRole('button', { name: 'Vote: Export the ledger as a PDF file' }).click();
  await expect(panel.getByRole('button', { name: /^Voted: take it back/ })).toBeVisible();
  expect(violations).toEqual([]);
});

test('the widget is small, and works for no site that the portal does not allow', async ({
  installation,
}) => {
  const script = await fetch(`${installation.url}/widget.js`);
  expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(gzipSync(await script.text()).byteLength).toBeLessThanOrEqual(MOST_BYTES);
  await installation.call('POST', '/spaces', { key: 'SHUT', name: 'Shut' });
  await installation.call('POST', '/portals', { space: 'SHUT', name: 'Shut', slug: 'shut-widget' });
  const refused = await fetch(`${installation.url}/portal/shut-widget/widget`, { headers: { origin } });
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
});
