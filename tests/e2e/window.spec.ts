/** A space with more ideas than a browser is sent: the server is told to send at most 200. */
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, test as base, type Installation } from './installation.ts';

const COUNT = 2300;
const SIZES = ['Small', 'Middle', 'Large'];

const test = base.extend<object, { large: Installation }>({
  large: [
    async ({ browserName: _browserName }, use) => {
      const installation = await makeInstallation({ environment: { THROUGHLINE_WINDOW_FROM: '200' } });
      const rows = Array.from({ length: COUNT }, (_, at) =>
        [`L-${at}`, `Idea ${at}`, at, SIZES[at % 3]].join(','),
      );
      const file = join(tmpdir(), `throughline-window-${process.pid}.csv`);
      await writeFile(file, ['Issue id,Title,Reach,Size', ...rows].join('\n'));
      await installation.command('import', file, '--as', 'ideas', '--space', 'PROD');
      await rm(file);
      await use(installation);
      await installation.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test.use({ actionTimeout: 20_000 });

type Fields = Readonly<Record<string, string>>;

async function fieldsOf({ call }: Installation): Promise<Fields> {
  const { items } = (await call('GET', '/fields?limit=200')) as {
    items: readonly { id: string; key: string }[];
  };
  return Object.fromEntries(items.map(({ id, key }) => [key, id]));
}

async function makeView(installation: Installation, parts: object = {}): Promise<string> {
  const { reach = '', size = '' } = await fieldsOf(installation);
  const order = [{ by: { type: 'field', field: reach }, direction: 'descending' }];
  const query = { version: 1, entity: 'idea', order, group: [], aggregates: [], columns: [reach, size] };
  const { id } = await installation.call('POST', '/views', {
    space: 'PROD',
    name: 'By reach',
    entity: 'idea',
    layout: 'list',
    query,
    settings: { layouts: { list: { summaries: { [reach]: 'sum' } } } },
    ...parts,
  });
  return `${installation.url}/s/PROD?view=${String(id)}`;
}

const note = (page: Page) => page.getByRole('status').filter({ hasText: /loaded|first|Asking/ });
const row = (page: Page, title: string) =>
  page.getByRole('row').filter({ has: page.getByText(title, { exact: true }) });

test('a list begins with the first of its order, and goes on to the end by keyboard', async ({
  page,
  large,
}) => {
  await signIn(page, large);
  await page.goto(await makeView(large));
  await expect(note(page)).toHaveText('500 of 2,300 loaded. More come as you scroll.');
  await expect(row(page, 'Idea 2299')).toBeVisible();
  // Of all of them, not of those that are here.
  await expect(page.getByText(new Intl.NumberFormat('en').format((COUNT * (COUNT - 1)) / 2))).toBeVisible();
  await expect(page.getByText('2,300 records')).toBeVisible();
  await expectAccessible(page);
  await row(page, 'Idea 2299').locator('[data-column="2"]').click();
  await expect(async () => {
    await page.keyboard.press('Control+ArrowDown');
    await expect(note(page)).toHaveText('All 2,300 loaded.', { timeout: 1000 });
  }).toPass();
  await page.keyboard.press('Control+ArrowDown');
  await expect(row(page, 'Idea 0')).toBeVisible();
});

test('another order and a condition are asked of the server', async ({ page, large }) => {
  await signIn(page, large);
  const view = await makeView(large);
  await page.goto(`${view}&sort=reach`);
  await expect(row(page, 'Idea 0')).toBeVisible();
  await expect(note(page)).toHaveText(/500 of 2,300/);
  await page.goto(`${view}&f=${encodeURIComponent('reach < 100 and size = "Large"')}`);
  await expect(row(page, 'Idea 98')).toBeVisible();
  await expect(note(page)).toHaveText('All 33 loaded.');
});

test('edits show at once, and so does what others write and what is new', async ({ page, large }) => {
  await signIn(page, large);
  await page.goto(await makeView(large));
  const first = row(page, 'Idea 2299');
  const cell = row(page, 'Idea 2290').locator('[data-column="1"]');
  await expect(first).toBeVisible();
  await cell.click();
  await cell.click();
  await cell.getByRole('textbox').fill('9000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').nth(1)).toContainText('Idea 2290');
  await expect(async () => {
    const { items } = await large.call('GET', `/ideas?filter=${encodeURIComponent('reach = 9000')}`);
    expect(items).toMatchObject([{ title: 'Idea 2290' }]);
  }).toPass();
  const { items } = (await large.call(
    'GET',
    `/ideas?filter=${encodeURIComponent('title = "Idea 2298"')}`,
  )) as {
    items: readonly { id: string }[];
  };
  await large.call('PATCH', `/ideas/${items[0]?.id}`, { title: 'Renamed elsewhere' });
  await expect(row(page, 'Renamed elsewhere')).toBeVisible();
  await large.call('POST', '/ideas', { space: 'PROD', title: 'New elsewhere', reach: 8000 });
  await expect(row(page, 'New elsewhere')).toBeVisible();
  await expect(note(page)).toHaveText(/of 2,301 loaded/);
});

test('a record that is not here opens, groups tell how many there are, and a board says what it shows', async ({
  page,
  large,
}) => {
  await signIn(page, large);
  const { size = '' } = await fieldsOf(large);
  const view = await makeView(large);
  const { items } = (await large.call('GET', `/ideas?filter=${encodeURIComponent('title = "Idea 7"')}`)) as {
    items: readonly { key: string }[];
  };
  await page.goto(`${view}&open=${items[0]?.key}`);
  await expect(
    page
      .getByRole('textbox', { name: 'Title' })
      .or(page.getByRole('heading', { name: 'Idea 7' }))
      .first(),
  ).toBeVisible();
  await page.goto(`${view}&group=size`);
  await expect(page.getByRole('row').filter({ hasText: 'Small' }).first()).toContainText('767');
  await page.goto(`${view}&layout=board&group=size`);
  await expect(note(page)).toHaveText(/^All 2,30\d loaded/);
  await expectAccessible(page);
  expect(size).not.toBe('');
});

test('a field is marked as quick to sort by, and says when its index is there', async ({ page, large }) => {
  await signIn(page, large);
  await page.goto(`${large.url}/settings/fields`);
  const field = page.getByRole('button', { name: /^Reach/ });
  const mark = page.getByRole('switch', { name: 'Quick to sort by' });
  await field.click();
  await mark.press('Space');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(mark).toBeHidden();
  await expect(async () => {
    expect(await large.call('GET', '/sort-indexes')).toMatchObject({ items: [{ state: 'ready' }] });
  }).toPass();
  await page.reload();
  await field.click();
  await expect(mark).toBeChecked();
  await expect(page.getByText('The index is ready.')).toBeVisible();
  await expectAccessible(page);
  await page.goto(await makeView(large));
  await expect(page.getByRole('row').nth(1)).toContainText(/Idea/);
});
