/** The browser extension as it is built, loaded unpacked: set up, then what was marked on a page is kept. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, test, type BrowserContext, type Page, type Worker } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, type Installation } from './installation.ts';

const BUILT = resolve(import.meta.dirname, '../../apps/extension/dist');
const words = 'We lose “hours” on exports';

let installation: Installation;
let site: Server;
let siteUrl: string;
let folder: string;
let context: BrowserContext;
let home: string;
let token: string;

/** What docs/extension.md says is enough. */
const scopes = [
  'space:read',
  'idea:read',
  'contact:read',
  'contact:create',
  'feedback:create',
  'insight:create',
];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  installation = await makeInstallation();
  const { call } = installation;
  const { id: space } = await call('POST', '/spaces', { key: 'EXT', name: 'Extended' });
  await call('POST', '/ideas', { space, title: 'Faster exports', status: 'now' });
  token = String((await call('POST', '/tokens', { name: 'Browser', scopes }))['secret']);
  site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>A forum</title><p id="said">${words}</p>`);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}/thread`;
  folder = await mkdtemp(join(tmpdir(), 'throughline-extension-'));
  await cp(BUILT, join(folder, 'built'), { recursive: true });
  await grantHere(join(folder, 'built/manifest.json'));
  context = await openBrowser(join(folder, 'built'), join(folder, 'profile'));
  const worker = await workerOf(context);
  home = worker.url().replace(/background\.js$/, '');
});

test.afterAll(async () => {
  await context.close();
  site.close();
  await installation.close();
  await rm(folder, { recursive: true, force: true });
});

/** Nobody presses the browser's own question here: the one address is granted beforehand. */
async function grantHere(file: string): Promise<void> {
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  expect(manifest['host_permissions']).toBeUndefined();
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
}

async function openBrowser(extension: string, profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    headless: false,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
}

async function workerOf(opened: BrowserContext): Promise<Worker> {
  const [worker] = opened.serviceWorkers();
  return worker ?? opened.waitForEvent('serviceworker');
}

/**
 * What the browser tells the extension when its entry in the menu on marked text is chosen. Its popup is out of a
 * test's reach: the form opens as the window that browsers get which open no popup by themselves.
 */
async function chooseMenu(page: Page): Promise<Page> {
  const marked = await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelector('#said') ?? document.body);
    return String(getSelection());
  });
  const worker = await workerOf(context);
  const opened = context.waitForEvent('page', { timeout: 20_000 });
  const told = [{ menuItemId: 'keep', selectionText: marked, pageUrl: page.url() }, { title: 'A forum' }];
  await worker.evaluate((parts) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        action: { openPopup: () => Promise<void> };
        contextMenus: { onClicked: { dispatch: (...given: unknown[]) => void } };
      };
    };
    chrome.action.openPopup = () => Promise.reject(new Error('No popup here'));
    chrome.contextMenus.onClicked.dispatch(...parts);
  }, told);
  const form = await opened;
  await form.waitForLoadState();
  return form;
}

test('says what is missing, and is connected with an address and a token', async () => {
  const page = await context.newPage();
  await page.goto(`${home}popup.html`);
  await expect(page.getByRole('button', { name: 'Set up' })).toBeVisible();
  await page.goto(`${home}options.html`);
  await page.getByLabel('Address of your Throughline').fill('http://example.com');
  await page.getByLabel('Token').fill('wrong');
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByRole('alert')).toContainText('https://');
  await page.getByLabel('Address of your Throughline').fill(installation.url);
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByRole('status')).toHaveText('Connected with Acme.');
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.close();
});

test('keeps marked words as feedback, with their page and whoever said them', async () => {
  const page = await context.newPage();
  await page.goto(siteUrl);
  const form = await chooseMenu(page);
  await expect(form.getByLabel('Words')).toHaveValue(words);
  await expect(form.getByText('A forum')).toBeVisible();
  await expectAccessible(form);
  await form.getByLabel('Space').selectOption({ label: 'Extended' });
  await form.getByLabel(/Who said it/).fill('ann@example.com');
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect(form.getByRole('status')).toHaveText('Kept.');
  const href = await form.getByRole('link').getAttribute('href');
  const { items } = await installation.call('GET', '/feedback?space=EXT');
  expect(items).toEqual([
    expect.objectContaining({ title: words, link: { url: siteUrl, title: 'A forum' } }),
  ]);
  const [feedback] = items as readonly { key: string }[];
  expect(href).toBe(`${installation.url}/feedback?state=all&item=${feedback?.key}`);
  const contacts = await installation.call('GET', '/contacts');
  expect(contacts['items']).toEqual([expect.objectContaining({ email: 'ann@example.com', name: 'ann' })]);
  await form.close();
  await page.close();
});

test('keeps marked words as an insight on the idea that was searched for', async () => {
  const page = await context.newPage();
  await page.goto(siteUrl);
  const form = await chooseMenu(page);
  await form.getByRole('radio', { name: 'Insight on an idea' }).focus();
  await form.keyboard.press('Space');
  await form.getByLabel('Idea', { exact: true }).fill('EXPORT');
  await expect(form.getByRole('radio', { name: /Faster exports/ })).toBeChecked();
  await expectAccessible(form);
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect(form.getByRole('status')).toHaveText('Kept.');
  const { items } = await installation.call('GET', '/insights');
  expect(items).toEqual([
    expect.objectContaining({ excerpt: words, link: { url: siteUrl, title: 'A forum' } }),
  ]);
  await form.close();
  await page.close();
});
