import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { ADMIN, expect, signIn, test, type Installation } from './installation.ts';

test.use({ actionTimeout: 20_000 });

type Made = { readonly id: string };

const KATHERINE = {
  name: 'Katherine Johnson',
  email: 'katherine@example.com',
  password: 'a long enough secret',
};

/** A space with two ideas, an effort from 1 to 21 and a confidence of five stars. */
async function makeIdeas({ call }: Installation, key: string) {
  const space = (await call('POST', '/spaces', { key, name: `Scoring ${key}`, access: 'open' })) as Made;
  const add = async (name: string, type: string, config: object) =>
    (await call('POST', '/fields', {
      key: `${name.toLowerCase()}_${key.toLowerCase()}`,
      name,
      type,
      entity: 'idea',
      config,
      in: space.id,
    })) as Made;
  const effort = await add('Effort', 'number', { min: 1, max: 21 });
  const sure = await add('Sure', 'rating', { max: 5 });
  const titles = ['Search', 'Export'];
  for (const title of titles) await call('POST', '/ideas', { space: key, title });
  const { items } = (await call('GET', `/ideas?space=${key}`)) as {
    items: (Made & { title: string; key: string })[];
  };
  const idea = (title: string) => items.find((each) => each.title === title) ?? { id: '', key: '' };
  return { effort, sure, idea, efforts: () => readEfforts(call, key) };
}

async function readEfforts(call: Installation['call'], key: string): Promise<unknown> {
  const { items } = (await call('GET', `/ideas?space=${key}&sort=title`)) as {
    items: Record<string, unknown>[];
  };
  return items.map((each) => each[`effort_${key.toLowerCase()}`] ?? null);
}

