import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test } from './installation.ts';

test.use({ actionTimeout: 20_000 });

test('a contact has a page of its own, reached from the feedback, and changed where it stands', async ({
  page,
  installation,
}) => {
  const { call, url } = installation;
  const { id: company } = await call('POST', '/companies', { name: 'Orbit Freight', revenue: 120_000 });
  const { id: contact } = await call('POST', '/contacts', { name: 'Mary Jackson', company });
  const said = await call('POST', '/feedback', {
    space: 'PROD',
    title: 'Late parcels',
    body: 'Too slow',
    contact,
  });
  await signIn(page, installation);
  await page.goto(`${url}/feedback?item=${String(said['key'])}`);
  await page.locator('article').getByRole('link', { name: 'Mary Jackson' }).click();
  await page.waitForURL(/\/contacts\//);
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Mary Jackson');
  await expect(page.getByRole('link', { name: /Late parcels/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Edit Role' }).click();
  await page.getByRole('textbox', { name: 'Role' }).fill('Chief engineer');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await call('GET', `/contacts/${String(contact)}`))['role'])
    .toBe('Chief engineer');

  await page.getByRole('link', { name: 'Orbit Freight' }).click();
  await page.waitForURL(/\/companies\//);
  await expect(page.getByRole('link', { name: /Mary Jackson.*Chief engineer/ })).toBeVisible();
  await page.getByRole('button', { name: 'Edit Revenue' }).click();
  await page.getByRole('textbox', { name: 'Revenue' }).fill('250000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Revenue a year').locator('..')).toContainText('250,000');
  await expectAccessible(page);
});

test('a file dropped on a record is kept with it', async ({ page, installation }) => {
  const { call, url } = installation;
  const { key } = await call('POST', '/ideas', { space: 'PROD', title: 'With a file' });
  await signIn(page, installation);
  await page.goto(`${url}/s/PROD?open=${String(key)}`);
  const record = page.getByRole('article', { name: 'Record' });
  await expect(record.getByRole('textbox', { name: 'Title' })).toHaveValue('With a file');
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['what was agreed'], 'minutes.txt', { type: 'text/plain' }));
    return transfer;
  });
  const target = record.getByRole('region', { name: 'Fields' });
  await target.dispatchEvent('dragover', { dataTransfer: files });
  await expect(page.getByText('Drop to attach it to this record')).toBeVisible();
  await target.dispatchEvent('drop', { dataTransfer: files });
  const link = record.getByRole('link', { name: 'minutes.txt' });
  await expect(link).toBeVisible();
  const answer = await page.request.get(`${url}${(await link.getAttribute('href')) ?? ''}`);
  expect(await answer.text()).toBe('what was agreed');
  await expect(page).toHaveURL(/tab=files/);
});

test('looking at a description writes nothing', async ({ page, installation }) => {
  const { call, url } = installation;
  const { key } = await call('POST', '/ideas', {
    space: 'PROD',
    title: 'Ends with a list',
    description: 'Intro\n\n- one\n- two',
  });
  await signIn(page, installation);
  const changes = async (): Promise<unknown> => (await call('GET', '/sync/snapshot'))['seq'];
  await page.goto(`${url}/s/PROD?open=${String(key)}`);
  const text = page.getByRole('textbox', { name: 'Description' });
  await expect(text).toContainText('two');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const before = await changes();
  await text.click();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.keyboard.type('!');
  await expect(page.getByText('Saving…')).toBeVisible();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(await changes()).toBe(Number(before) + 1);
});
