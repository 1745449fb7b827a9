import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test, type Installation } from './installation.ts';

test.use({ actionTimeout: 20_000 });

/** Makes three cards and a board of them; answers its address. */
async function makeBoard({ call, url }: Installation, name: string): Promise<string> {
  for (const [title, status] of [
    ['first', 'Now'],
    ['second', 'Now'],
    ['third', 'Later'],
  ])
    await call('POST', '/ideas', { space: 'PROD', title: `${name} ${title}`, status });
  const view = await call('POST', '/views', {
    space: 'PROD',
    name,
    entity: 'idea',
    layout: 'board',
    query: { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: [] },
  });
  return `${url}/s/PROD?view=${String(view['id'])}&f=${encodeURIComponent(`title contains "${name}"`)}`;
}

const column = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
const cards = (page: Page, name: string) => column(page, name).locator('[data-card]');

test('a card is dragged within its column and to another', async ({ page, installation }) => {
  const address = await makeBoard(installation, 'Drag');
  await signIn(page, installation);
  await page.goto(address);
  await expect(cards(page, 'Now')).toContainText(['Drag first', 'Drag second']);
  await expectAccessible(page);
  await cards(page, 'Now')
    .nth(1)
    .dragTo(cards(page, 'Now').nth(0), { targetPosition: { x: 60, y: 4 } });
  await expect(cards(page, 'Now')).toContainText(['Drag second', 'Drag first']);
  await cards(page, 'Later')
    .first()
    .dragTo(cards(page, 'Now').nth(1), { targetPosition: { x: 60, y: 4 } });
  await expect(cards(page, 'Now')).toContainText(['Drag second', 'Drag third', 'Drag first']);
  await page.reload();
  await expect(cards(page, 'Now')).toContainText(['Drag second', 'Drag third', 'Drag first']);
});

test('the keyboard moves a card by its menu', async ({ page, installation }) => {
  const address = await makeBoard(installation, 'Keys');
  await signIn(page, installation);
  await page.goto(address);
  await cards(page, 'Now').first().focus();
  await page.keyboard.press('m');
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'Next', exact: true }).press('Enter');
  await expect(cards(page, 'Next')).toContainText(['Keys first']);
  await expect(cards(page, 'Now')).toContainText(['Keys second']);
});

test('columns that the condition excludes are left out', async ({ page, installation }) => {
  const address = await makeBoard(installation, 'Narrow');
  await signIn(page, installation);
  await page.goto(
    `${address.split('&')[0]}&f=${encodeURIComponent('status in ("Now", "Next") and title contains "Narrow"')}`,
  );
  await expect(cards(page, 'Now')).toHaveCount(2);
  await expect(column(page, 'Next')).toBeVisible();
  await expect(column(page, 'Later')).toHaveCount(0);
  await expect(column(page, 'New')).toHaveCount(0);
});
