import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { ADMIN, expect, signIn, test, type Installation } from './installation.ts';

test.use({ actionTimeout: 20_000 });

type Created = { readonly id: string; readonly key: string };

const created = async ({ call }: Installation, path: string, body: object): Promise<Created> =>
  (await call('POST', path, body)) as Created;

/** A space with a view of its own. */
async function openView(page: Page, installation: Installation, key: string, parts: object = {}) {
  await created(installation, '/spaces', { key, name: `Space ${key}` });
  await created(installation, '/ideas', { space: key, title: `First of ${key}` });
  const query = { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: ['status'] };
  const view = await created(installation, '/views', {
    space: key,
    name: 'Everything',
    entity: 'idea',
    layout: 'list',
    query,
    ...parts,
  });
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/${key}?view=${view.id}`);
  await expect(page.getByRole('row').filter({ hasText: `First of ${key}` })).toBeVisible();
  return view.id;
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More about this view' }).click();
  await page.getByRole('menuitem', { name }).click();
}

test('a view tells what it is for, by keyboard alone', async ({ page, installation }) => {
  await openView(page, installation, 'VABOUT');
  await page.getByRole('button', { name: 'More about this view' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemcheckbox', { name: 'About this view' })).toBeVisible();
  await page.keyboard.press('a');
  await page.keyboard.press('b');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const about = page.getByRole('region', { name: 'About this view' });
  await expect(about).toContainText(`Owned by ${ADMIN.name}`);
  const text = about.getByRole('textbox', { name: 'Description' });
  await text.click();
  await page.keyboard.type('For the Monday meeting');
  await expect(about.getByText('Saved', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(about.getByText('For the Monday meeting')).toBeVisible();
});

test('a view is limited to some, moved to a section, and brought back as it was', async ({
  page,
  installation,
}) => {
  const id = await openView(page, installation, 'VACTS');
  await choose(page, 'Who may use this view…');
  await page.getByRole('combobox', { name: 'Access' }).click();
  await page.getByRole('option', { name: 'Limited' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Rights saved')).toBeVisible();
  await expect.poll(async () => (await installation.call('GET', `/views/${id}`))['access']).toBe('limited');

  await installation.call('PATCH', `/views/${id}`, { section: 'Weekly' });
  await expect(page.getByRole('navigation', { name: 'Main' }).getByText('Weekly')).toBeVisible();

  await installation.call('PATCH', `/views/${id}`, { name: 'Renamed' });
  await choose(page, 'History of the view…');
  const history = page.getByRole('dialog', { name: 'History of the view' });
  await expect(history.getByText('renamed it')).toBeVisible();
  await history.getByRole('button', { name: /made the view/ }).click();
  await expect(history.getByText('Everything')).toBeVisible();
  await expectAccessible(page);
  await history.getByRole('button', { name: 'Restore' }).last().click();
  await expect.poll(async () => (await installation.call('GET', `/views/${id}`))['name']).toBe('Everything');
  await expect(history).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(async () => (await installation.call('GET', `/views/${id}`))['name']).toBe('Renamed');
});

test('changes of a view with drafts stay with whoever makes them until they are published', async ({
  page,
  installation,
}) => {
  const id = await openView(page, installation, 'VDRAFT', { drafts: true });
  const columns = async () =>
    ((await installation.call('GET', `/views/${id}`))['query'] as { columns: string[] }).columns;
  await page.getByRole('columnheader', { name: 'Status' }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Hide' }).click();
  await expect(page.getByRole('columnheader', { name: 'Status' })).toBeHidden();
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();
  expect(await columns()).toEqual(['status']);
  await page.reload();
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('columnheader', { name: 'Status' })).toBeVisible();

  await page.getByRole('columnheader', { name: 'Status' }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Hide' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect.poll(columns).toEqual([]);
  await expect(page.getByText('Draft', { exact: true })).toBeHidden();
});

test('a view is copied to another space, which is told what it lacks', async ({ page, installation }) => {
  await created(installation, '/spaces', { key: 'VTO', name: 'Other place' });
  const from = await created(installation, '/spaces', { key: 'VFROM', name: 'First place' });
  const field = await created(installation, '/fields', {
    entity: 'idea',
    name: 'Only here',
    type: 'number',
    in: from.id,
  });
  const query = { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: [field.id] };
  const body = { space: 'VFROM', name: 'Travels', entity: 'idea', layout: 'list', query };
  const view = await created(installation, '/views', body);
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/VFROM?view=${view.id}`);
  await expect(page.getByRole('link', { name: 'Travels' }).first()).toBeVisible();
  await choose(page, 'Copy to another space…');
  await page.getByRole('combobox', { name: 'Space' }).click();
  await page.getByRole('option', { name: 'Other place' }).click();
  await expect(page.getByText(/does not have these fields.*Only here/)).toBeVisible();
  await page.getByRole('button', { name: 'Copy the view' }).click();
  await page.waitForURL(/\/s\/VTO\?view=/);
  await expect(page.getByRole('link', { name: 'Travels' }).first()).toBeVisible();
});
