import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test, type Installation } from './installation.ts';

const said = 'The export takes an hour. We would pay for it to be fast. Kind regards, Grace';

async function addFeedback({ call }: Installation): Promise<void> {
  await call('POST', '/spaces', { key: 'VOICE', name: 'Voice of the customer' });
  const { id: company } = await call('POST', '/companies', { name: 'Harbor Finance', revenue: 120_000 });
  const { id: contact } = await call('POST', '/contacts', { name: 'Grace Hopper', company });
  const receivedAt = (day: number) => `2026-02-0${day}T09:00:00.000Z`;
  await call('POST', '/feedback', {
    space: 'VOICE',
    title: 'Oldest',
    body: 'Old words',
    receivedAt: receivedAt(1),
  });
  await call('POST', '/feedback', {
    space: 'VOICE',
    title: 'Middle',
    body: 'Middle words',
    receivedAt: receivedAt(2),
  });
  await call('POST', '/feedback', {
    space: 'VOICE',
    title: 'Slow export',
    body: said,
    contact,
    receivedAt: receivedAt(3),
  });
  await call('POST', '/ideas', { space: 'VOICE', title: 'Fast exports for payroll' });
}

const opened = (page: Page, title: string) => page.locator('article').getByRole('heading', { name: title });
const tab = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'State' }).getByRole('button', { name });

test.beforeAll(async ({ installation }) => addFeedback(installation));

test('a passage is linked by keyboard to an idea found by words with a letter wrong', async ({
  page,
  installation,
}) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/feedback?space=VOICE`);
  await expect(opened(page, 'Slow export')).toBeVisible();
  await expect(tab(page, /^New 3/)).toBeVisible();
  await expect(page.getByText('Harbor Finance').last()).toBeVisible();
  await expect(page.getByRole('region', { name: 'What was said' })).toHaveText(said);
  await expectAccessible(page);

  await page.keyboard.press('s');
  await page.keyboard.press('s');
  await page.keyboard.press('l');
  await page.getByRole('combobox', { name: 'Find or create an idea' }).fill('payrol fast');
  await expect(page.getByRole('option', { name: /Fast exports for payroll/ })).toBeVisible();
  await page.keyboard.press('Alt+4');
  await page.keyboard.press('Shift+Enter');
  const link = page.getByRole('region', { name: 'What was said' }).getByRole('link');
  await expect(link).toHaveText('We would pay for it to be fast.');
  const evidence = page.getByRole('region', { name: 'Evidence for' });
  await expect(evidence.getByRole('link', { name: /Fast exports for payroll/ })).toBeVisible();
  await expect(evidence.getByLabel('4 stars')).toBeChecked();
  await expect(tab(page, /^New 2/)).toBeVisible();
  await expectAccessible(page);
  const { items } = (await installation.call('GET', '/insights?space=VOICE')) as {
    items: Record<string, unknown>[];
  };
  expect(items[0]).toMatchObject({
    quote: 'We would pay for it to be fast.',
    quoteStart: 26,
    quoteEnd: 57,
    impact: 4,
  });
});

test('what is put aside makes room for the next, and comes back by undo', async ({ page, installation }) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/feedback?space=VOICE&item=VOICE-2`);
  await expect(opened(page, 'Middle')).toBeVisible();
  await page.keyboard.press('d');
  await expect(opened(page, 'Oldest')).toBeVisible();
  await expect(tab(page, /^Nothing to do 1/)).toBeVisible();
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await undo.click();
  await expect(tab(page, /^Nothing to do 0/)).toBeVisible();
  await expect(undo).toHaveCount(0);
  await page.keyboard.press('k');
  await expect(opened(page, 'Middle')).toBeVisible();
});

