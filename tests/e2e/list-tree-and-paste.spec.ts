import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test } from './installation.ts';
import { created, cellOf } from './list-view.ts';

test.use({ actionTimeout: 20_000 });

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
