import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { ADMIN, expect, makeInstallation, signIn, test, type Installation } from './installation.ts';

test.use({ actionTimeout: 20_000 });

type Created = { readonly id: string; readonly key: string };

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

const created = async ({ call }: Installation, path: string, body: object): Promise<Created> =>
  (await call('POST', path, body)) as Created;

async function makeView(
  installation: Installation,
  columns: readonly string[],
  parts: object = {},
): Promise<string> {
  const query = { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns, ...parts };
  const view = await created(installation, '/views', {
    space: 'PROD',
    name: 'Everything',
    entity: 'idea',
    layout: 'list',
    query,
  });
  return `${installation.url}/s/PROD?view=${view.id}`;
}

/** The cell of a record in a column. */
function cellOf(page: Page, title: string, column: number): Locator {
  return page.getByRole('row').filter({ hasText: title }).locator(`[data-column="${column}"]`);
}

/** Makes the cell the active one with a click, and opens its editor with another. */
async function openEditor(cell: Locator): Promise<void> {
  await cell.click();
  await cell.click();
}

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

test('a condition is built from rows with an OR inside, and read as text', async ({ page, installation }) => {
  for (const [title, status] of [
    ['Alpha now', 'Now'],
    ['Beta next', 'Next'],
    ['Gamma later', 'Later'],
  ])
    await created(installation, '/ideas', { space: 'PROD', title, status });
  await signIn(page, installation);
  await page.goto(await makeView(installation, ['status']));
  await expect(page.getByText('Gamma later')).toBeVisible();
  await page.keyboard.press('/');
  const text = page.getByRole('textbox', { name: 'Filter as text' });
  await text.fill('status = "Now" or (status = "Next" and (title contains "beta" or votes > 3))');
  await expect(page.getByRole('row').filter({ hasText: 'Gamma' })).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'Alpha' })).toHaveCount(1);
  await expect(page.getByRole('row').filter({ hasText: 'Beta' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Condition' }).first().click();
  await expectAccessible(page);
});

test('chosen rows are changed together, and one undo takes it back', async ({ page, installation }) => {
  for (const number of [1, 2, 3])
    await created(installation, '/ideas', { space: 'PROD', title: `Bulk ${number}`, status: 'New' });
  await signIn(page, installation);
  await page.goto(
    `${await makeView(installation, ['status'])}&f=${encodeURIComponent('title contains "Bulk"')}`,
  );
  await expect(page.getByRole('row').filter({ hasText: 'Bulk' })).toHaveCount(3);
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('ControlOrMeta+a');
  const bar = page.getByRole('region', { name: 'Actions for the selection' });
  await bar.getByRole('button', { name: 'Edit a field' }).click();
  await page.getByRole('menuitem', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Next', exact: true }).click();
  const next = page.getByRole('row').filter({ hasText: 'Bulk' }).filter({ hasText: 'Next' });
  await expect(next).toHaveCount(3);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(next).toHaveCount(0);
});

test('an act is taken back whole while half of it is still on its way', async ({ page, installation }) => {
  for (const number of [1, 2, 3])
    await created(installation, '/ideas', { space: 'PROD', title: `Slow ${number}`, status: 'New' });
  const view = await makeView(installation, ['status']);
  await signIn(page, installation);
  await page.goto(`${view}&f=${encodeURIComponent('title contains "Slow"')}`);
  await expect(page.getByRole('row').filter({ hasText: 'Slow' })).toHaveCount(3);
  // From here on the stream never opens and each answer takes its time.
  await page.route('**/api/v1/sync/changes*', () => undefined);
  await page.route('**/api/v1/ideas/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: 'Slow' })).toHaveCount(3);
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('ControlOrMeta+a');
  const bar = page.getByRole('region', { name: 'Actions for the selection' });
  await bar.getByRole('button', { name: 'Edit a field' }).click();
  await page.getByRole('menuitem', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Next', exact: true }).click();
  await page.waitForRequest((request) => request.method() === 'PATCH');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  const statuses = async (): Promise<readonly unknown[]> => {
    const found = await installation.call(
      'GET',
      `/ideas?filter=${encodeURIComponent('title contains "Slow"')}&archived=false`,
    );
    return (found['items'] as { status: string; seq: number }[]).map(({ status, seq }) => [status, seq > 0]);
  };
  await page.waitForResponse((response) => response.url().endsWith('/api/v1/undo'));
  await page.waitForTimeout(2500);
  expect(await statuses()).toEqual(Array.from({ length: 3 }, () => ['new', true]));
});

test('a row dragged to another group gets its value and its place, and others see it', async ({
  page,
  browser,
  installation,
}) => {
  await created(installation, '/ideas', { space: 'PROD', title: 'Haul first', status: 'Now' });
  await created(installation, '/ideas', { space: 'PROD', title: 'Haul second', status: 'Now' });
  const moved = await created(installation, '/ideas', { space: 'PROD', title: 'Haul me', status: 'Later' });
  const group = [{ by: { type: 'field', field: 'status' }, direction: 'ascending' }];
  const view = await makeView(installation, ['status'], { group });
  const address = `${view}&f=${encodeURIComponent('title contains "Haul"')}`;
  await signIn(page, installation);
  await page.goto(address);
  const other = await (
    await browser.newContext({ storageState: await page.context().storageState() })
  ).newPage();
  await other.goto(address);
  const titles = (where: Page) => where.locator('[role=row][aria-level="2"] [data-column="0"]');
  await expect(titles(page)).toHaveCount(3);
  await expect(titles(other)).toHaveCount(3);

  const row = page.getByRole('row').filter({ hasText: 'Haul me' });
  await row.hover();
  await row.locator('[data-handle]').dragTo(page.getByRole('row').filter({ hasText: 'Haul second' }), {
    targetPosition: { x: 60, y: 4 },
  });
  await expect(titles(page)).toHaveText(['Haul first', 'Haul me', 'Haul second']);
  await expect(titles(other)).toHaveText(['Haul first', 'Haul me', 'Haul second']);
  expect(await installation.call('GET', `/ideas/${moved.id}`)).toMatchObject({ status: 'now' });
  await expect(other.locator('.arrives-even, .arrives-odd')).not.toHaveCount(0);
  await other.context().close();
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

test('ideas stand under their parents, fold by key, and sum up below', async ({ page, installation }) => {
  await created(installation, '/spaces', { key: 'LNEST', name: 'Nested' });
  const make = (title: string, parts: object = {}) =>
    created(installation, '/ideas', { space: 'LNEST', title, ...parts });
  const top = await make('Nest top');
  const middle = await make('Nest middle', { parent: top.id });
  await make('Nest leaf', { parent: middle.id, status: 'exploring' });
  await make('Nest other');
  const query = {
    version: 1,
    entity: 'idea',
    order: [],
    group: [],
    aggregates: [],
    columns: ['status', 'votes'],
  };
  const settings = { layouts: { list: { nest: true } } };
  const body = { space: 'LNEST', name: 'Tree', entity: 'idea', layout: 'list', query, settings };
  const view = await created(installation, '/views', body);
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/LNEST?view=${view.id}`);
  const rows = page.locator('[data-row]');
  await expect(rows).toHaveText([/Nest top/, /Nest middle/, /Nest leaf/, /Nest other/]);
  await expect(page.locator('[data-summary]')).toContainText('4 records');
  await expectAccessible(page);
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(rows).toHaveText([/Nest top/, /Nest other/]);
  await page.keyboard.press('ArrowRight');
  await expect(rows).toHaveCount(4);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(rows).toHaveText([/Nest top/, /Nest middle/, /Nest other/]);
  await page.goto(
    `${installation.url}/s/LNEST?view=${view.id}&f=${encodeURIComponent('status = "Exploring"')}`,
  );
  await expect(rows.filter({ hasText: 'Nest top' })).toBeVisible();
  await expect(rows.filter({ hasText: 'Nest other' })).toHaveCount(0);
});

test('a table is pasted with a preview, titles at once, and values onto cells', async ({
  page,
  installation,
}) => {
  await created(installation, '/spaces', { key: 'LPASTE', name: 'Pasted' });
  await created(installation, '/ideas', { space: 'LPASTE', title: 'Here before' });
  const query = {
    version: 1,
    entity: 'idea',
    order: [],
    group: [],
    aggregates: [],
    columns: ['status', 'owner'],
  };
  const body = { space: 'LPASTE', name: 'All', entity: 'idea', layout: 'list', query };
  const view = await created(installation, '/views', body);
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/LPASTE?view=${view.id}`);
  const grid = page.getByRole('treegrid');
  await expect(grid).toBeVisible();
  const paste = async (text: string): Promise<void> => {
    await grid.focus();
    await grid.evaluate((element, given) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', given);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  };
  await paste('Idea\tStatus\tOwner\nPasted one\tExploring\tAda Byron\nPasted two\tSoonish\t\n');
  await expect(page.getByText(/Pasted two, Status: “Soonish”/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Make 2 ideas' }).click();
  await expect(cellOf(page, 'Pasted one', 1)).toHaveText('Exploring');
  await expect(cellOf(page, 'Pasted one', 2)).toHaveText(/Ada Byron/);
  await paste('Title A\nTitle B');
  await expect(cellOf(page, 'Title B', 0)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(cellOf(page, 'Title B', 0)).toBeHidden();
  await cellOf(page, 'Here before', 1).click();
  await paste('Next');
  await expect(cellOf(page, 'Here before', 1)).toHaveText('Next');
  await cellOf(page, 'Here before', 1).click();
  await paste('Nonsense');
  await expect(page.getByRole('dialog', { name: 'Not everything could be pasted' })).toBeVisible();
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
