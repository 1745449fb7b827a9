import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, test, type Installation } from './installation.ts';

const options = (...names: readonly string[]) =>
  names.map((name) => ({ key: name.toLowerCase(), name, category: 'active' }));

/** A space to take a standard from, and one to adopt it. */
async function makeSpaces({ call }: Installation): Promise<string> {
  await call('POST', '/spaces', { key: 'CORE', name: 'Core product' });
  await call('POST', '/spaces', { key: 'PAYS', name: 'Payments' });
  const status = { entity: 'idea', key: 'status', name: 'Status', in: 'CORE' };
  const made = await call('POST', '/fields', {
    ...status,
    config: { options: options('Idea', 'Doing', 'Done') },
  });
  await call('POST', '/fields', { entity: 'idea', name: 'Reach', type: 'number', in: 'CORE' });
  return String(made['id']);
}

test('a standard is taken from a space, adopted by another, and its new version is looked at before it is taken', async ({
  page,
}) => {
  // One story from end to end, with two versions: longer than most.
  test.setTimeout(240_000);
  // Which standards and spaces there are is what the pages list.
  const installation = await makeInstallation();
  const status = await makeSpaces(installation);
  await installation.call('POST', '/ideas', { space: 'PAYS', title: 'Pay later', status: 'exploring' });
  await signIn(page, installation);
  await page.goto(`${installation.url}/settings/standards`);
  await page.getByRole('button', { name: 'New standard' }).click();
  await page.getByLabel('Name').fill('Product discovery');
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Taken from the space' }).click();
  await page.getByRole('option', { name: 'Core product' }).click();
  await page.getByRole('button', { name: 'Create standard' }).click();
  const parts = page.getByRole('region', { name: 'Parts', exact: true });
  await expect(parts.getByRole('listitem').filter({ hasText: 'Reach' })).toBeVisible();
  await parts.getByRole('group', { name: 'Freedom of Status' }).getByText('Fixed').click();
  await expect(
    parts.getByRole('group', { name: 'Freedom of Status' }).getByRole('button', { name: 'Fixed' }),
  ).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
  await page.getByLabel('What changed').fill('The first');
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await expect(page.getByText('No space has adopted it yet.')).toBeVisible();

  await page.goto(`${installation.url}/settings/standards?space=PAYS`);
  const space = page.getByRole('region', { name: 'Standards of a space' });
  await expect(space.getByText('This space follows no standard.')).toBeVisible();
  await space.getByRole('combobox', { name: 'Standard' }).click();
  await page.getByRole('option', { name: 'Product discovery' }).click();
  await space.getByRole('button', { name: 'See what it would change' }).click();
  await expect(
    space.getByText('1 record has “Exploring”. It keeps it, and nobody can choose it any more.'),
  ).toBeVisible();
  await expectAccessible(page);
  await space.getByRole('button', { name: 'Adopt “Product discovery”' }).click();
  await expect(space.getByText('On the newest version, 1')).toBeVisible();
  await expect(space.getByRole('listitem').filter({ hasText: 'Reach' })).toContainText('Same');

  await page.goto(`${installation.url}/settings/fields`);
  await page.getByRole('combobox', { name: 'Offered in' }).click();
  await page.getByRole('option', { name: 'Payments' }).click();
  await page.getByRole('button', { name: /^Status/ }).click();
  await expect(page.getByText('Its author wants it the same in all spaces.')).toBeVisible();

  await installation.call('PATCH', `/fields/${status}`, {
    config: { options: options('Idea', 'Next', 'Done') },
  });
  await page.goto(`${installation.url}/settings/standards`);
  await page.getByRole('button', { name: /^Product discovery/ }).click();
  await page.getByRole('combobox', { name: 'Space' }).click();
  await page.getByRole('option', { name: 'Core product' }).click();
  await page.getByRole('button', { name: 'Take them' }).click();
  await expect(page.getByText('Saved “Product discovery”')).toBeVisible();
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  const followers = page.getByRole('region', { name: 'Spaces that follow' });
  await expect(followers.getByText('On version 1, the newest is 2')).toBeVisible();

  await page.goto(`${installation.url}/settings/standards?space=PAYS`);
  await space.getByRole('button', { name: 'See what version 2 changes' }).click();
  const changes = space.getByRole('list', { name: 'Status', exact: true });
  await expect(changes).toContainText('Next');
  await expectAccessible(page);
  await space.getByRole('button', { name: 'Take version 2' }).click();
  await expect(space.getByText('On the newest version, 2')).toBeVisible();
  await installation.close();
});

test('a space goes its own way where it may, which shows, and comes back by keyboard alone', async ({
  page,
}) => {
  const installation = await makeInstallation();
  await makeSpaces(installation);
  const { call } = installation;
  const standard = await call('POST', '/standards', { name: 'Workflow', source: 'CORE' });
  await call('POST', `/standards/${String(standard['id'])}/publish`, {});
  const adoption = await call('POST', '/adoptions', { standard: String(standard['id']), space: 'PAYS' });
  const parts = adoption['parts'] as readonly { readonly part: string; readonly record: string }[];
  const status = parts.find(({ part }) => part === 'idea.status')?.record ?? '';
  await call('PATCH', `/fields/${status}`, {
    config: { options: options('Idea', 'Doing', 'Done', 'Waiting') },
  });
  await signIn(page, installation);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${installation.url}/settings/standards?standard=${String(standard['id'])}`);
  const line = page.getByRole('button', { name: /^Payments/ });
  await line.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /: Added to$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Status: Added to' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Status: Added to' })).toContainText('Waiting');
  await expectAccessible(page);
  await page.goto(`${installation.url}/settings/standards?space=PAYS`);
  const own = page.getByRole('button', { name: 'Status: Added to' });
  await own.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Have Status as the standard says' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Status: Added to' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Status: Added to' })).toBeVisible();
  await expectAccessible(page);
  await installation.close();
});

test('a view that a standard keeps says so, and is looked at otherwise without changing it', async ({
  page,
}) => {
  const installation = await makeInstallation();
  await makeSpaces(installation);
  const { call } = installation;
  const query = { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: ['status'] };
  const content = { name: 'Ranked', entity: 'idea', layout: 'list', query };
  const parts = [{ kind: 'view', freedom: 'fixed', content }];
  const standard = String((await call('POST', '/standards', { name: 'Ranking', parts }))['id']);
  await call('POST', `/standards/${standard}/publish`, {});
  await call('POST', '/adoptions', { standard, space: 'PAYS' });
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/PAYS`);
  await page.getByRole('link', { name: 'Ranked' }).first().click();
  await expect(
    page.getByRole('link', { name: 'Kept by the standard “Ranking”: the same in all spaces' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'More about this view' }).click();
  await expect(page.getByRole('menuitem', { name: /Copy/ }).first()).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /Rename/ })).toHaveCount(0);
  await expectAccessible(page);
  await installation.close();
});
