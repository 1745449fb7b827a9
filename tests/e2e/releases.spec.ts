/** From ideas to what customers read: a release ships, its entry is published, and who subscribed is mailed. */
import { test, type Browser, type Page } from '@playwright/test';
import { openMailBox, type MailBox } from '../../apps/server/src/testing/mail-box.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, type Installation } from './installation.ts';

/** As long as what is due by the clock may take, and a mail after it. */
const untilDue = { timeout: 45_000 };
const grace = 'grace@harbor.example';

let box: MailBox;
let installation: Installation;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  box = await openMailBox();
  installation = await makeInstallation({
    environment: { THROUGHLINE_MAIL_URL: box.url, THROUGHLINE_MAIL_FROM: 'Acme <team@acme.example>' },
  });
  const { call } = installation;
  await call('POST', '/spaces', { key: 'SHIP', name: 'Shipyard' });
  await call('POST', '/portals', { space: 'SHIP', name: 'Harbour', slug: 'harbour' });
  const { id: contact } = await call('POST', '/contacts', { name: 'Vic', email: 'vic@dock.example' });
  for (const title of ['Calendar feed', 'Dark mode']) {
    const { id: idea } = await call('POST', '/ideas', { space: 'SHIP', title, status: 'now' });
    if (title === 'Calendar feed')
      await call('POST', '/insights', { idea, contact, quote: 'I miss my deadlines' });
  }
});

test.afterAll(async () => {
  await installation.close();
  await box.close();
});

/** Customers' browsers here run no script. */
async function asCustomer(browser: Browser, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    await visit(await context.newPage());
  } finally {
    await context.close();
  }
}

/** The first link in a mail to somebody. */
async function linkIn(address: string, holding: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(() => {
      found = box.mails
        .filter(({ to }) => to.includes(address))
        .map(({ source }) => source.replaceAll('=\r\n', '').replaceAll('=3D', '='))
        .find((source) => source.includes(holding));
      return found !== undefined;
    }, untilDue)
    .toBe(true);
  const link = /https?:\/\/\S+/.exec((found ?? '').split('\r\n\r\n').slice(1).join('\n'))?.[0] ?? '';
  // The port was chosen when the server started, after it had learned its address.
  return link.replace(/^https?:\/\/[^/]+/, installation.url);
}

test('a release is made, filled, and given what the departments have to do', async ({ page }) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/SHIP/releases`);
  await expect(page.getByText('No releases yet')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New release' }).click();
  await page.getByLabel('Name').fill('Spring');
  await page.getByLabel('Version').fill('2.0');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create release' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Spring');
  for (const title of ['Calendar feed', 'Dark mode']) {
    await page.getByRole('combobox', { name: 'Add an idea…' }).click();
    await page.getByRole('option', { name: title }).click();
    await expect(
      page.getByRole('region', { name: 'Ideas' }).getByRole('link', { name: title }),
    ).toBeVisible();
  }
  await page.getByRole('button', { name: 'Checklists' }).click();
  await page.getByRole('menuitem', { name: 'Add the standard checklist' }).click();
  await page.getByRole('checkbox', { name: 'Announce it' }).check();
  await expect(page.getByText('1 of 9')).toBeVisible();
  await page.getByRole('textbox', { name: 'What has to be done?' }).fill('Tell the harbour master');
  await page.getByRole('textbox', { name: 'Department' }).fill('Sales');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'Tell the harbour master' })).toBeVisible();
  await expectAccessible(page);
  for (const size of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(size.width);
  }
  await expectAccessible(page);
});

test('its entry is drafted from it, looked at and published, and read without script', async ({
  page,
  browser,
}) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/SHIP/releases`);
  await page.getByRole('link', { name: 'Spring' }).click();
  await page.getByRole('button', { name: 'New entry' }).click();
  await expect(page.getByRole('textbox', { name: 'Text' })).toContainText('Calendar feed');
  await page.getByRole('combobox', { name: 'Categories' }).click();
  await page.getByRole('option', { name: 'New', exact: true }).click();
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('article', { name: 'Preview' })).toContainText('Dark mode');
  await expectAccessible(page);
  await asCustomer(browser, async (customer) => {
    await customer.goto(`${installation.url}/portal/harbour/changelog`);
    await expect(customer.getByText('Nothing here yet.')).toBeVisible();
    await customer.getByLabel('Your e-mail address').fill(grace);
    await customer.getByRole('button', { name: 'Tell me what is new' }).click();
    await expect(customer.getByRole('status')).toContainText(grace);
    await customer.goto(await linkIn(grace, 'Confirm'));
    await customer.getByRole('button', { name: 'Tell me what is new' }).click();
    await expect(customer.getByRole('status')).toHaveText('You are told what is new.');
  });
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('link', { name: 'See it on the portal' })).toBeVisible();
  await expect(page.getByText('told to 1 subscriber by mail')).toBeVisible(untilDue);
  await asCustomer(browser, async (customer) => {
    await customer.goto(`${installation.url}/portal/harbour`);
    await customer.getByRole('link', { name: 'Changelog', exact: true }).click();
    await expect(customer.getByRole('heading', { name: 'Spring' })).toBeVisible();
    await expect(customer.getByText('Calendar feed')).toBeVisible();
    await expect(customer.locator('.stage', { hasText: 'New' })).toBeVisible();
    await customer.goto(await linkIn(grace, 'Subject: Spring'));
    await expect(customer.getByRole('heading', { level: 1 })).toHaveText('Spring');
  });
});

test('the changelog of a portal is accessible, in the light and in the dark', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${installation.url}/portal/harbour/changelog`);
    await expectAccessible(page);
  }
});

test('when it ships its ideas are done, and the answer to who asked waits for approval', async ({ page }) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/SHIP/releases`);
  await page.getByRole('link', { name: 'Spring' }).click();
  await page.getByRole('button', { name: 'Ship it' }).click();
  await expect(page.getByRole('dialog')).toContainText('9 launch tasks are not done.');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Ship it' }).click();
  await expect(page.getByText('2 of 2')).toBeVisible();
  await page.getByRole('link', { name: 'Calendar feed' }).click();
  await expect(page.getByRole('button', { name: 'Ships in', exact: false })).toContainText('Spring');
  await expect(page.getByRole('tab', { name: /Answers/ })).toBeVisible();
});
