import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test, type Installation } from './installation.ts';

test.use({ actionTimeout: 20_000, viewport: { width: 1900, height: 800 } });

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

/** A space of its own with five cards, and a board of it with what it keeps. */
async function makeBoardSpace(
  { call, url }: Installation,
  { key, settings }: { readonly key: string; readonly settings: object },
): Promise<{ readonly address: string; readonly ids: ReadonlyMap<string, string> }> {
  const space = await call('POST', '/spaces', { key, name: `Board ${key}` });
  const ids = new Map<string, string>();
  for (const [title, status, type] of [
    ['One', 'Now', 'Problem'],
    ['Two', 'Now', 'Problem'],
    ['Three', 'Now', 'Solution'],
    ['Four', 'Next', 'Solution'],
    ['Five', 'Later', 'Problem'],
  ] as const) {
    const idea = await call('POST', '/ideas', { space: key, title, status, type });
    ids.set(title, String(idea['id']));
  }
  const view = await call('POST', '/views', {
    space: String(space['id']),
    name: `Board of ${key}`,
    entity: 'idea',
    layout: 'board',
    query: { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: [] },
    settings: { layouts: { board: settings } },
  });
  return { address: `${url}/s/${key}?view=${String(view['id'])}`, ids };
}

const cell = (page: Page, lane: string, name: string) => page.getByRole('list', { name: `${lane}, ${name}` });
const card = (page: Page, title: string) => page.locator('[data-card]', { hasText: title });

test('a card dragged to another lane and column gets both in one act', async ({ page, installation }) => {
  const { address, ids } = await makeBoardSpace(installation, { key: 'BDL', settings: { lanes: 'type' } });
  await signIn(page, installation);
  await page.goto(address);
  await expect(cell(page, 'Problem', 'Now').locator('[data-card]')).toHaveCount(2);
  await expectAccessible(page);
  await card(page, 'One').dragTo(cell(page, 'Solution', 'Next'));
  await expect(cell(page, 'Solution', 'Next').locator('[data-card]')).toHaveCount(2);
  const kept = async () => {
    const { status, type } = await installation.call('GET', `/ideas/${ids.get('One')}`);
    return { status, type };
  };
  await expect.poll(kept).toEqual({ status: 'next', type: 'solution' });
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(cell(page, 'Problem', 'Now').locator('[data-card]')).toHaveCount(2);
  await expect.poll(kept).toEqual({ status: 'now', type: 'problem' });
  await page.getByRole('button', { name: 'Fold Problem' }).click();
  await expect(card(page, 'Two')).toHaveCount(0);
  await expect(card(page, 'Three')).toBeVisible();
});

test('the keyboard walks through lanes and moves a card to another', async ({ page, installation }) => {
  const { address } = await makeBoardSpace(installation, { key: 'BDK', settings: { lanes: 'type' } });
  await signIn(page, installation);
  await page.goto(address);
  await card(page, 'One').focus();
  await page.keyboard.press('ArrowDown');
  await expect(card(page, 'Two')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(card(page, 'Three')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(card(page, 'Four')).toBeFocused();
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: 'Move to lane' }).press('ArrowRight');
  await page.getByRole('menuitem', { name: 'Problem', exact: true }).press('Enter');
  await expect(cell(page, 'Problem', 'Next').locator('[data-card]')).toContainText(['Four']);
  await expect(card(page, 'Four')).toBeFocused();
});

test('a limit is set from the column’s menu, and warns without refusing', async ({ page, installation }) => {
  const { address } = await makeBoardSpace(installation, { key: 'BDW', settings: {} });
  await signIn(page, installation);
  await page.goto(address);
  await page.getByRole('button', { name: 'Column Now' }).click();
  await page.getByRole('menuitem', { name: 'Set limit…' }).click();
  await page.getByRole('dialog').getByLabel('Cards at most').fill('2');
  await page.getByRole('button', { name: 'Set limit', exact: true }).click();
  await expect(column(page, 'Now')).toContainText('3/2');
  await expectAccessible(page);
  await card(page, 'Four').dragTo(cards(page, 'Now').first(), { targetPosition: { x: 60, y: 4 } });
  await expect(column(page, 'Now')).toContainText('4/2');
  await page.reload();
  await expect(column(page, 'Now')).toContainText('4/2');
  await page.getByRole('button', { name: 'Column Later' }).click();
  await page.getByRole('menuitem', { name: 'Fold column' }).click();
  await expect(card(page, 'Five')).toHaveCount(0);
  await page.getByRole('button', { name: 'Unfold Later' }).click();
  await expect(card(page, 'Five')).toBeVisible();
});

