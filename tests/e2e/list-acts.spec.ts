import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test } from './installation.ts';
import { created, makeView } from './list-view.ts';

test.use({ actionTimeout: 20_000 });

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
