import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test, type Installation } from './installation.ts';

test.use({ actionTimeout: 20_000 });

const quarter = (start: string, end: string) => ({ start, end, precision: 'quarter' });
const timeframe = { field: 'timeframe', end: null, look: 'solid' };

interface MadeTimeline {
  readonly address: string;
  readonly ids: readonly string[];
}

/** A space of its own with two scheduled records and one that is not, and a timeline of them. */
async function makeTimeline(
  { call, url }: Installation,
  { key, settings = {} }: { readonly key: string; readonly settings?: object },
): Promise<MadeTimeline> {
  const space = await call('POST', '/spaces', { key, name: `Timeline ${key}` });
  const ids: string[] = [];
  for (const values of [
    { title: 'Alpha', status: 'Now', timeframe: quarter('2026-10-01', '2026-12-31') },
    { title: 'Beta', status: 'Next', timeframe: quarter('2027-01-01', '2027-03-31') },
    { title: 'Gamma', status: 'Later' },
  ]) {
    const idea = await call('POST', '/ideas', { space: key, ...values });
    ids.push(String(idea['id']));
  }
  const view = await call('POST', '/views', {
    space: String(space['id']),
    name: `Roadmap ${key}`,
    entity: 'idea',
    layout: 'timeline',
    query: { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: [] },
    settings: { layouts: { timeline: { bars: [timeframe], scale: 'quarter', ...settings } } },
  });
  return { address: `${url}/s/${key}?view=${String(view['id'])}`, ids };
}

const bar = (page: Page, title: string) => page.locator('[data-mark]', { hasText: title });
const label = (page: Page, name: RegExp) => page.getByRole('button', { name });

/** Where something is once it moves no more: a timeline that has just come goes to its days, and letters arrive late. */
async function steadyBox(what: Locator) {
  await what.page().evaluate(() => document.fonts.ready);
  let before = '';
  await expect
    .poll(async () => {
      const [last, now] = [before, JSON.stringify(await what.boundingBox())];
      before = now;
      return now !== 'null' && now === last;
    })
    .toBe(true);
  return JSON.parse(before) as { x: number; y: number; width: number; height: number };
}

/** Drags from the middle of a bar, or from one of its ends, so many pixels. */
async function dragBar(page: Page, title: string, by: { x: number; y?: number; from?: 'end' | 'start' }) {
  const box = await steadyBox(bar(page, title));
  const ends = { end: box.x + box.width - 3, start: box.x + 3, middle: box.x + box.width / 2 };
  const x = ends[by.from ?? 'middle'];
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x / 2, y + (by.y ?? 0) / 2, { steps: 4 });
  await page.mouse.move(x + by.x, y + (by.y ?? 0), { steps: 4 });
}

