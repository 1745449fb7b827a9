/** A transcript of a call comes in as feedback, whose contact is the speaker that somebody named. */
import { test } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, type Installation } from './installation.ts';

const call = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ann Lee>Exports fail every week.</v>

00:00:05.000 --> 00:00:06.000
<v Bob>Since when?</v>
`;

const canny = `id,title,details,status,authorName,authorEmail,voteCount,created
p1,Dark mode,My eyes hurt,open,Cy,cy@example.com,41,2024-03-02T10:00:00.000Z
`;

let installation: Installation;

test.beforeAll(async () => {
  installation = await makeInstallation();
  await installation.call('POST', '/spaces', { key: 'CALLS', name: 'Calls' });
});

test.afterAll(() => installation.close());

test('a call and an export of Canny become feedback with their contacts', async ({ page }) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/import?space=CALLS`);
  const input = page.locator('input[type=file]');
  await input.setInputFiles({ name: 'Acme_2024-05-01.vtt', mimeType: 'text/vtt', buffer: Buffer.from(call) });
  await expect(page.getByText('Transcript of a call')).toBeVisible();
  const kinds = page.getByRole('group', { name: 'Import as' });
  await expect(kinds.getByRole('button', { name: 'Feedback', pressed: true })).toBeVisible();
  await page.getByLabel('Who of them is the customer?').click();
  await page.getByRole('option', { name: 'Ann Lee' }).click();
  await expect(page.getByRole('combobox', { name: 'Speaker Ann Lee becomes' })).toContainText('Contact');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page).toHaveURL(/\/import\/import_/);
  const feedback = async () => (await installation.call('GET', '/feedback?sort=title'))['items'];
  await expect.poll(feedback).toEqual([
    expect.objectContaining({
      title: 'Acme 2024-05-01',
      body: '[00:00:01] Ann Lee: Exports fail every week.\n\n[00:00:05] Bob: Since when?',
      channel: 'interview',
    }),
  ]);
  const named = async () => (await installation.call('GET', '/contacts?sort=name'))['items'];
  expect(await named()).toEqual([expect.objectContaining({ name: 'Ann Lee' })]);

  await page.goto(`${installation.url}/import?space=CALLS`);
  await input.setInputFiles({ name: 'posts.csv', mimeType: 'text/csv', buffer: Buffer.from(canny) });
  await expect(page.getByText('· Canny')).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect.poll(async () => (await named()) as unknown[]).toHaveLength(2);
  expect(await feedback()).toContainEqual(
    expect.objectContaining({ title: 'Dark mode', state: 'new', votes_as_imported: 41 }),
  );
});
