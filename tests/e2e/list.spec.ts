import type { Locator } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { ADMIN, expect, makeInstallation, signIn, test } from './installation.ts';
import { created, makeView, cellOf, openEditor, type Created } from './list-view.ts';

test.use({ actionTimeout: 20_000 });

const FIELDS = [
  { name: 'Note', type: 'text' },
  { name: 'Reach', type: 'number' },
  { name: 'Fit', type: 'rating' },
  { name: 'Share', type: 'slider' },
  { name: 'Promised', type: 'checkbox' },
  { name: 'Areas', type: 'multi-select', config: { options: [{ name: 'Web' }, { name: 'Phone' }] } },
  { name: 'Due', type: 'date' },
  { name: 'Window', type: 'date-range' },
  { name: 'Helpers', type: 'people' },
  { name: 'Spec', type: 'link' },
];

test('every type of field is edited in its cell', async ({ page }) => {
  const installation = await makeInstallation();
  const made = new Map<string, Created>();
  for (const field of FIELDS)
    made.set(field.name, await created(installation, '/fields', { entity: 'idea', ...field }));
  await created(installation, '/teams', { name: 'Core' });
  const idea = await created(installation, '/ideas', { space: 'PROD', title: 'Edit me in place' });
  const columns = ['status', 'owner', 'labels', ...FIELDS.map(({ name }) => made.get(name)?.id ?? '')];
  await page.setViewportSize({ width: 2600, height: 720 });
  await signIn(page, installation);
  await page.goto(await makeView(installation, columns));
  const cell = (column: number): Locator => cellOf(page, 'Edit me', column);
  await expect(cell(1)).toBeVisible();

  const choose = async (column: number, name: string): Promise<void> => {
    await openEditor(cell(column));
    await page.getByRole('option', { name }).first().click();
    await page.keyboard.press('Escape');
  };
  const type = async (column: number, text: string): Promise<void> => {
    await openEditor(cell(column));
    await cell(column).getByRole('textbox').fill(text);
    await page.keyboard.press('Enter');
  };
  await choose(1, 'Exploring');
  await choose(2, ADMIN.name);
  await openEditor(cell(3));
  await page.keyboard.type('mobile');
  await page.getByRole('option', { name: 'mobile' }).click();
  await page.keyboard.press('Escape');
  await type(4, 'A short note');
  await type(5, '1200');
  await openEditor(cell(6));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await openEditor(cell(7));
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await openEditor(cell(8));
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await choose(9, 'Phone');
  await openEditor(cell(10));
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await openEditor(cell(11));
  await page.getByRole('button', { name: 'Quarter' }).click();
  await page.getByRole('button', { name: /Q2/ }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await choose(12, ADMIN.name);
  await type(13, 'example.com/spec');

  await expect(cell(13)).toContainText('example.com/spec');
  const readBack = async (): Promise<Record<string, unknown>> =>
    installation.call('GET', `/ideas/${idea.id}`);
  await expect
    .poll(async () => (await readBack())['spec'])
    .toMatchObject({ url: 'https://example.com/spec' });
  const saved = await readBack();
  expect(saved).toMatchObject({
    status: 'exploring',
    labels: ['mobile'],
    note: 'A short note',
    reach: 1200,
    fit: 3,
    share: 100,
    promised: true,
    areas: ['phone'],
  });
  expect(saved['due']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(saved['window']).toMatchObject({ precision: 'quarter' });
  expect(saved['helpers']).toEqual([saved['owner']]);
  await installation.close();
});

test('columns are added, resized, moved and hidden; a view is renamed, saved and kept as a favourite', async ({
  page,
  installation,
}) => {
  await created(installation, '/ideas', { space: 'PROD', title: 'A row to look at' });
  await signIn(page, installation);
  await page.goto(await makeView(installation, ['status', 'owner', 'votes']));
  const headers = page.getByRole('columnheader');
  await expect(headers).toContainText(['Title', 'Status', 'Owner', 'Votes']);

  await page.getByRole('button', { name: 'Add a column' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Impact');
  await page.getByRole('button', { name: 'Option', exact: true }).click();
  await page.getByLabel('Option 1').fill('High');
  await page.getByRole('button', { name: 'Create field' }).click();
  await expect(headers.filter({ hasText: 'Impact' })).toBeVisible();

  const owner = headers.filter({ hasText: 'Owner' });
  const before = (await owner.boundingBox())?.width ?? 0;
  await owner.getByRole('button').click();
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'Wider' }).click();
  await expect.poll(async () => (await owner.boundingBox())?.width).toBe(before + 40);

  const edge = await owner.boundingBox();
  const [right, middle] = [(edge?.x ?? 0) + (edge?.width ?? 0) - 3, (edge?.y ?? 0) + 15];
  await page.mouse.move(right, middle);
  await page.mouse.down();
  await page.mouse.move(right + 20, middle, { steps: 4 });
  await page.mouse.move(right + 60, middle, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await owner.boundingBox())?.width).toBe(before + 100);

  await headers.filter({ hasText: 'Votes' }).dragTo(headers.filter({ hasText: 'Status' }), {
    targetPosition: { x: 5, y: 10 },
  });
  await expect(headers).toContainText(['Title', 'Votes', 'Status', 'Owner', 'Impact']);
  await headers.filter({ hasText: 'Status' }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Hide' }).click();
  await expect(headers.filter({ hasText: 'Status' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Group' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Status' }).click();
  await expect(page.getByRole('row', { expanded: true }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save view', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Save view', exact: true })).toHaveCount(0);
  const more = page.getByRole('button', { name: 'More about this view' });
  await more.click();
  await page.getByRole('menuitem', { name: /favourite/i }).click();
  await expect(page.getByRole('region', { name: 'Favourites' }).getByRole('link')).toHaveText('Everything');
  await more.click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('By status');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Favourites' }).getByRole('link')).toHaveText('By status');
  await more.click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export as CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

test('on a phone a value is changed on its card', async ({ page, installation }) => {
  const idea = await created(installation, '/ideas', {
    space: 'PROD',
    title: 'From the phone',
    status: 'New',
  });
  await signIn(page, installation);
  await page.goto(
    `${await makeView(installation, ['status'])}&f=${encodeURIComponent('title contains "phone"')}`,
  );
  await page.setViewportSize({ width: 390, height: 844 });
  const card = page.getByRole('article').filter({ hasText: 'From the phone' });
  await card.getByRole('button', { name: /Status/ }).click();
  await page.getByRole('option', { name: 'Later', exact: true }).click();
  await expect(card.getByRole('button', { name: /Status/ })).toContainText('Later');
  await expect
    .poll(async () => (await installation.call('GET', `/ideas/${idea.id}`))['status'])
    .toBe('later');
  await expectAccessible(page);
});

test('values are coloured by the rules of their field', async ({ page, installation }) => {
  await created(installation, '/spaces', { key: 'LRULE', name: 'Rules' });
  const field = await created(installation, '/fields', { entity: 'idea', name: 'Heat', type: 'number' });
  const idea = await created(installation, '/ideas', { space: 'LRULE', title: 'Hot one' });
  await installation.call('PATCH', `/ideas/${idea.id}`, { [field.key]: 90 });
  const query = { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: [field.id] };
  const body = { space: 'LRULE', name: 'All', entity: 'idea', layout: 'list', query };
  const view = await created(installation, '/views', body);
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/LRULE?view=${view.id}`);
  await page.getByRole('columnheader', { name: 'Heat' }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Colour rules…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Colour rules of Heat' });
  await dialog.getByRole('combobox', { name: 'Comparison' }).click();
  await page.getByRole('option', { name: '>', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Heat' }).fill('50');
  await page.keyboard.press('Tab');
  await dialog.getByRole('textbox', { name: 'Emoji' }).fill('🔥');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save rules' }).click();
  await expect(cellOf(page, 'Hot one', 1)).toContainText('🔥');
  await expect(cellOf(page, 'Hot one', 1).locator('.option-green')).toBeVisible();
  await page.goto(`${installation.url}/s/LRULE?view=${view.id}&layout=board`);
  await expect(page.getByRole('button', { name: /Hot one/ })).toContainText('🔥');
});
