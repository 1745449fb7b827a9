import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test, type Installation } from './installation.ts';

test.use({ actionTimeout: 20_000 });

const ideas = [
  { status: 'Now', type: 'Problem', chartCost: 2, chartDue: '2026-01-05' },
  { status: 'Now', type: 'Solution', chartCost: 4, chartDue: '2026-01-20' },
  { status: 'Now', type: 'Solution', chartCost: 9, chartDue: '2026-03-02' },
  { status: 'Later', type: 'Problem', chartCost: 5, chartDue: '2026-03-30' },
  { status: 'Later', type: 'Problem' },
];

const fieldName = (field: string, space: string): string => `${field}_${space}`.toLowerCase();

/** Five ideas in a space of their own, and a view that shows them as a chart; answers its address. */
async function makeChart({ call, url }: Installation, key: string, settings: object): Promise<string> {
  const space = await call('POST', '/spaces', { key, name: `Chart ${key}` });
  for (const [fieldKey, type] of [
    ['chartCost', 'number'],
    ['chartDue', 'date'],
  ])
    await call('POST', '/fields', {
      entity: 'idea',
      key: fieldName(fieldKey ?? '', key),
      name: fieldKey === 'chartCost' ? 'Cost' : 'Due',
      type,
      in: space['id'],
    });
  for (const [at, { chartCost, chartDue, ...rest }] of ideas.entries())
    await call('POST', '/ideas', {
      space: key,
      title: `${key} idea ${at + 1}`,
      ...rest,
      ...(chartCost !== undefined && { [fieldName('chartCost', key)]: chartCost }),
      ...(chartDue !== undefined && { [fieldName('chartDue', key)]: chartDue }),
    });
  const view = await call('POST', '/views', {
    space: key,
    name: `Chart ${key}`,
    entity: 'idea',
    layout: 'chart',
    query: { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: [] },
    settings: { layouts: { chart: settings } },
  });
  return `${url}/s/${key}?view=${String(view['id'])}`;
}

const table = (page: Page) => page.locator('main table, section table').first();
const rowTexts = async (page: Page): Promise<readonly (readonly string[])[]> =>
  table(page)
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
    );

test('a pivot table has totals, and a cell opens its records', async ({ page, installation }) => {
  const address = await makeChart(installation, 'CHA', { kind: 'pivot' });
  await signIn(page, installation);
  await page.goto(address);
  await expect(table(page)).toBeVisible();
  expect(await rowTexts(page)).toEqual([
    ['Status', 'Problem', 'Solution', 'Total'],
    ['Later', '2', '–', '2'],
    ['Now', '1', '2', '3'],
    ['Total', '3', '2', '5'],
  ]);
  await expectAccessible(page);
  await page.getByRole('button', { name: /Now · Solution/ }).click();
  await expect(page.getByRole('treegrid')).toBeVisible();
  await expect(page.getByText('CHA idea 2')).toBeVisible();
  await expect(page.getByText('CHA idea 3')).toBeVisible();
  await expect(page.getByText('CHA idea 1')).toHaveCount(0);
});

test('the measure, the split and the kind are chosen by the keyboard, and the table stands below', async ({
  page,
  installation,
}) => {
  const address = await makeChart(installation, 'CHB', {});
  await signIn(page, installation);
  await page.goto(address);
  await page.getByRole('button', { name: 'Table', exact: true }).press('Enter');
  await expect(table(page)).toBeVisible();
  await page.getByRole('button', { name: 'Count of records' }).press('Enter');
  await page.getByRole('menuitem', { name: /Median of/ }).press('ArrowRight');
  await page.getByRole('menuitemcheckbox', { name: 'Cost' }).press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect
    .poll(() => rowTexts(page))
    .toEqual([
      ['Status', 'Median of Cost'],
      ['Later', '5'],
      ['Now', '4'],
      ['Total', '4.5'],
    ]);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Line', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Median of Cost by Due' })).toBeVisible();
  await expect
    .poll(() => rowTexts(page))
    .toEqual([
      ['Due', 'Median of Cost'],
      ['Jan 2026', '3'],
      ['Feb 2026', '–'],
      ['Mar 2026', '7'],
      ['No Due', '–'],
      ['Total', '4.5'],
    ]);
  await page.getByRole('button', { name: /Jan 2026/ }).press('Enter');
  await expect(page.getByRole('treegrid')).toBeVisible();
  await expect(page.getByText('CHB idea 2')).toBeVisible();
  await expect(page.getByText('CHB idea 3')).toHaveCount(0);
  await page.goBack();
});

test('a bar opens the records behind it', async ({ page, installation }) => {
  const address = await makeChart(installation, 'CHC', {});
  await signIn(page, installation);
  await page.goto(`${address}&f=${encodeURIComponent('status = "Now"')}`);
  const chart = page.locator('[data-chart]');
  await expect(chart).toBeVisible();
  const box = await chart.boundingBox();
  await chart.click({ position: { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) * 0.7 } });
  await expect(page.getByRole('treegrid')).toBeVisible();
  await expect(page.getByText('CHC idea 1')).toBeVisible();
});

test('a distribution names its percentiles and opens a bin', async ({ page, installation }) => {
  const address = await makeChart(installation, 'CHD', { kind: 'distribution', hasTable: true });
  await signIn(page, installation);
  await page.goto(address);
  await expect(page.getByRole('button', { name: /^P50 4.5/ })).toBeVisible();
  await expect(page.getByText('4 of 5 have a value')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^P50 4.5/ }).click();
  await expect(page.getByRole('treegrid')).toBeVisible();
  await expect(page.getByText('CHD idea 2')).toBeVisible();
  await expect(page.getByText('CHD idea 4')).toHaveCount(0);
});
