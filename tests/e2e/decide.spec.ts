import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test, type Installation } from './installation.ts';

type Made = { readonly id: string };

/** A space with ideas that are ranked by a score, best first; answers its view's address and the ids by title. */
async function makeRanking({ call, command, directory, url }: Installation, key: string) {
  const space = await call('POST', '/spaces', { key, name: `Ranking ${key}` });
  const add = async (name: string, type: string, config: object) =>
    (await call('POST', '/fields', {
      key: `${name.toLowerCase()}_${key.toLowerCase()}`,
      name,
      type,
      entity: 'idea',
      config,
      in: space['id'],
    })) as Made;
  const reach = await add('Reach', 'number', {});
  await add('Effort', 'number', {});
  const [r, e] = [`reach_${key.toLowerCase()}`, `effort_${key.toLowerCase()}`];
  const score = await add('Score', 'formula', { expression: `${r} / ${e}` });
  const file = join(directory, `${key}.csv`);
  const lines = ['1,Search,110,1', '2,Export,100,1', '3,Dark colours,10,1'].map((line) => `${key}${line}`);
  await writeFile(
    file,
    `id,title,r,e,created\n${lines.map((line) => `${line},2025-01-10T09:00:00Z`).join('\n')}\n`,
  );
  const map = JSON.stringify({ id: 'id', title: 'title', r, e, created: 'createdAt' });
  await command('import', file, '--as', 'ideas', '--space', key, '--map', map, '--json');
  const order = [{ by: { type: 'field', field: score.id }, direction: 'descending' }];
  const query = {
    version: 1,
    entity: 'idea',
    order,
    group: [],
    aggregates: [],
    columns: [reach.id, score.id],
  };
  const view = (await call('POST', '/views', {
    space: key,
    name: 'By score',
    entity: 'idea',
    layout: 'list',
    query,
  })) as Made;
  const { items } = (await call('GET', `/ideas?space=${key}`)) as { items: (Made & { title: string })[] };
  return {
    address: `${url}/s/${key}?view=${view.id}`,
    ids: new Map(items.map(({ id, title }) => [title, id])),
    keys: { reach: r, effort: e },
    view: view.id,
  };
}