/** Somebody who contributes, in a browser of her own. */
async function join(browser: Browser, { call, url }: Installation, who: typeof KATHERINE): Promise<Page> {
  const { path } = (await call('POST', '/invitations', { role: 'contributor' })) as { path: string };
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${url}${path}`);
  await page.getByLabel('Your name').fill(who.name);
  await page.getByLabel('E-mail').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.waitForURL(/\/s\//);
  return page;
}

test('two people score apart by keys, see the reveal at once, and agree on values that are written', async ({
  page,
  browser,
  installation,
}) => {
  const { idea, efforts } = await makeIdeas(installation, 'APART');
  await signIn(page, installation);
  const other = await join(browser, installation, KATHERINE);
  await page.goto(`${installation.url}/s/APART/deciding`);
  await page.getByRole('button', { name: 'New scoring session' }).click();
  const dialog = page.getByRole('dialog', { name: 'New scoring session' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('How big are these?');
  await expect(dialog.getByText('2 ideas; at most 200 are taken')).toBeVisible();
  const choose = async (label: string, names: readonly string[]) => {
    await dialog.getByRole('combobox', { name: label }).click();
    for (const name of names) await page.getByRole('option', { name }).click();
    await page.keyboard.press('Escape');
  };
  await choose('Fields to score', ['Effort', 'Sure']);
  await choose('Who scores', [ADMIN.name, KATHERINE.name]);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'How big are these?' })).toBeVisible();
  await expect(page.getByText('0 of 2 people')).toBeVisible();
  await expectAccessible(page);

  await expect(page.getByText('Idea 1 of 2')).toBeVisible();
  await page.keyboard.type('22');
  await expect(page.getByRole('textbox', { name: 'Effort', exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Effort', exact: true })).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await page.keyboard.press('4');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Idea 2 of 2')).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByText('Idea 1 of 2')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Effort', exact: true })).toHaveValue('3');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Idea 2 of 2')).toBeVisible();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('You have answered for all.')).toBeVisible();
  await expect(page.getByText('1 of 2 people')).toBeVisible();
  await expectAccessible(page);

  await other.setViewportSize({ width: 390, height: 844 });
  await other.goto(page.url());
  await expect(other.getByText('1 of 2 people')).toBeVisible();
  await expect(other.getByRole('button', { name: 'Reveal all' })).toBeHidden();
  await other.getByRole('textbox', { name: 'Effort', exact: true }).fill('13');
  await other.getByRole('textbox', { name: 'Why this for Effort?' }).fill('Indexing takes long');
  await other.getByText('2', { exact: true }).click();
  await expectAccessible(other);
  await other.getByRole('button', { name: 'Next' }).click();
  await expect(other.getByText('Idea 2 of 2')).toBeVisible();
  await expect(page.getByText('2 of 2 answered')).toBeVisible();
  await expect(page.getByText('Indexing takes long')).toBeHidden();

  await page.getByRole('button', { name: 'Reveal all' }).click();
  const early = page.getByRole('dialog', { name: 'Reveal now?' });
  await expect(early).toContainText('1 person has not finished');
  await expectAccessible(page);
  await early.getByRole('button', { name: 'Cancel' }).click();
  await other.getByRole('textbox', { name: 'Effort', exact: true }).fill('5');
  await other.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('2 of 2 people')).toBeVisible();
  await page.getByRole('button', { name: 'Reveal all' }).press('Enter');

  const revealed = (where: Page) =>
    where.getByRole('region', { name: 'Revealed, greatest disagreement first' });
  for (const where of [page, other]) {
    await expect(revealed(where).getByRole('heading', { level: 3 })).toHaveText(['Search', 'Export']);
    await expect(revealed(where)).toContainText('Indexing takes long');
  }
  const search = revealed(page)
    .locator('li')
    .filter({ has: page.getByRole('heading', { name: 'Search' }) })
    .first();
  const effort = search.getByRole('group', { name: 'Effort' });
  await expect(effort).toContainText('Median 8');
  await expect(effort).toContainText('all 3 to 13 (50%)');
  await expect(effort).toContainText(`${KATHERINE.name} 13`);
  await expectAccessible(page);
  await expectAccessible(other);

  await page.getByRole('button', { name: 'Agree on the median of 1 idea where people are close' }).click();
  await expect.poll(efforts).toEqual([5, null]);
  const agreed = search.getByRole('textbox', { name: 'Effort agreed for Search' });
  await agreed.fill('9');
  await agreed.press('Enter');
  await expect.poll(efforts).toEqual([5, 9]);
  await expect(revealed(other)).toContainText(`Agreed: Effort 9, Sure 3, by ${ADMIN.name}`);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(efforts).toEqual([5, null]);
  await expect(revealed(other)).not.toContainText('Agreed: Effort 9');

  await search.getByRole('button', { name: 'Score again' }).press('Enter');
  await expect(other.getByText('Idea 1 of 1')).toBeVisible();
  await other.getByRole('textbox', { name: 'Effort', exact: true }).fill('8');
  await other.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Reveal the scores for Search' }).click();
  await expect(search).toContainText('Scored 2 times');
  await expect(search).toContainText('Turn 1: Effort 3, 13');
  await search.getByRole('button', { name: 'Agree', exact: true }).click();
  await expect.poll(efforts).toEqual([5, 8]);

  await page.getByRole('button', { name: 'Close session' }).click();
  await expect(page.getByText('Closed', { exact: true })).toBeVisible();
  await expect(search.getByRole('button')).toHaveCount(0);
  await expect(search).toContainText('Agreed: Effort 8');
  await page.goto(`${installation.url}/s/APART/deciding`);
  await expect(page.getByRole('link', { name: /How big are these/ })).toContainText('Closed');
  await page.goto(`${installation.url}/s/APART/idea/${idea('Search').key}`);
  await page.getByRole('tab', { name: 'Activity' }).click();
  await expect(page.getByText(/Effort.*agreed in “How big are these\?”/).first()).toBeVisible();
  await other.context().close();
});

test('an anonymous session reveals scores without names, idea by idea, and goes on without what is gone', async ({
  page,
  installation,
}) => {
  const { call, url } = installation;
  const { idea, sure, effort } = await makeIdeas(installation, 'NONAME');
  const session = (await call('POST', '/scorings', {
    space: 'NONAME',
    title: 'In secret',
    records: [idea('Search').id, idea('Export').id],
    inputs: [effort.id, sure.id],
    anonymous: true,
  })) as Made;
  await signIn(page, installation);
  await page.goto(`${url}/s/NONAME/deciding/${session.id}`);
  await page.getByRole('button', { name: 'Who scores…' }).click();
  const named = page.getByRole('dialog', { name: 'Who scores' });
  await named.getByRole('combobox', { name: 'Who scores' }).click();
  await page.getByRole('option', { name: ADMIN.name }).click();
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await named.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('0 of 1 people')).toBeVisible();
  await page.getByRole('textbox', { name: 'Effort', exact: true }).fill('2');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Idea 2 of 2')).toBeVisible();
  await page.getByRole('button', { name: 'Reveal the scores for Search' }).click();
  const revealed = page.getByRole('region', { name: 'Revealed, greatest disagreement first' });
  await expect(revealed).toContainText('Median 2');
  await expect(revealed).not.toContainText(ADMIN.name);
  await expect(page.getByText('Idea 1 of 1')).toBeVisible();
  await call('POST', `/ideas/${idea('Export').id}/archive`);
  await expect(page.getByText('Idea 1 of 1')).toBeHidden();
  await call('POST', `/fields/${effort.id}/archive`);
  await expect(revealed.getByRole('textbox', { name: 'Effort agreed for Search' })).toBeHidden();
  await expect(revealed).toContainText('Median 2');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close session' }).click();
  await expect(page.getByText('Closed', { exact: true })).toBeVisible();
  expect(JSON.stringify(await call('GET', `/verdicts?space=NONAME`))).not.toContain('"person"');
});

test('what a vote counts by role is told where a field of votes is made, and changed in the settings', async ({
  page,
  installation,
}) => {
  const { call, url } = installation;
  await call('POST', '/spaces', { key: 'WEIGHT', name: 'Weights', access: 'open' });
  await call('POST', '/ideas', { space: 'WEIGHT', title: 'Search' });
  await signIn(page, installation);
  await page.goto(`${url}/s/WEIGHT`);
  await expect(page.getByRole('columnheader', { name: 'Title' })).toBeVisible();
  await page.getByRole('button', { name: 'Add a column' }).click();
  const dialog = page.getByRole('dialog', { name: 'New field' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Weighed');
  await dialog.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'Votes' }).click();
  await dialog.getByRole('textbox', { name: 'Votes a person has' }).fill('5');
  await dialog.getByRole('textbox', { name: 'Editor' }).fill('2');
  await dialog.getByRole('textbox', { name: 'Admin' }).fill('3');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create field' }).click();
  await expect(dialog).toBeHidden();
  const config = async () => {
    const { items } = (await call('GET', '/fields?limit=200')) as {
      items: { name: string; config: { weights?: object } }[];
    };
    return items.find(({ name }) => name === 'Weighed')?.config;
  };
  expect(await config()).toMatchObject({ budget: 5, weights: { editor: 2, admin: 3 } });
  await page.goto(`${url}/settings/fields`);
  await page.getByRole('button', { name: 'Weighed' }).click();
  await page.getByRole('textbox', { name: 'Admin' }).fill('1');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(async () => (await config())?.weights).toEqual({ editor: 2 });
});
