import { expectAccessible } from './expect-accessible.ts';
import { ADMIN, expect, makeInstallation, test } from './installation.ts';

test('the first visit makes an account and a workspace, and signs in', async ({ page }) => {
  const fresh = await makeInstallation({ setup: false });
  await page.goto(fresh.url);
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.keyboard.type(ADMIN.name);
  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByLabel('Password').fill(ADMIN.password);
  await page.getByLabel('Workspace').fill('Acme');
  await page.getByRole('button', { name: /create/i }).click();
  await page.waitForURL((address) => address.pathname !== '/first-run');
  const setup = await page.request.get(`${fresh.url}/api/v1/setup`);
  expect(await setup.json()).toEqual({ isNeeded: false });
  await page.getByRole('button', { name: /template/i }).click();
  await expect(page.getByRole('textbox', { name: 'Search templates' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('rice');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/s\//);
  await expect(page.getByRole('navigation', { name: 'Views' })).toContainText('Ranked by RICE');
  await fresh.close();
});
