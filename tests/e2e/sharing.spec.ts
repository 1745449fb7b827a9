import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test } from './installation.ts';

test('a secret link shows the chosen columns to anyone, until it is revoked', async ({
  page,
  browser,
  installation,
}) => {
  await installation.call('POST', '/spaces', { key: 'OUT', name: 'Outside' });
  await installation.call('POST', '/ideas', {
    space: 'OUT',
    title: 'Shared idea',
    labels: ['confidential'],
  });
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/OUT`);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /Share/ });
  await dialog.getByLabel('Title others see').fill('What we think about');
  await expect(dialog.getByRole('checkbox', { name: 'Labels' })).not.toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create and copy the link' }).click();
  const link = await dialog.getByLabel('Secret link').inputValue();
  expect(new URL(link).pathname).toMatch(/^\/shared\/share_/);

  const stranger = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const visitor = await stranger.newPage();
  await visitor.goto(link);
  await expect(visitor.getByRole('heading', { name: 'What we think about' })).toBeVisible();
  await expect(visitor.getByText('Shared idea')).toBeVisible();
  await expect(visitor.getByText('confidential')).toHaveCount(0);
  await expectAccessible(visitor);
  await visitor.setViewportSize({ width: 1280, height: 720 });
  await expect(visitor.getByRole('columnheader', { name: 'Title' })).toBeVisible();
  await expectAccessible(visitor);

  await dialog.getByRole('button', { name: /Revoke the link/ }).click();
  await dialog.getByRole('button', { name: 'Stop it for everybody' }).click();
  await expect(dialog.getByRole('button', { name: /Revoke the link/ })).toHaveCount(0);
  await visitor.reload();
  await expect(visitor.getByRole('heading', { name: /does not lead anywhere/ })).toBeVisible();
  await expectAccessible(visitor);
  await stranger.close();
});

test('a shared board shows its columns', async ({ page, installation }) => {
  await installation.call('POST', '/spaces', { key: 'BOARDS', name: 'Boards' });
  await installation.call('POST', '/ideas', { space: 'BOARDS', title: 'On the board' });
  const { items } = (await installation.call('GET', '/views?space=BOARDS')) as {
    items: readonly { readonly id: string; readonly layout: string }[];
  };
  const board = items.find(({ layout }) => layout === 'board');
  const { path } = await installation.call('POST', '/shares', {
    view: board?.id ?? '',
    columns: ['title', 'status'],
  });
  await page.goto(`${installation.url}${String(path)}`);
  await expect(page.getByRole('region', { name: 'Exploring' })).toBeVisible();
  await expectAccessible(page);
});
