/** A Slack workspace is connected in the settings, a message arrives signed, and its author is answered in the thread. */
import { openVendor, type Vendor } from '../../apps/server/src/testing/vendor.ts';
import { signAsSlack } from '../../apps/server/src/testing/sign-hook.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, type Installation } from './installation.ts';
import { test, type Page } from '@playwright/test';

const SECRET = 'a signing secret of Slack';
/** As long as what is due by the clock may take, and an answer after it. */
const untilDue = { timeout: 45_000 };

let vendor: Vendor;
let installation: Installation;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  vendor = await openVendor();
  vendor.answer('POST /api/chat.postMessage', { body: { ok: true } });
  vendor.answer('GET /api/users.info', {
    body: { ok: true, user: { profile: { real_name: 'Grace Hopper' } } },
  });
  installation = await makeInstallation({
    environment: { THROUGHLINE_CONNECTOR_ORIGINS: `slack=${vendor.origin}` },
  });
  await installation.call('POST', '/spaces', { key: 'CHAT', name: 'Chat' });
});

test.afterAll(async () => {
  await installation.close();
  await vendor.close();
});

async function openChannels(page: Page): Promise<void> {
  await page.goto(`${installation.url}/settings/channels`);
  await expect(page.getByRole('heading', { name: 'Chat, support and sales' })).toBeVisible();
}

test('a connection is set up by keyboard, and its secrets are shown to nobody', async ({ page }) => {
  await signIn(page, installation);
  await openChannels(page);
  await page.getByLabel('Name of the new connection').fill('Customers');
  await page.keyboard.press('Enter');
  const head = page.getByRole('button', { name: /Customers/ });
  await head.focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Signing Secret').fill(SECRET);
  await page.getByLabel('Bot User OAuth Token (optional)').fill('xoxb-1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kept. What you type takes its place.')).toHaveCount(2);
  await expect(page.getByLabel('Signing Secret')).toHaveValue('');
  await expectAccessible(page);
});

test('what somebody says there is in the inbox, and is answered in its thread', async ({ page }) => {
  await signIn(page, installation);
  await openChannels(page);
  await page.getByRole('button', { name: /Customers/ }).click();
  const address = await page.getByLabel('Address for Slack').inputValue();
  const event = {
    type: 'message',
    channel: 'C1',
    user: 'U1',
    ts: '1700000000.1',
    text: 'Please add a dark mode',
  };
  const { headers, body } = signAsSlack(SECRET, { type: 'event_callback', team_id: 'T1', event });
  const answer = await fetch(address, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
  const { items } = (await installation.call('GET', '/connections')) as { items: { space: string }[] };
  const space = (await installation.call('GET', `/spaces/${items[0]?.space ?? ''}`)) as { key: string };
  await page.goto(`${installation.url}/feedback?space=${space.key}`);
  const item = page.locator('article');
  await expect(item.getByRole('heading', { name: 'Please add a dark mode' })).toBeVisible();
  const box = item.getByRole('textbox', { name: /Reply to Grace Hopper/ });
  await box.fill('It is there, {name}.');
  await box.press('Control+Enter');
  await expect
    .poll(
      () => vendor.asked.filter(({ method }) => method === 'POST').map(({ body: said }) => said),
      untilDue,
    )
    .toEqual([expect.stringContaining('"text":"It is there, Grace Hopper."')]);
  const posted = vendor.asked.find(({ method }) => method === 'POST');
  expect(JSON.parse(posted?.body ?? '')).toMatchObject({ channel: 'C1', thread_ts: '1700000000.1' });
  await openChannels(page);
  await expect(page.getByText(/1 piece of feedback/)).toBeVisible();
});
