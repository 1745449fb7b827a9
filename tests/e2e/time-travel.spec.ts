import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test, type Installation } from './installation.ts';

const CSV = `id,title,status,created
1,Search in the archive,New,2025-01-10T09:00:00Z
2,Export of a year,New,2025-02-10T09:00:00Z
3,Dark colours,New,2025-09-01T09:00:00Z
`;

type Made = { readonly id: string };

/** A space with ideas of last year, one of which is renamed and one archived today; answers its view's address. */
async function makeHistory({ call, command, directory, url }: Installation): Promise<string> {
  await call('POST', '/spaces', { key: 'PAST', name: 'Past' });
  const file = join(directory, 'past.csv');
  await writeFile(file, CSV);
  const map = JSON.stringify({ id: 'id', title: 'title', status: 'status', created: 'createdAt' });
  await command('import', file, '--as', 'ideas', '--space', 'PAST', '--map', map, '--json');
  const { items } = (await call('GET', '/ideas?space=PAST&sort=title')) as {
    items: (Made & { title: string })[];
  };
  const idOf = (title: string): string => items.find((each) => each.title === title)?.id ?? '';
  const renamed = idOf('Search in the archive');
  await call('PATCH', `/ideas/${renamed}`, { title: 'Search everywhere', status: 'Now' });
  await call('POST', `/ideas/${idOf('Export of a year')}/archive`);
  const query = { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: ['status'] };
  const view = { space: 'PAST', name: 'All of it', entity: 'idea', layout: 'list', query };
  const { id } = (await call('POST', '/views', view)) as Made;
  return `${url}/s/PAST?view=${id}`;
}

const rowOf = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });

test('a view is looked back at, read only, and two days of it are compared', async ({
  page,
  installation,
}) => {
  const address = await makeHistory(installation);
  await signIn(page, installation);
  await page.goto(address);
  await expect(rowOf(page, 'Search everywhere')).toBeVisible();
  await page.getByRole('button', { name: 'More about this view' }).click();
  await page.getByRole('menuitem', { name: 'Look back…' }).click();
  await expect(page.getByText('Nothing can be changed here.')).toBeVisible();

  await page.goto(`${address}&at=2025-06-30`);
  await expect(rowOf(page, 'Search in the archive')).toBeVisible();
  await expect(rowOf(page, 'Export of a year')).toBeVisible();
  await expect(rowOf(page, 'Dark colours')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'New idea' })).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'What changed since' }).click();
  const changes = page.getByRole('region', { name: 'What changed in “All of it”' });
  await expect(changes.getByText('1 added, 1 dropped, 1 changed')).toBeVisible();
  const item = changes.getByRole('listitem').filter({ hasText: 'Search everywhere' });
  await expect(item).toContainText('Search in the archive');
  await expect(item).toContainText('Ada Byron');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Back to the view' }).click();
  await expect(rowOf(page, 'Search everywhere')).toBeVisible();
  await expect(rowOf(page, 'Dark colours')).toBeVisible();
});
