import { ADMIN, expect, makeInstallation, test } from './installation.ts';

test('the first visit makes an account and a workspace, and signs in', async ({ page }) => {
  const fresh = await makeInstallation({ setup: false });
  await page.goto(fresh.url);
  await page.getByLabel('Your name').fill(ADMIN.name);
  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByLabel('Password').fill(ADMIN.password);
  await page.getByLabel('Workspace').fill('Acme');
  await page.getByRole('button', { name: /create/i }).click();
  await page.waitForURL((address) => address.pathname !== '/first-run');
  const setup = await page.request.get(`${fresh.url}/api/v1/setup`);
  expect(await setup.json()).toEqual({ isNeeded: false });
  await fresh.close();
});
