import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, ADMIN, signIn, test, type Installation } from './installation.ts';

test.use({ actionTimeout: 20_000 });

type Listed = { readonly items: readonly Record<string, unknown>[] };

/** A space of its own, opened. */
async function openSpace(page: Page, installation: Installation, key: string) {
  const { id } = await installation.call('POST', '/spaces', { key, name: `Space ${key}` });
  await installation.call('POST', '/ideas', { space: key, title: 'The only one so far' });
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/${key}`);
  await expect(page.getByRole('button', { name: 'New view' })).toBeVisible();
  return String(id);
}

async function viewsOf({ call }: Installation, space: string): Promise<readonly unknown[]> {
  const { items } = (await call('GET', '/views?limit=200&sort=rank')) as Listed;
  return items.filter((view) => view['space'] === space).map(({ name }) => name);
}

async function openSettings(page: Page, { url }: Installation, name: string) {
  await page.goto(`${url}/settings/spaces`);
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(name) })
    .click();
}

test('a space begins with a template and examples, which go again in one act', async ({
  page,
  installation,
}) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/settings/spaces`);
  await page.getByRole('textbox', { name: 'New space' }).fill('Checkout');
  await page.getByLabel('Key', { exact: true }).fill('TPLNEW');
  await page.getByRole('combobox', { name: 'Start from' }).click();
  await page.getByRole('option', { name: /Product roadmap/ }).click();
  await expect(page.getByText('What is planned, for everybody to understand')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Add 5 example ideas' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('“Product roadmap” set up')).toBeVisible();
  await page.goto(`${installation.url}/s/TPLNEW`);
  await expect(page.getByRole('navigation', { name: 'Views' })).toContainText('Themes over time');
  await expect(page.getByText('Find any order by typing a part of it')).toBeVisible();
  await openSettings(page, installation, 'Checkout');
  await page.getByRole('button', { name: 'Remove the example ideas (5)' }).click();
  await expect(page.getByText('Example ideas removed')).toBeVisible();
  await expect(page.getByRole('button', { name: /Remove the example ideas/ })).toBeHidden();
  await expect.poll(async () => (await installation.call('GET', '/ideas?space=TPLNEW'))['items']).toEqual([]);
});

