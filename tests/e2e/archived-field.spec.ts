import { expect, signIn, test } from './installation.ts';

test('a field that is archived while its view is open leaves the view standing', async ({
  page,
  installation,
}) => {
  const { call, url } = installation;
  await call('POST', '/spaces', { key: 'GONE', name: 'Gone', access: 'open' });
  const { id, key } = await call('POST', '/fields', {
    entity: 'idea',
    name: 'Weightiness',
    type: 'number',
    in: 'GONE',
  });
  const ideas = { Heavy: 9, Light: 1 };
  for (const [title, weight] of Object.entries(ideas))
    await call('POST', '/ideas', { space: 'GONE', title, [String(key)]: weight });
  const field = { type: 'field', field: id };
  const view = await call('POST', '/views', {
    space: 'GONE',
    name: 'Heaviest',
    entity: 'idea',
    layout: 'list',
    query: {
      version: 1,
      entity: 'idea',
      where: { type: 'compare', operator: '>', left: field, right: { type: 'number', value: 0 } },
      order: [{ by: field, direction: 'descending' }],
      group: [],
      aggregates: [],
      columns: ['title', id],
    },
  });
  await signIn(page, installation);
  await page.goto(`${url}/s/GONE?view=${String(view['id'])}`);
  const column = page.getByRole('columnheader', { name: 'Weightiness' });
  await expect(column).toHaveCount(1);
  await call('POST', `/fields/${String(id)}/archive`);
  for (const isFresh of [false, true]) {
    if (isFresh) await page.reload();
    await expect(column).toHaveCount(0);
    for (const title of Object.keys(ideas))
      await expect(page.getByText(title, { exact: true })).toBeVisible();
    await expect(page.getByText(/shown without this part of it: filter and sorting/)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Keep it so' }).click();
  await expect(page.getByText(/shown without this part of it/)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Heavy', { exact: true })).toBeVisible();
  await expect(page.getByText(/shown without this part of it/)).toHaveCount(0);
});