async function openViewMenu(page: Page, entry: string): Promise<void> {
  // The menu says what can be done with the view as it is when the menu opens.
  await expect(page.getByRole('columnheader', { name: 'Score' })).toBeVisible();
  await page.getByRole('button', { name: 'More about this view' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

test('a ranking says how sure it is, which guess matters most, and keeps how far guesses may be off', async ({
  page,
  installation,
}) => {
  const { address, view } = await makeRanking(installation, 'SURE');
  await signIn(page, installation);
  await page.goto(address);
  await openViewMenu(page, 'How sure is this ranking?');
  const dialog = page.getByRole('dialog', { name: 'How sure is the ranking by Score?' });
  const result = dialog.getByRole('region', { name: 'What the draws show' });
  await expect(result.getByRole('listitem')).toHaveCount(3);
  await dialog.getByRole('textbox', { name: 'The first' }).fill('1');
  await dialog.getByRole('combobox', { name: 'Effort' }).click();
  await page.getByRole('option', { name: 'Certain' }).click();
  const first = result.getByRole('listitem').first();
  await expect(first).toContainText(/[67]\d%/);
  await expect(first).toContainText('hangs most on Reach');
  await expect(result.getByRole('listitem').nth(2)).toContainText('Rank 3 in 8 of 10 draws');
  await expect(result).toContainText('The guess that matters most: Reach of “');
  await expectAccessible(page);
  await expect
    .poll(async () => JSON.stringify((await installation.call('GET', `/views/${view}`))['settings']))
    .toContain('"certain"');
  await result.getByRole('button', { name: /^Reach of/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('complementary')).toContainText('Reach');
});

test('what moved a score between two days is divided among its inputs', async ({ page, installation }) => {
  const { address, ids, keys } = await makeRanking(installation, 'WHY');
  await installation.call('PATCH', `/ideas/${ids.get('Dark colours')}`, {
    [keys.reach]: 400,
    [keys.effort]: 2,
  });
  await signIn(page, installation);
  await page.goto(`${address}&since=2025-06-30`);
  const changes = page.getByRole('region', { name: 'What changed in “By score”' });
  const item = changes.getByRole('listitem').filter({ hasText: 'Dark colours' });
  const parts = item.getByRole('list', { name: 'What moved it' });
  await expect(parts.getByRole('listitem')).toHaveText(['Reach +293', 'Effort -103']);
  await expect(item).toContainText('3');
  await expectAccessible(page);
});

test('ideas are compared two at a time by keys and thumb, and the order is written into a field', async ({
  page,
  installation,
}) => {
  const { call, url } = installation;
  const { address } = await makeRanking(installation, 'PAIR');
  const { id: place } = (await call('POST', '/fields', {
    key: 'place',
    name: 'Place',
    type: 'number',
    entity: 'idea',
  })) as Made;
  expect(place).toBeTruthy();
  await signIn(page, installation);
  await page.goto(address);
  await openViewMenu(page, 'Deciding together');
  await page.getByRole('button', { name: 'New pairwise ranking' }).click();
  await page.getByRole('textbox', { name: 'Question' }).fill('Which matters more to customers?');
  await expect(page.getByText('3 ideas; at most 200 are taken')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'Which matters more to customers?' })).toBeVisible();
  await expect(page.getByText('0 comparisons')).toBeVisible();
  await expectAccessible(page);

  const left = page.getByRole('button', { name: /^PAIR-/ }).first();
  /** Dark colours before Export before Search, by arrow keys. */
  const wanted = ['Dark colours', 'Export', 'Search'];
  for (const count of ['1 comparison.', '2 comparisons.', '3 comparisons.']) {
    const names = await page.getByRole('button', { name: /^PAIR-/ }).allTextContents();
    const ranks = names.map((name) => wanted.findIndex((title) => name.includes(title)));
    await page.keyboard.press((ranks[0] ?? 0) < (ranks[1] ?? 0) ? 'ArrowLeft' : 'ArrowRight');
    await expect(page.getByText(count)).toBeVisible();
  }
  await expect(page.getByText('You have answered all there was to ask.')).toBeVisible();
  const order = page.getByRole('region', { name: 'The order so far' });
  await expect(order.getByRole('listitem')).toContainText(wanted);
  await page.keyboard.press('Backspace');
  await expect(page.getByText('2 comparisons.')).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByText('You have answered all there was to ask.')).toBeVisible();

  await order.getByRole('combobox', { name: 'Write the order into' }).click();
  await page.getByRole('option', { name: 'Place', exact: true }).click();
  await order.getByRole('button', { name: 'Write', exact: true }).click();
  await expect(page.getByText('Wrote the places of 3 ideas')).toBeVisible();
  const places = async () => {
    const { items } = (await call('GET', '/ideas?space=PAIR&sort=title')) as { items: { place?: number }[] };
    return items.map((idea) => idea.place ?? null);
  };
  await expect.poll(async () => (await places())[0]).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(places).toEqual([null, null, null]);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Take back the last' }).click();
  await expect(page.getByText('1 comparison.')).toBeVisible();
  await left.click();
  await expect(page.getByText('2 comparisons.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(left).toBeHidden();
  await page.goto(`${url}/s/PAIR/deciding`);
  await expect(page.getByRole('link', { name: /Which matters more/ })).toContainText('Closed');
});

test('a round is voted in from a budget, with comments, and keeps its result; the next one is anonymous', async ({
  page,
  installation,
}) => {
  const { call, url } = installation;
  await makeRanking(installation, 'BETS');
  await signIn(page, installation);
  await page.goto(`${url}/s/BETS/deciding`);
  await page.getByRole('button', { name: 'New voting round' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('What do we build in spring?');
  await page.getByRole('textbox', { name: 'Votes a person has' }).fill('3');
  await page.getByRole('textbox', { name: 'Most for one idea' }).fill('2');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'What do we build in spring?' })).toBeVisible();
  await expect(page.getByText('3 of 3 votes left')).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  const more = (title: string) => page.getByRole('button', { name: `One vote more for ${title}` });
  await more('Search').click();
  await more('Search').click();
  await expect(more('Search')).toBeDisabled();
  await more('Export').click();
  await expect(page.getByText('0 of 3 votes left')).toBeVisible();
  await expect(more('Dark colours')).toBeDisabled();
  const note = page.getByRole('textbox', { name: 'Comment on your vote for Search' });
  await note.fill('Everybody asks');
  await note.press('Enter');
  await expectAccessible(page);
  const totals = async () => {
    const { items } = (await call('GET', '/ideas?space=BETS&sort=title')) as { items: { bets?: number }[] };
    return items.map((idea) => idea.bets ?? null);
  };
  await expect.poll(totals).toEqual([null, 1, 2]);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result.getByText('1 person voted')).toBeVisible();
  await expect(result.getByRole('listitem').first()).toContainText(
    /Search.*2 votes.*Everybody asks.*Ada Byron/,
  );
  await expectAccessible(page);

  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${url}/s/BETS/deciding`);
  await page.getByRole('button', { name: 'New voting round' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('In secret');
  await page.getByRole('checkbox', { name: /^Anonymous/ }).check();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('3 of 3 votes left')).toBeVisible();
  await expect.poll(totals).toEqual([null, null, null]);
  await more('Export').click();
  await expect(page.getByText('2 of 3 votes left')).toBeVisible();
  expect(await totals()).toEqual([null, null, null]);
  const round = page.url().split('/').at(-1) ?? '';
  const { items } = (await call('GET', '/ballots')) as { items: object[] };
  expect(items.map((each) => 'person' in each || 'createdBy' in each)).toEqual([false]);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(result.getByRole('listitem')).toContainText(['Export']);
  await expect(result).not.toContainText('Ada Byron');
  await expect.poll(totals).toEqual([null, 1, null]);
  expect(JSON.stringify(await call('GET', `/rounds/${round}`))).not.toContain('"person"');
});
