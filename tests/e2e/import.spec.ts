import { expectAccessible } from './expect-accessible.ts';
import type { Page } from '@playwright/test';
import { expect, signIn, test, type Installation } from './installation.ts';

const csv = [
  'title,due,team_size',
  'First,2026-03-01,3',
  'Second,31/02/2026,4',
  'Third,2026-03-05,five',
].join('\n');
const file = { name: 'ideas.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };

test.beforeAll(({ installation }) =>
  installation.call('POST', '/spaces', { key: 'FILES', name: 'From files' }),
);

async function openImport(page: Page, installation: Installation): Promise<void> {
  await signIn(page, installation);
  await page.goto(`${installation.url}/import`);
  await page.getByLabel('Into the space').click();
  await page.getByRole('option', { name: 'From files' }).click();
}

test('a file is looked at, tried, imported, and what was lost is named', async ({ page, installation }) => {
  await openImport(page, installation);
  await page.getByLabel('Choose a file').first().setInputFiles(file);
  const mapping = page.getByRole('region', { name: 'Columns and fields' });
  await expect(mapping.getByRole('row', { name: /^title/ })).toContainText('Title');
  await expect(mapping.getByRole('row', { name: /^team_size/ })).toContainText('3 · 4 · five');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Try without writing' }).click();
  const tried = page.getByRole('region', { name: 'What would happen' });
  await expect(tried).toContainText('Created3');
  expect(await installation.call('GET', '/ideas?space=FILES')).toMatchObject({ items: [] });
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL(/\/import\/import_/);
  await expect(page.getByRole('link', { name: 'See the ideas' })).toBeVisible();
  await expect(page.getByText('Created').locator('..')).toContainText('3');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'See the ideas' }).click();
  await expect(page.getByText('Second')).toBeVisible();
});

test('running a file again changes nothing, and the import is found again', async ({
  page,
  installation,
}) => {
  await openImport(page, installation);
  await page.getByLabel('Choose a file').first().setInputFiles(file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL(/\/import\/import_/);
  await expect(page.getByText('Unchanged').locator('..')).toContainText('3');
  await page.goto(`${installation.url}/import`);
  await expect(
    page.getByRole('region', { name: 'Imports so far' }).getByRole('link', { name: /ideas.csv/ }),
  ).toHaveCount(2);
});

test('a column left out is named in the report, which can be downloaded', async ({ page, installation }) => {
  await openImport(page, installation);
  await page.getByText('Feedback', { exact: true }).last().click();
  const words = 'Subject,Message,Secret\nSlow,It is slow,42\nLoud,It is loud,43\n';
  await page
    .getByLabel('Choose a file')
    .first()
    .setInputFiles({ name: 'tickets.csv', mimeType: 'text/csv', buffer: Buffer.from(words) });
  await page.getByLabel('Secret becomes').click();
  await page.getByRole('option', { name: 'Leave it out' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL(/\/import\/import_/);
  await expect(page.getByRole('region', { name: 'Left out' })).toContainText('The column is left out');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the report' }).click();
  expect((await coming).suggestedFilename()).toBe('tickets-report.csv');
});
