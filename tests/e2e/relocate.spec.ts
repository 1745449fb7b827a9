import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test } from './installation.ts';

test('an idea is moved to another space, and told what does not fit there; a copy is made', async ({
  page,
  installation,
}) => {
  const { call, url } = installation;
  const from = await call('POST', '/spaces', { key: 'FROM', name: 'Old home' });
  await call('POST', '/spaces', { key: 'GOAL', name: 'New home' });
  const add = (key: string, name: string) =>
    call('POST', '/fields', { key, name, entity: 'idea', type: 'text', in: from['id'] });
  await add('mood', 'Mood');
  const idea = await call('POST', '/ideas', { space: 'FROM', title: 'Wanderer', mood: 'glad' });
  await call('POST', '/insights', { space: 'FROM', idea: idea['id'], quote: 'Yes please' });
  await signIn(page, installation);

  await page.goto(`${url}/s/FROM?open=FROM-1`);
  const more = page.getByRole('button', { name: 'More actions' });
  await expect(page.getByRole('button', { name: 'FROM-1' })).toBeVisible();
  await more.click();
  await page.getByRole('menuitem', { name: 'Move to a space…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move 1 idea' });
  await dialog.getByRole('combobox', { name: 'Space' }).click();
  await page.getByRole('option', { name: 'New home' }).click();
  await expect(dialog.getByText('These fields belong to the old space alone.')).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Mood' })).toContainText('1 value');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByText('Moved 1 idea to New home')).toBeVisible();
  await expect.poll(async () => (await call('GET', `/ideas/${String(idea['id'])}`))['key']).toBe('GOAL-1');

  await page.goto(`${url}/s/GOAL?open=GOAL-1`);
  await expect(page.getByRole('button', { name: 'GOAL-1' })).toBeVisible();
  await more.click();
  await page.getByRole('menuitem', { name: 'Make a copy…' }).click();
  const copying = page.getByRole('dialog', { name: 'Copy 1 idea' });
  await expect(copying.getByRole('checkbox', { name: 'Insights' })).toBeChecked();
  await copying.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('Copied 1 idea to New home')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Wanderer' })).toHaveCount(2);
  const { items } = (await call('GET', '/insights?space=GOAL')) as { items: readonly unknown[] };
  expect(items).toHaveLength(2);
});
