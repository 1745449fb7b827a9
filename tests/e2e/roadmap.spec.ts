import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, test } from './installation.ts';

test('a roadmap shows two spaces, has a version for customers, and is published with a password', async ({
  page,
  browser,
}) => {
  // What a new roadmap takes in depends on the spaces there are.
  const installation = await makeInstallation();
  await installation.call('POST', '/spaces', { key: 'RMA', name: 'Mobile app' });
  await installation.call('POST', '/spaces', { key: 'RMB', name: 'Billing' });
  const timeframe = { start: '2026-10-05', end: '2026-10-20', precision: 'day' };
  await installation.call('POST', '/ideas', {
    space: 'RMA',
    title: 'Offline mode',
    status: 'now',
    timeframe,
  });
  await installation.call('POST', '/ideas', { space: 'RMB', title: 'Invoices by mail', status: 'next' });
  await installation.call('POST', '/ideas', {
    space: 'RMB',
    title: 'Price rise',
    status: 'now',
    labels: ['internal'],
  });
  await signIn(page, installation);
  await page.goto(`${installation.url}/roadmaps`);
  await page.getByRole('button', { name: 'New roadmap' }).click();
  const making = page.getByRole('dialog', { name: 'New roadmap' });
  await making.getByLabel('Name').fill('Everything we do');
  await expectAccessible(page);
  await making.getByRole('button', { name: 'Create roadmap' }).click();
  await expect(page.getByRole('heading', { name: 'Everything we do', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Now, next, later' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByText('Offline mode')).toBeVisible();
  await expect(page.getByText('Invoices by mail')).toBeVisible();
  await expect(page.getByText('Created the roadmap')).toHaveCount(0);
  await expectAccessible(page);
  for (const name of ['Timeline', 'By goal', 'By team']) {
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page.getByText('Offline mode').first()).toBeVisible();
    await expectAccessible(page);
  }

  await page.getByRole('button', { name: 'Audiences' }).click();
  const dialog = page.getByRole('dialog', { name: /Audiences of/ });
  await dialog.getByRole('button', { name: 'New audience version' }).click();
  await dialog.getByLabel('Audience', { exact: true }).fill('Customers');
  await dialog.getByLabel('Only records with').fill('not (labels contains "internal")');
  await dialog.getByText('Their words').click();
  await dialog.getByLabel('Now is called').fill('Being built');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create version' }).click();
  await dialog.getByRole('link', { name: 'Preview' }).click();
  await expect(page.getByText('This is what readers of “Customers” see.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Being built' })).toContainText('Offline mode');
  await expect(page.getByText('Price rise')).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Back to the roadmap' }).click();
  await page.getByRole('button', { name: 'Audiences' }).click();
  await dialog.getByRole('button', { name: 'Publish' }).click();
  const share = page.getByRole('dialog', { name: /Share/ });
  await share.getByText('Password, public address, embedding').click();
  await share.getByLabel('Password', { exact: true }).fill('open sesame');
  await expectAccessible(page);
  await share.getByRole('button', { name: 'Create and copy the link' }).click();
  const link = await share.getByLabel('Secret link').inputValue();

  const stranger = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const visitor = await stranger.newPage();
  await visitor.goto(link);
  await visitor.getByLabel('Password').fill('wrong sesame');
  await visitor.getByRole('button', { name: 'Open' }).click();
  await expect(visitor.getByRole('heading', { name: /does not lead anywhere/ })).toBeVisible();
  await visitor.getByRole('button', { name: 'Try again' }).click();
  await visitor.getByLabel('Password').fill('open sesame');
  await expectAccessible(visitor);
  await visitor.getByRole('button', { name: 'Open' }).click();
  await visitor.getByRole('button', { name: 'Offline mode' }).click();
  await expect(visitor.getByRole('dialog', { name: 'Offline mode' })).toContainText('Q4 2026');
  await expectAccessible(visitor);
  const told = await visitor.evaluate(async (url) => (await fetch(url)).text(), link);
  const json = await visitor.evaluate(
    async (url) => (await fetch(url)).text(),
    link.replace('/shared/', '/api/v1/shared/'),
  );
  expect(told).toContain('Offline mode');
  for (const text of [told, json]) {
    expect(text).not.toContain('Price rise');
    expect(text).not.toContain('2026-10-05');
  }
  await stranger.close();
  await installation.close();
});

test('a published page is read without scripts, and embedded where it may be', async ({
  browser,
  installation,
}) => {
  const space = await installation.call('POST', '/spaces', { key: 'RMC', name: 'Plain' });
  await installation.call('POST', '/ideas', { space: 'RMC', title: 'Read by anyone', status: 'now' });
  const roadmap = await installation.call('POST', '/roadmaps', {
    space: 'RMC',
    name: 'Plain roadmap',
    spaces: ['RMC'],
  });
  expect(roadmap['spaces']).toEqual([space['id']]);
  const edition = await installation.call('POST', '/editions', {
    space: 'RMC',
    roadmap: roadmap['id'],
    name: 'All',
    columns: ['title', 'status', 'timeframe'],
  });
  const share = await installation.call('POST', '/shares', {
    edition: edition['id'],
    slug: 'plain-roadmap',
    frames: ['http://127.0.0.1:1'],
  });
  expect(share['path']).toBe('/shared/plain-roadmap');
  const scriptless = await browser.newContext({ javaScriptEnabled: false });
  const reader = await scriptless.newPage();
  await reader.goto(`${installation.url}/shared/plain-roadmap`);
  await expect(reader.getByRole('heading', { name: 'Now, next, later' })).toBeVisible();
  await expect(reader.getByText('Read by anyone').first()).toBeVisible();
  const embedded = await reader.goto(`${installation.url}/embed/plain-roadmap`);
  expect(embedded?.headers()['content-security-policy']).toContain('frame-ancestors http://127.0.0.1:1');
  await expect(reader.getByText('Read by anyone').first()).toBeVisible();
  await scriptless.close();
});

test('a roadmap is exported as it is shown, and compared with an earlier day', async ({
  page,
  installation,
}) => {
  const made = await installation.call('POST', '/spaces', { key: 'RMD', name: 'Exported' });
  const timeframe = { start: '2026-11-02', end: '2027-01-20', precision: 'day' };
  for (const [title, status] of [
    ['Import from spreadsheets', 'now'],
    ['Ключи доступа', 'next'],
    ['Single sign-on', 'later'],
  ])
    await installation.call('POST', '/ideas', { space: 'RMD', title, status, timeframe });
  const roadmap = await installation.call('POST', '/roadmaps', {
    space: 'RMD',
    name: 'To hand out',
    spaces: [made['id']],
  });
  await signIn(page, installation);
  for (const view of ['Now, next, later', 'Timeline', 'By goal']) {
    await page.goto(`${installation.url}/roadmaps/${String(roadmap['id'])}`);
    await page.getByRole('link', { name: view, exact: true }).click();
    await expect(page.getByText('Single sign-on').first()).toBeVisible();
    for (const [format, start] of [
      ['Picture (PNG)', '\u0089PNG'],
      ['Document (PDF)', '%PDF'],
      ['Slides (PPTX)', 'PK'],
    ] as const) {
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: format }).click(),
      ]);
      const bytes = await readFile(await download.path());
      expect(bytes.toString('latin1', 0, start.length)).toBe(start);
      expect(bytes.length).toBeGreaterThan(5000);
      const kept = process.env['THROUGHLINE_KEEP_EXPORTS'];
      if (kept !== undefined) await writeFile(join(kept, download.suggestedFilename()), bytes);
    }
  }
  const past = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
  await page.goto(`${installation.url}/roadmaps/${String(roadmap['id'])}?since=${past}`);
  await expect(page.getByRole('heading', { name: /Now, next, later/ })).toBeVisible();
  await expect(page.getByText('Single sign-on')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${installation.url}/roadmaps/${String(roadmap['id'])}?at=${past}`);
  await expect(page.getByRole('button', { name: 'Back to today' })).toBeVisible();
  await expect(page.getByText('Single sign-on')).toHaveCount(0);
  await expectAccessible(page);
});