test('chosen cards are dragged together, in one act', async ({ page, installation }) => {
  const { address } = await makeBoardSpace(installation, { key: 'BDM', settings: { card: 'compact' } });
  await signIn(page, installation);
  await page.goto(address);
  await card(page, 'One').click({ modifiers: ['Control'] });
  await card(page, 'Three').focus();
  await page.keyboard.press('x');
  await card(page, 'Three').dragTo(card(page, 'Five'), { targetPosition: { x: 60, y: 4 } });
  await expect(cards(page, 'Later')).toContainText(['One', 'Three', 'Five']);
  await expect(cards(page, 'Now')).toContainText(['Two']);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(cards(page, 'Now')).toHaveCount(3);
});

test('two people who drag the same card end with the same board', async ({ browser, page, installation }) => {
  const { address } = await makeBoardSpace(installation, { key: 'BDT', settings: {} });
  const other = await (await browser.newContext()).newPage();
  for (const each of [page, other]) {
    await signIn(each, installation);
    await each.goto(address);
    await expect(card(each, 'One')).toBeVisible();
  }
  const from = await card(page, 'One').boundingBox();
  const to = await card(page, 'Five').boundingBox();
  if (from === null || to === null) throw new Error('No cards');
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 30, { steps: 3 });
  await card(other, 'One').dragTo(card(other, 'Four'), { targetPosition: { x: 60, y: 4 } });
  await expect(cards(page, 'Next')).toContainText(['One', 'Four']);
  await page.mouse.move(to.x + 60, to.y + 4, { steps: 5 });
  await page.mouse.up();
  await expect(cards(page, 'Later')).toContainText(['One', 'Five']);
  await expect(cards(other, 'Later')).toContainText(['One', 'Five']);
  await expect(cards(other, 'Next')).toHaveCount(1);
  await other.context().close();
});

test('a card that somebody removes while it is dragged is let go, and said so', async ({
  page,
  installation,
}) => {
  const { address, ids } = await makeBoardSpace(installation, { key: 'BDV', settings: {} });
  await signIn(page, installation);
  await page.goto(address);
  const from = await card(page, 'One').boundingBox();
  const to = await card(page, 'Five').boundingBox();
  if (from === null || to === null) throw new Error('No cards');
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 30, { steps: 3 });
  await page.mouse.move(to.x + 60, to.y + 120, { steps: 8 });
  await expect(card(page, 'One')).toHaveCSS('opacity', '0.4');
  await installation.call('POST', `/ideas/${ids.get('One')}/archive`, {});
  await expect(page.getByText('It is no longer here').first()).toBeVisible();
  await expect(card(page, 'One')).toHaveCount(0);
  await page.mouse.move(to.x + 60, to.y + 4, { steps: 5 });
  await page.mouse.up();
  await expect(cards(page, 'Later')).toHaveCount(1);
});

test('labels and checkboxes make columns, too', async ({ page, installation }) => {
  const { address, ids } = await makeBoardSpace(installation, { key: 'BDG', settings: {} });
  await installation.call('PATCH', `/ideas/${ids.get('One')}`, { labels: ['alpha', 'beta'] });
  await installation.call('PATCH', `/ideas/${ids.get('Two')}`, { labels: ['gamma'] });
  await signIn(page, installation);
  await page.goto(`${address}&group=labels`);
  await expect(cards(page, 'alpha')).toContainText(['One']);
  await expect(cards(page, 'beta')).toContainText(['One']);
  await cards(page, 'alpha').dragTo(cards(page, 'gamma'), { targetPosition: { x: 60, y: 4 } });
  await expect(cards(page, 'gamma')).toContainText(['One', 'Two']);
  await expect
    .poll(async () => (await installation.call('GET', `/ideas/${ids.get('One')}`))['labels'])
    .toEqual(['beta', 'gamma']);
});
