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

test('who moves a date that others rely on is asked why, and the answer stands beside the move', async ({
  page,
  installation,
}) => {
  const { call, url } = installation;
  await call('POST', '/spaces', { key: 'MOVED', name: 'Moved dates' });
  const idea = await call('POST', '/ideas', {
    space: 'MOVED',
    title: 'Promised thing',
    status: 'Now',
    timeframe: { start: '2026-04-01', end: '2026-06-30', precision: 'quarter' },
  });
  const query = { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: ['timeframe'] };
  const view = await call('POST', '/views', {
    space: 'MOVED',
    name: 'Plan',
    entity: 'idea',
    layout: 'list',
    query,
  });
  await signIn(page, installation);
  await page.goto(`${url}/s/MOVED?view=${String(view['id'])}`);
  const cell = rowOf(page, 'Promised thing').locator('[data-column="1"]');
  await cell.click();
  await cell.click();
  await page.getByRole('button', { name: /Q3/ }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  const question = page.getByRole('region', { name: 'Why the date moved' });
  await expect(question).toContainText('Why did the date of “Promised thing” move?');
  await expectAccessible(page);
  await question.getByRole('textbox').fill('the vendor is late');
  await question.getByRole('button', { name: 'Waiting for others' }).click();
  await expect(question).toHaveCount(0);
  const comments = async () =>
    (
      (await call('GET', `/comments?filter=${encodeURIComponent(`record = "${String(idea['id'])}"`)}`)) as {
        items: readonly { body: string; reason: string }[];
      }
    ).items.map(({ body, reason }) => [body, reason]);
  await expect.poll(comments).toEqual([['Waiting for others: the vendor is late', 'dependency']]);
});
