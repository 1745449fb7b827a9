import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test, type Installation } from './installation.ts';

test.use({ actionTimeout: 20_000 });

const ideas = [
  { title: 'cheap and good', effort: 2, impact: 5 },
  { title: 'dear and good', effort: 8, impact: 4 },
  { title: 'dear and poor', effort: 9, impact: 1 },
  { title: 'without effort', effort: null, impact: 3 },
];

/** Four ideas in a space of their own, effort from 0 to 10 and impact from 1 to 5; answers the view's address. */
async function makeMatrix({ call, url }: Installation, key: string, settings: object = {}): Promise<string> {
  const space = await call('POST', '/spaces', { key, name: `Matrix ${key}` });
  const fields: Record<string, string> = {};
  for (const [name, type, config] of [
    ['Effort', 'slider', { min: 0, max: 10, step: 1 }],
    ['Impact', 'rating', { max: 5 }],
  ] as const) {
    fields[name] = `${name}_${key}`.toLowerCase();
    await call('POST', '/fields', { entity: 'idea', key: fields[name], name, type, config, in: space['id'] });
  }
  for (const { title, effort, impact } of ideas)
    await call('POST', '/ideas', {
      space: key,
      title: `${key} ${title}`,
      status: 'Now',
      ...(effort !== null && { [fields['Effort'] ?? '']: effort }),
      [fields['Impact'] ?? '']: impact,
    });
  const view = await call('POST', '/views', {
    space: key,
    name: `Matrix ${key}`,
    entity: 'idea',
    layout: 'matrix',
    query: { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: [] },
    settings: { layouts: { matrix: settings } },
  });
  return `${url}/s/${key}?view=${String(view['id'])}`;
}

const plot = (page: Page) => page.locator('[data-plot]');

/** Where a pair of values lies on the screen. */
async function placeOf(page: Page, effort: number, impact: number): Promise<{ x: number; y: number }> {
  const box = await plot(page).boundingBox();
  if (box === null) throw new Error('No plot is shown');
  // Both axes leave half a step beyond their ends.
  return {
    x: box.x + ((effort + 0.5) / 11) * box.width,
    y: box.y + (1 - (impact - 0.5) / 5) * box.height,
  };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** The figures as the table tells them: title, effort, impact. */
async function figures(page: Page): Promise<Readonly<Record<string, string>>> {
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const rows = await page
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  return Object.fromEntries(
    rows.map(([title = '', effort = '', impact = '']) => [title, `${effort}/${impact}`]),
  );
}

test('a bubble is dragged to other values as one act, and a record from beside onto the plot', async ({
  page,
  installation,
}) => {
  const address = await makeMatrix(installation, 'MXA');
  await signIn(page, installation);
  await page.goto(address);
  await expect(plot(page)).toHaveAttribute('data-points', '3');
  await expect(page.getByRole('button', { name: 'X: Effort' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Y: Impact' })).toBeVisible();
  await expectAccessible(page);
  await drag(page, await placeOf(page, 9, 1), await placeOf(page, 4, 3));
  await expect(page.getByText('MXA dear and poor: Effort 4 · Impact 3')).toHaveCount(2);
  expect((await figures(page))['MXA dear and poor']).toBe('4/3');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await figures(page))['MXA dear and poor']).toBe('9/1');
  const waiting = await page.getByRole('button', { name: 'MXA without effort' }).boundingBox();
  await drag(page, { x: (waiting?.x ?? 0) + 20, y: (waiting?.y ?? 0) + 8 }, await placeOf(page, 6, 2));
  await expect(plot(page)).toHaveAttribute('data-points', '4');
  expect((await figures(page))['MXA without effort']).toBe('6/2');
});

test('pointing shows the values, a click opens, shift and dragging select', async ({
  page,
  installation,
}) => {
  const address = await makeMatrix(installation, 'MXB');
  await signIn(page, installation);
  await page.goto(address);
  await expect(plot(page)).toHaveAttribute('data-points', '3');
  const good = await placeOf(page, 2, 5);
  await page.mouse.move(good.x, good.y);
  await expect(page.locator('[data-card]')).toContainText('MXB cheap and good');
  await expect(page.locator('[data-card]')).toContainText('Impact');
  await page.keyboard.down('Shift');
  await drag(page, await placeOf(page, 7, 5.4), await placeOf(page, 10, 0.6));
  await page.keyboard.up('Shift');
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await expect(page.getByRole('row', { selected: true })).toHaveCount(2);
  await page.getByRole('button', { name: 'Matrix', exact: true }).click();
  await expect(plot(page)).toHaveAttribute('data-points', '3');
  await page.mouse.click(good.x, good.y);
  await expect(page).toHaveURL(/open=MXB-/);
});

test('the keyboard alone walks, moves, gives up, selects and opens', async ({ page, installation }) => {
  const address = await makeMatrix(installation, 'MXC');
  await signIn(page, installation);
  await page.goto(address);
  await expect(plot(page)).toHaveAttribute('data-points', '3');
  await plot(page).focus();
  await page.keyboard.press('Home');
  await expect(page.locator('[data-card]')).toContainText('MXC cheap and good');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-card]')).toContainText('MXC dear and good');
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('[data-moving]')).toContainText('Effort 7 · Impact 5');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-moving]')).toHaveCount(0);
  expect((await figures(page))['MXC dear and good']).toBe('8/4');
  await plot(page).focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await figures(page))['MXC dear and good']).toBe('7/4');
  await page.getByRole('button', { name: 'MXC without effort' }).press('m');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(plot(page)).toHaveAttribute('data-points', '4');
  expect((await figures(page))['MXC without effort']).toBe('5/2');
  await plot(page).focus();
  await page.keyboard.press('+');
  await expect(page.getByRole('button', { name: 'Show everything' })).toBeEnabled();
  await page.keyboard.press('0');
  await expect(page.getByRole('button', { name: 'Show everything' })).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/open=MXC-/);
});

test('axes are turned, lines are moved, quarters are named, and all of it is kept', async ({
  page,
  installation,
}) => {
  const address = await makeMatrix(installation, 'MXD');
  await signIn(page, installation);
  await page.goto(address);
  const line = page.getByRole('slider', { name: 'Line on Effort' });
  await expect(line).toHaveAttribute('aria-valuenow', '5');
  await line.press('ArrowRight');
  await expect(line).not.toHaveAttribute('aria-valuenow', '5');
  await page.getByRole('button', { name: 'Name this quarter: Quick wins' }).click();
  await page.getByRole('textbox', { name: /Name this quarter/ }).fill('Do first');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Name this quarter: Do first' })).toBeVisible();
  await page.getByRole('button', { name: 'X: Effort' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Reverse' }).click();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Name this quarter: Do first' })).toBeVisible();
  const named = await page.getByRole('button', { name: 'Name this quarter: Do first' }).boundingBox();
  const box = await plot(page).boundingBox();
  expect(named?.x ?? 0).toBeGreaterThan((box?.x ?? 0) + (box?.width ?? 0) / 2);
});

test('options are bands, and a phone shows the plot with its tray below', async ({ page, installation }) => {
  const address = await makeMatrix(installation, 'MXE', { x: { field: 'status' } });
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, installation);
  await page.goto(address);
  await expect(plot(page)).toHaveAttribute('data-points', '4');
  await expect(page.getByText('Shipped', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
});
