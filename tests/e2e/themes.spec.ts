import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, test, type Installation } from './installation.ts';

const ABOUT = [
  ['I want a refund for my order', 'My refund never arrived', 'How long does a refund take'],
  ['The battery is empty too soon', 'Battery drains at night', 'A better battery would help'],
  ['The invoice has no tax number', 'Send me the invoice by mail', 'The invoice is wrong again'],
];

let themed: Installation;

test.beforeAll(async () => {
  themed = await makeInstallation();
  await themed.call('POST', '/spaces', { key: 'SAID', name: 'What was said' });
  const { id: company } = await themed.call('POST', '/companies', { name: 'Harbor', revenue: 120_000 });
  for (let turn = 1; turn <= 4; turn++)
    for (const title of ABOUT.flat())
      await themed.call('POST', '/feedback', { space: 'SAID', title: `${title} (${turn})`, company });
  // Themes are looked for when the server starts, and every ten minutes.
  await themed.kill();
  await themed.restart();
  await expect
    .poll(async () => ((await themed.call('GET', '/themes'))['items'] as object[]).length, {
      timeout: 60_000,
    })
    .toBeGreaterThan(1);
});

test.afterAll(() => themed.close());

test('themes are opened down to the words, named and hidden by keyboard', async ({ page }) => {
  await signIn(page, themed);
  await page.goto(`${themed.url}/s/SAID/themes`);
  const list = page.getByRole('region', { name: 'Themes of What was said' });
  const battery = list
    .getByRole('heading', { name: /battery/i })
    .getByRole('button')
    .first();
  await expect(battery).toBeVisible();
  await expect(list.getByText(/120,000.* behind it/).first()).toBeVisible();
  await expectAccessible(page);
  await battery.focus();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('link', { name: /battery/i }).first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const name = list.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Battery life');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('button', { name: 'Battery life', exact: true })).toBeVisible();
  await list.getByRole('button', { name: 'Hide Battery life' }).focus();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('button', { name: 'Battery life', exact: true })).toHaveCount(0);
  await list.getByRole('button', { name: 'Show 1 hidden theme' }).click();
  await expect(list.getByRole('button', { name: 'Show Battery life again' })).toBeVisible();
  await expect
    .poll(async () => JSON.stringify(await themed.call('GET', '/themes')))
    .toContain('"label":"Battery life"');
});

test('themes fit a phone in the dark', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, themed);
  await page.goto(`${themed.url}/s/SAID/themes`);
  await expect(page.getByRole('region', { name: 'Themes of What was said' })).toBeVisible();
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await page.screenshot({ path: test.info().outputPath('themes-phone.png') });
});
