import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, test } from './installation.ts';

test('somebody invited by a link joins with the role of the link', async ({
  page,
  browser,
  installation,
}) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/settings/people`);
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByLabel('Invitation link').inputValue();
  await expectAccessible(page);

  const theirs = await browser.newContext();
  const visitor = await theirs.newPage();
  await visitor.goto(link);
  await expectAccessible(visitor);
  await visitor.getByLabel('Your name').fill('Grace Hopper');
  await visitor.getByLabel('E-mail').fill('grace@example.com');
  await visitor.getByLabel('Password').fill('a long enough secret');
  await visitor.getByRole('button', { name: 'Join' }).click();
  await visitor.waitForURL(/\/s\/PROD/);
  await theirs.close();

  await expect(page.getByText('grace@example.com')).toBeVisible();
  await expect(page.getByLabel('Role of Grace Hopper')).toContainText('Contributor');
  const again = await browser.newContext();
  const late = await again.newPage();
  await late.goto(link);
  await late.getByLabel('Your name').fill('Mallory');
  await late.getByLabel('E-mail').fill('mallory@example.com');
  await late.getByLabel('Password').fill('a long enough secret');
  await late.getByRole('button', { name: 'Join' }).click();
  await expect(late.getByRole('alert')).toContainText('does not work any more');
  await again.close();
});

test('after the first account a template gives fields to score with and a roadmap', async ({ page }) => {
  const fresh = await makeInstallation({ setup: false });
  await page.goto(fresh.url);
  await page.getByLabel('Your name').fill('Ada Byron');
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByLabel('Workspace').fill('Acme');
  await page.getByRole('button', { name: /create/i }).click();
  await page.waitForURL(/\/start$/);
  await expectAccessible(page);
  await page.getByRole('button', { name: /Start with a template/ }).click();
  await page.getByRole('textbox', { name: 'Search templates' }).fill('RICE');
  await expect(page.getByRole('heading', { name: 'RICE prioritisation' })).toBeVisible();
  await page.getByRole('button', { name: 'Use it' }).click();
  await page.waitForURL(/\/s\/PROD/);
  await page.getByRole('link', { name: 'Ranked by RICE' }).first().click();
  await expect(page.getByRole('heading', { name: 'Product' })).toBeVisible();
  await fresh.close();
});

for (const section of ['profile', 'tokens', 'teams', 'spaces', 'fields', 'workspace']) {
  test(`the settings of ${section} can be read by everybody`, async ({ page, installation }) => {
    await signIn(page, installation);
    await page.goto(`${installation.url}/settings/${section}`);
    await expect(page.getByRole('navigation', { name: 'Settings sections' })).toBeVisible();
    await expectAccessible(page);
  });
}

test('a token is shown once, works, and stops when it is revoked', async ({ page, installation }) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/settings/tokens`);
  await page.getByLabel('New token for').fill('Report');
  await page.getByRole('button', { name: 'Create token' }).click();
  const token = await page.getByLabel('Token', { exact: true }).inputValue();
  const ask = () =>
    fetch(`${installation.url}/api/v1/ideas`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status).toBe(200);
  await page.getByRole('button', { name: 'Revoke Report' }).click();
  await expect(page.getByRole('button', { name: 'Revoke Report' })).toHaveCount(0);
  await expect.poll(async () => (await ask()).status, { timeout: 40_000 }).toBe(401);
});

test('a space, a team and a status of one’s own are made in the settings', async ({ page, installation }) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/settings/spaces`);
  await page.getByRole('textbox', { name: 'New space' }).fill('Mobile app');
  await expect(page.getByLabel('Key', { exact: true })).toHaveValue('MA');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Mobile app' }),
  ).toBeVisible();
  await page.goto(`${installation.url}/settings/fields`);
  await page.getByRole('button', { name: /^Status/ }).click();
  await page.getByLabel('Name of the option').first().fill('Fresh');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Status saved')).toBeVisible();
  const { items } = (await installation.call('GET', '/fields')) as { items: readonly { config: unknown }[] };
  expect(JSON.stringify(items)).toContain('"name":"Fresh"');
});

test('companies open down to what was said', async ({ page, installation }) => {
  const { id: company } = await installation.call('POST', '/companies', {
    name: 'Anchor Freight',
    revenue: 120_000,
  });
  await installation.call('POST', '/feedback', {
    space: 'PROD',
    title: 'Too slow',
    body: 'It is too slow',
    company,
  });
  await signIn(page, installation);
  await page.goto(`${installation.url}/companies`);
  await expect(page.getByRole('link', { name: 'Anchor Freight' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Anchor Freight' }).click();
  await expect(page.getByRole('heading', { name: 'Anchor Freight' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: /Too slow/ }).click();
  await expect(page.getByRole('region', { name: 'What was said' })).toHaveText('It is too slow');
});

test('the palette finds records with a letter wrong, and goes there', async ({ page, installation }) => {
  await installation.call('POST', '/companies', { name: 'Meridian Hotels' });
  await signIn(page, installation);
  await page.goto(`${installation.url}/companies`);
  await expect(page.getByRole('link', { name: 'Meridian Hotels' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Commands' }).fill('meridain');
  await expect(page.getByRole('option', { name: /Meridian Hotels/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Meridian Hotels' })).toBeVisible();
});