test('a view is made from a template by the mouse, told before, and taken back', async ({
  page,
  installation,
}) => {
  const space = await openSpace(page, installation, 'TPLVIEW');
  await page.getByRole('button', { name: 'New view' }).click();
  const dialog = page.getByRole('dialog', { name: 'New view' });
  await dialog.getByText('Ranked by WSJF').click();
  await expect(dialog.getByRole('figure', { name: /Preview of Ranked by WSJF/ })).toContainText('Job size');
  await expect(dialog.getByText(/New in the space: Business value, Time criticality/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Use it' }).click();
  await expect(page.getByRole('columnheader', { name: 'WSJF' })).toBeVisible();
  await expect(page.getByText('View made from “Ranked by WSJF”')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => viewsOf(installation, space)).toEqual(['All ideas', 'Board']);
});

test('a view is found and made by keyboard alone, and an empty one too', async ({ page, installation }) => {
  const space = await openSpace(page, installation, 'TPLKEYS');
  await page.getByRole('button', { name: 'New view' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New view' });
  await expect(dialog.getByRole('textbox', { name: 'Search templates' })).toBeFocused();
  await page.keyboard.type('quick wins');
  await expect(dialog.getByRole('region', { name: 'Value and effort' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => viewsOf(installation, space)).toContain('Value and effort');
  await page.getByRole('button', { name: 'New view' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Search templates' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'Board' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => viewsOf(installation, space)).toContain('New view');
});

test('a view and a space are kept as templates of one’s own', async ({ page, installation }) => {
  const space = await openSpace(page, installation, 'TPLOWN');
  await page.getByRole('button', { name: 'More about this view' }).click();
  await page.getByRole('menuitem', { name: 'Save as template' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as template' });
  await dialog.getByLabel('Name').fill('Our Monday list');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save template' }).click();
  await expect(page.getByText('Template “Our Monday list” saved')).toBeVisible();
  await openSettings(page, installation, 'Space TPLOWN');
  await page.getByRole('button', { name: 'Save as template…' }).click();
  await dialog.getByLabel('Name').fill('Our way of working');
  await dialog.getByRole('button', { name: 'Save template' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Set up from a template…' }).click();
  const gallery = page.getByRole('dialog', { name: 'Set up from a template' });
  await gallery.getByText('Our way of working').click();
  await gallery.getByRole('button', { name: 'Use it' }).click();
  await expect(page.getByText('The space has all of “Our way of working” already')).toBeVisible();
  expect(await viewsOf(installation, space)).toEqual(['All ideas', 'Board']);
});

test('an empty description begins with a template by one click or one key, and new ideas with the default', async ({
  page,
  installation,
}) => {
  const space = await openSpace(page, installation, 'TPLTEXT');
  await installation.call('POST', `/spaces/${space}/apply`, { template: 'problem' });
  const idea = await installation.call('POST', '/ideas', { space, title: 'Empty so far' });
  await page.goto(`${installation.url}/s/TPLTEXT?open=${String(idea['key'])}`);
  const text = page.getByRole('textbox', { name: 'Description' });
  await expect(page.getByRole('button', { name: 'Problem' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('article', { name: 'Record' }).getByRole('button', { name: 'Problem' }).click();
  await expect(text).toContainText('Who it happens to');
  await expect(page.getByRole('button', { name: 'Problem' })).toBeHidden();
  const other = await installation.call('POST', '/ideas', { space, title: 'By one key' });
  await page.goto(`${installation.url}/s/TPLTEXT?open=${String(other['key'])}`);
  await expect(page.getByRole('button', { name: 'Problem' })).toBeVisible();
  await page.keyboard.press('d');
  await expect(text).toContainText('Who it happens to');
  await openSettings(page, installation, 'Space TPLTEXT');
  await page.getByRole('button', { name: 'Edit Problem' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit Problem' });
  await dialog.getByRole('checkbox', { name: 'New ideas begin with it' }).click();
  await expect(dialog.getByRole('checkbox', { name: 'New ideas begin with it' })).toBeChecked();
  await dialog.getByRole('textbox', { name: 'Description' }).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Since when? ');
  await dialog.getByLabel('Name').focus();
  await expect(page.getByText('Description template saved').first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${installation.url}/s/TPLTEXT`);
  await expect(page.getByText('By one key')).toBeVisible();
  await page.keyboard.press('c');
  await page.getByPlaceholder('What might we build or change?').fill('Begun by itself');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Created “Begun by itself”')).toBeVisible();
  await expect
    .poll(async () => {
      const { items } = (await installation.call('GET', `/ideas?space=TPLTEXT&sort=-createdAt`)) as Listed;
      const whole = await installation.call('GET', `/ideas/${String(items[0]?.['id'])}`);
      return String(whole['description']);
    })
    .toContain('Since when?');
});

test('somebody new begins with a template', async ({ page }) => {
  const fresh = await makeInstallation({ setup: false });
  await page.goto(fresh.url);
  await page.getByLabel('Your name').fill(ADMIN.name);
  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByLabel('Password').fill(ADMIN.password);
  await page.getByLabel('Workspace').fill('Acme');
  await page.getByRole('button', { name: /create/i }).click();
  await page.getByRole('button', { name: /Start with a template/ }).click();
  await page.getByRole('textbox', { name: 'Search templates' }).fill('bug');
  await expect(page.getByRole('heading', { name: 'Bug triage' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use it' }).click();
  await page.waitForURL(/\/s\/PROD/);
  await expect(page.getByRole('navigation', { name: 'Views' })).toContainText('Worst first');
  await fresh.close();
});
