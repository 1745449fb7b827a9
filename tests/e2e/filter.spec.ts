import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test } from './installation.ts';

test.use({ actionTimeout: 20_000 });

test('a filter with an alternative inside is put together by clicking, and lives in the address', async ({
  page,
  installation,
}) => {
  const { call, url } = installation;
  await call('POST', '/spaces', { key: 'SIFT', name: 'Sifted' });
  for (const [title, status] of [
    ['Fresh and ours', 'New'],
    ['Fresh and nobody’s', 'New'],
    ['On its way', 'Now'],
  ])
    await call('POST', '/ideas', { space: 'SIFT', title, status });
  const { items } = (await call('GET', '/ideas?space=SIFT')) as { items: { id: string; title: string }[] };
  const ours = items.find(({ title }) => title === 'Fresh and ours');
  const { person } = (await call('GET', '/session')) as { person: { id: string } };
  await call('PATCH', `/ideas/${ours?.id ?? ''}`, { owner: person.id });

  await signIn(page, installation);
  await page.goto(`${url}/s/SIFT`);
  // The header and the sums are rows too.
  await expect(page.getByRole('row')).toHaveCount(5);
  await page.getByRole('button', { name: 'Filter' }).click();
  const filter = page.getByRole('dialog', { name: 'Filter' });
  const choose = async (label: string, at: number, option: string): Promise<void> => {
    await filter.getByRole('combobox', { name: label }).nth(at).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await filter.getByRole('button', { name: 'Condition', exact: true }).click();
  await choose('Status', 0, 'New');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row')).toHaveCount(4);

  await filter.getByRole('button', { name: 'Group', exact: true }).click();
  await choose('Field', 1, 'Owner');
  await choose('Comparison', 1, 'is not empty');
  await filter.getByRole('button', { name: 'Condition', exact: true }).first().click();
  await choose('Field', 2, 'Votes');
  await choose('Comparison', 2, 'is above');
  await filter.getByRole('textbox', { name: 'Votes' }).fill('0');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByRole('row', { name: /Fresh and ours/ })).toBeVisible();
  await expect(filter.getByRole('textbox', { name: 'Filter as text' })).toHaveValue(/and \(.+ or .+\)/);
  await expectAccessible(page);

  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: /conditions?$/ }).click();
  await filter
    .getByRole('group', { name: 'How the conditions are joined' })
    .first()
    .getByText('Any of')
    .click();
  await expect(page.getByRole('row')).toHaveCount(4);
});