test('selected words become a new idea on the spot, and the next piece comes up', async ({
  page,
  installation,
}) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/feedback?space=VOICE&item=VOICE-2`);
  const words = page.getByRole('region', { name: 'What was said' });
  await expect(words).toHaveText('Middle words');
  await words.dblclick({ position: { x: 10, y: 10 } });
  await page.getByRole('button', { name: 'Link to idea' }).last().click();
  await page.getByRole('combobox', { name: 'Find or create an idea' }).fill('A brand new thought');
  await page.keyboard.press('Enter');
  await expect(opened(page, 'Oldest')).toBeVisible();
  const filter = encodeURIComponent('title = "A brand new thought"');
  await expect
    .poll(async () => JSON.stringify(await installation.call('GET', `/ideas?filter=${filter}`)))
    .toContain('"insightCount":1');
});

test('it is assigned and given to a team by keyboard', async ({ page, installation }) => {
  await installation.call('POST', '/teams', { name: 'Payroll' });
  await signIn(page, installation);
  await page.goto(`${installation.url}/feedback?space=VOICE&item=VOICE-1&state=all`);
  await expect(opened(page, 'Oldest')).toBeVisible();
  await page.keyboard.press('a');
  await page.getByRole('combobox', { name: 'Assign' }).fill('ada');
  await page.keyboard.press('Enter');
  await page.keyboard.press('t');
  await page.getByRole('combobox', { name: 'Team' }).fill('pay');
  await page.keyboard.press('Enter');
  await expect(page.locator('article dl')).toContainText('Ada Byron');
  await expect(page.locator('article dl')).toContainText('Payroll');
  await expect(page.locator('article header')).toContainText('In work');
});

test('feedback is captured by hand on a phone, with a contact and a company nobody knew', async ({
  page,
  installation,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, installation);
  await page.goto(`${installation.url}/feedback`);
  await page.getByRole('button', { name: 'New feedback' }).last().click();
  await page.getByLabel('What was said').fill('I want a dark mode. My eyes hurt.');
  await page.getByLabel('Contact').click();
  await page.keyboard.type('Linus Pauling');
  await page.getByRole('option', { name: /Linus Pauling/ }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save feedback' }).click();
  await page.getByRole('button', { name: /I want a dark mode\./ }).click();
  await expect(opened(page, 'I want a dark mode.')).toBeVisible();
  await expect(page.locator('article dl')).toContainText('Linus Pauling');
  await expectAccessible(page);
});

test('similar feedback says what it shares, and one key links to its idea', async ({
  page,
  installation,
}) => {
  const { call, url } = installation;
  await call('POST', '/spaces', { key: 'ALIKE', name: 'Alike' });
  const idea = await call('POST', '/ideas', { space: 'ALIKE', title: 'Offline playlists' });
  const known = await call('POST', '/feedback', {
    space: 'ALIKE',
    title: 'Playlists vanish offline',
    body: 'My playlists vanish as soon as the train is offline.',
  });
  await call('POST', '/insights', { idea: idea['id'], feedback: known['id'] });
  await call('POST', '/feedback', {
    space: 'ALIKE',
    title: 'No playlists when offline',
    body: 'When I am offline on the train my playlists are gone.',
  });
  await signIn(page, installation);
  await page.goto(`${url}/feedback?space=ALIKE`);
  await expect(opened(page, 'No playlists when offline')).toBeVisible();
  const similar = page.getByRole('region', { name: 'Similar feedback' });
  await expect(similar.getByRole('link', { name: 'Playlists vanish offline' })).toBeVisible();
  await expect(similar.getByText(/shares .*playlist/)).toBeVisible();
  await expect(similar.getByRole('button', { name: 'Link to Offline playlists' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Shift+L');
  await expect(page.getByText('Linked to Offline playlists')).toBeVisible();
  await expect(tab(page, /^New 0/)).toBeVisible();
  const whose = page.getByRole('combobox', { name: 'Whose' });
  await page.goto(`${url}/feedback?space=ALIKE&state=all`);
  await expect(opened(page, 'No playlists when offline')).toBeVisible();
  await whose.click();
  await page.getByRole('option', { name: 'Assigned to me' }).click();
  await expect(page).toHaveURL(/whose=me/);
  await expect(opened(page, 'No playlists when offline')).toHaveCount(0);
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expectAccessible(page);
});
