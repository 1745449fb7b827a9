import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { ADMIN, expect, makeInstallation, signIn, test, type Installation } from './installation.ts';

test.use({ actionTimeout: 20_000 });

type Idea = { readonly id: string; readonly key: string };

const makeIdea = async ({ call }: Installation, title: string): Promise<Idea> =>
  (await call('POST', '/ideas', { space: 'PROD', title })) as Idea;

const GRACE = { name: 'Hedy Lamarr', email: 'grace.writes@example.com', password: 'a long enough secret' };

/** Somebody else joins by a link of the admin's, in a browser of their own. */
async function joinAsGrace(admin: Page, browser: Browser, { url }: Installation): Promise<Page> {
  await admin.goto(`${url}/settings/people`);
  await admin.getByRole('button', { name: 'Make a link' }).click();
  const link = await admin.getByLabel('Invitation link').inputValue();
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByLabel('Your name').fill(GRACE.name);
  await page.getByLabel('E-mail').fill(GRACE.email);
  await page.getByLabel('Password').fill(GRACE.password);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.waitForURL(/\/s\/PROD/);
  return page;
}

test('two people write one description, talk about it, and one hears that the other named her', async ({
  page,
  browser,
  installation,
}) => {
  const idea = await makeIdea(installation, 'Written together');
  await signIn(page, installation);
  const grace = await joinAsGrace(page, browser, installation);
  const address = `${installation.url}/s/PROD/idea/${idea.key}`;
  await page.goto(address);
  await grace.goto(address);
  const description = (where: Page) => where.getByRole('textbox', { name: 'Description' });
  await description(page).click();
  await page.keyboard.type('Ada begins. ');
  await expect(description(grace)).toContainText('Ada begins.');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  const box = page.getByRole('textbox', { name: /Write a comment/ });
  await box.fill('What do you think, ');
  await box.press('End');
  await page.keyboard.type('@hed');
  await page.getByRole('option', { name: GRACE.name }).click();
  await page.getByRole('button', { name: /^Comment/ }).click();
  await expect(grace.getByText('What do you think,')).toBeVisible();
  const bell = grace.getByRole('button', { name: /Notifications: 1 unread/ });
  await expect(bell).toBeVisible();
  await bell.click();
  await expect(grace.getByRole('button', { name: /mentioned you on Written together/ })).toBeVisible();
  await grace.keyboard.press('Escape');

  await page.getByRole('button', { name: '0 votes' }).click();
  await expect(grace.getByRole('button', { name: '1 vote' })).toBeVisible();
  await page.getByRole('button', { name: 'React' }).first().click();
  await page.getByRole('button', { name: 'React with 👍' }).first().click();
  await expect(grace.getByRole('button', { name: 'React with 👍' }).first()).toContainText('1');
  await expectAccessible(page);
  await grace.context().close();
});

test('evidence, connections and files are added by hand', async ({ page, installation }) => {
  const idea = await makeIdea(installation, 'Holds many things');
  await makeIdea(installation, 'Stands beside it');
  await installation.call('POST', '/companies', { name: 'Anchor Freight' });
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/PROD/idea/${idea.key}`);
  await page.getByRole('button', { name: 'Add insight' }).click();
  await page.getByRole('textbox', { name: 'What was said' }).fill('We need this every week');
  await page
    .getByRole('button', { name: 'Company' })
    .or(page.getByRole('combobox', { name: 'Company' }))
    .click();
  await page.getByRole('option', { name: 'Anchor Freight' }).click();
  await page.getByRole('button', { name: 'Add insight' }).last().click();
  await expect(page.getByText('We need this every week')).toBeVisible();
  await expect(page.getByRole('tab', { name: /Insights/ })).toContainText('1');

  await page.getByRole('tab', { name: /Connections/ }).click();
  await page.getByRole('combobox', { name: 'Find a record…' }).click();
  await page.getByRole('option', { name: /Stands beside it/ }).click();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('tab', { name: /Connections/ })).toContainText('1');

  await page.getByRole('tab', { name: /Files/ }).click();
  await page
    .getByLabel('Attach files')
    .setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Hello') });
  await expect(page.getByRole('link', { name: /note\.txt/ })).toBeVisible();
});

test('an idea is merged into another, and one undo brings it back', async ({ page, installation }) => {
  const idea = await makeIdea(installation, 'A copy of it');
  const into = await makeIdea(installation, 'The one that stays');
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/PROD?open=${idea.key}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /Merge into/ }).click();
  const dialog = page.getByRole('dialog', { name: /Merge/ });
  await dialog
    .getByRole('combobox', { name: 'Into' })
    .or(dialog.getByRole('button', { name: 'Into' }))
    .click();
  await page.getByRole('option', { name: /The one that stays/ }).click();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  const isArchived = async (): Promise<boolean> =>
    typeof (await installation.call('GET', `/ideas/${idea.id}?archived=true`))['mergedInto'] === 'string';
  await expect.poll(isArchived).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(isArchived).toBe(false);
  expect(into.key).not.toBe(idea.key);
});

test('a password is changed, and a person who left can come back', async ({ page, browser }) => {
  const installation = await makeInstallation();
  await signIn(page, installation);
  const grace = page.getByRole('button', { name: `Deactivate ${GRACE.name}` });
  const theirs = await joinAsGrace(page, browser, installation);
  await theirs.context().close();
  await grace.click();
  await expect(grace).toHaveCount(0);
  await page.getByRole('button', { name: 'Reactivate' }).click();
  await expect(grace).toBeVisible();

  await page.goto(`${installation.url}/settings/profile`);
  const next = `${ADMIN.password} staple`;
  await page.getByLabel('Current password').fill(ADMIN.password);
  await page.getByLabel('New password').fill(next);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('Password changed')).toBeVisible();
  const again = await (await browser.newContext()).newPage();
  await again.goto(`${installation.url}/sign-in`);
  await again.getByLabel('E-mail').fill(ADMIN.email);
  await again.getByLabel('Password').fill(next);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await again.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  await again.context().close();
  await installation.close();
});