test('a bar is moved and its end is pulled by the mouse, and stays a quarter', async ({
  page,
  installation,
}) => {
  const { address, ids } = await makeTimeline(installation, { key: 'TLA' });
  await signIn(page, installation);
  await page.goto(address);
  await expect(label(page, /^Alpha, Q4 2026$/)).toBeVisible();
  await expectAccessible(page);
  await dragBar(page, 'Alpha', { x: 150 });
  await expect(bar(page, 'Alpha')).toContainText('Q1 2027');
  await page.mouse.up();
  await expect(label(page, /^Alpha, Q1 2027$/)).toBeVisible();
  await dragBar(page, 'Alpha', { x: 140, from: 'end' });
  await page.mouse.up();
  await expect(label(page, /^Alpha, Q1 – Q2 2027$/)).toBeVisible();
  await expect
    .poll(async () => (await installation.call('GET', `/ideas/${ids[0]}`))['timeframe'])
    .toEqual(quarter('2027-01-01', '2027-06-30'));
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(label(page, /^Alpha, Q1 2027$/)).toBeVisible();
  await dragBar(page, 'Beta', { x: 300 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(label(page, /^Beta, Q1 2027$/)).toBeVisible();
});

test('a bar dragged to another lane gets its value and its days in one act', async ({
  page,
  installation,
}) => {
  const { address, ids } = await makeTimeline(installation, { key: 'TLB', settings: { lanes: 'status' } });
  await signIn(page, installation);
  await page.goto(address);
  const [alpha, beta] = [await bar(page, 'Alpha').boundingBox(), await bar(page, 'Beta').boundingBox()];
  if (alpha === null || beta === null) throw new Error('No bars');
  await dragBar(page, 'Alpha', { x: 150, y: beta.y - alpha.y });
  await page.mouse.up();
  await expect(page.getByRole('region', { name: 'Next' }).locator('[data-mark]')).toHaveCount(2);
  await expect
    .poll(async () => {
      const { status, timeframe: range } = await installation.call('GET', `/ideas/${ids[0]}`);
      return { status, range };
    })
    .toEqual({ status: 'next', range: quarter('2027-01-01', '2027-03-31') });
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(page.getByRole('region', { name: 'Now' }).locator('[data-mark]')).toHaveCount(1);
  await expect(label(page, /^Alpha, Q4 2026$/)).toBeVisible();
  await page.getByRole('button', { name: 'Fold Now' }).click();
  await expect(bar(page, 'Alpha')).toHaveCount(0);
  await expectAccessible(page);
});

test('a record without dates is dropped on the timeline', async ({ page, installation }) => {
  const { address } = await makeTimeline(installation, { key: 'TLC', settings: { tray: true } });
  await signIn(page, installation);
  await page.goto(address);
  const card = page.locator('[data-tray]', { hasText: 'Gamma' });
  const from = await steadyBox(card);
  const target = await steadyBox(bar(page, 'Beta'));
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(target.x + 100, target.y + 90, { steps: 6 });
  await page.mouse.move(target.x + target.width / 2, target.y + 90, { steps: 3 });
  await page.mouse.up();
  await expect(label(page, /^Gamma, Q1 2027$/)).toBeVisible();
  await expect(page.getByText('Everything has dates.')).toBeVisible();
});

test('the keyboard alone walks, moves, resizes, schedules, and gives up', async ({ page, installation }) => {
  const { address } = await makeTimeline(installation, { key: 'TLD', settings: { tray: true } });
  await signIn(page, installation);
  await page.goto(address);
  await label(page, /^Alpha/).focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(bar(page, 'Alpha')).toContainText('Q2 – Q3 2027');
  await page.keyboard.press('Enter');
  await expect(label(page, /^Alpha, Q2 – Q3 2027$/)).toBeFocused();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(label(page, /^Alpha, Q2 – Q3 2027$/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(label(page, /^Beta/)).toBeFocused();
  await page.keyboard.press('x');
  await expect(label(page, /^Beta/)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/open=TLD-2/);
  await page.locator('[data-tray]', { hasText: 'Gamma' }).focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Schedule Gamma' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Schedule', exact: true }).press('Enter');
  await expect(label(page, /^Gamma, /)).toBeVisible();
});

test('what blocks is drawn, and warned of where it runs against time', async ({ page, installation }) => {
  const { address, ids } = await makeTimeline(installation, {
    key: 'TLE',
    settings: { markers: [{ id: 'm', name: 'Launch', day: '2026-12-15' }] },
  });
  await installation.call('POST', '/relations', { from: ids[0], to: ids[1], type: 'blocks' });
  await signIn(page, installation);
  await page.goto(address);
  await expect(page.locator('[data-link=fine]')).toHaveCount(1);
  await expect(page.getByText('Launch')).toBeVisible();
  await dragBar(page, 'Alpha', { x: 150 });
  await expect(page.locator('[data-link=conflict]')).toHaveCount(1);
  await page.mouse.up();
  await expect(page.locator('[data-link=conflict]')).toHaveCount(1);
});

test('a record that somebody removes while it is held is let go, and said so', async ({
  page,
  installation,
}) => {
  const { address, ids } = await makeTimeline(installation, { key: 'TLF' });
  await signIn(page, installation);
  await page.goto(address);
  await dragBar(page, 'Alpha', { x: 150 });
  await installation.call('POST', `/ideas/${ids[0]}/archive`, {});
  await expect(page.getByText('It is no longer here').first()).toBeVisible();
  await page.mouse.up();
  await expect(bar(page, 'Beta')).toBeVisible();
  await expect(bar(page, 'Alpha')).toHaveCount(0);
});

test('a timeline whose field was deleted shows what is left', async ({ page, installation }) => {
  const { address } = await makeTimeline(installation, {
    key: 'TLG',
    settings: { bars: [{ field: 'field_00000000000000000000000000' }], lanes: 'field_gone', color: 'gone' },
  });
  await signIn(page, installation);
  await page.goto(address);
  await expect(page.getByRole('button', { name: '3 without dates' })).toBeVisible();
  await expectAccessible(page);
});
