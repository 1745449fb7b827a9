import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test } from './installation.ts';

test('a connection is made in the settings, written on one side, seen on the other, and added up', async ({
  page,
  installation,
}) => {
  const { call, url } = installation;
  await call('POST', '/fields', { entity: 'idea', name: 'Outlay', type: 'number' });
  await call('POST', '/ideas', { space: 'PROD', title: 'Foundations', outlay: 30 });
  const house = await call('POST', '/ideas', { space: 'PROD', title: 'House' });
  await signIn(page, installation);
  await page.goto(`${url}/settings/fields`);

  await page.getByRole('button', { name: 'New field' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Needs');
  await page.getByLabel('Type', { exact: true }).click();
  await page.getByRole('option', { name: 'Connection' }).click();
  await page.getByLabel('Name on the other side').fill('Needed by');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: /^Needed by/ })).toBeVisible();

  await page.getByRole('button', { name: 'New field' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Outlay of needs');
  await page.getByLabel('Type', { exact: true }).click();
  await page.getByRole('option', { name: 'Rollup' }).click();
  await page.getByLabel('Of', { exact: true }).click();
  await page.getByRole('option', { name: 'Needs → Outlay', exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: /^Outlay of needs/ })).toBeVisible();

  await page.goto(`${url}/s/PROD?open=${String(house['key'])}`);
  await page.getByRole('button', { name: 'Edit Needs', exact: true }).click();
  await page.getByRole('option', { name: /Foundations/ }).click();
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => (await call('GET', `/ideas/${String(house['key'])}`))['outlay_of_needs'])
    .toBe(30);
  const { items } = (await call('GET', '/ideas?filter=needed_by is not empty')) as {
    items: { title: string }[];
  };
  expect(items.map(({ title }) => title)).toEqual(['Foundations']);
});
