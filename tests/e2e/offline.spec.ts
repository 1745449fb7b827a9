import { expect, test } from '@playwright/test';
import { makeInstallation, signIn } from './installation.ts';

const EDITS = 50;

test.use({ actionTimeout: 20_000 });

type Change = { readonly name: string };

test('a tab closed offline with fifty edits shows them when opened again, and each is applied once', async ({
  page,
}) => {
  const installation = await makeInstallation();
  const { call, url } = installation;
  const ids: string[] = [];
  for (let number = 1; number <= EDITS; number++)
    ids.push(String((await call('POST', '/ideas', { space: 'PROD', title: `Before ${number}` }))['id']));
  const context = page.context();
  await signIn(page, installation);
  await page.goto(`${url}/s/PROD`);
  await expect(page.getByText('Before 1', { exact: true })).toBeVisible();
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated')
      await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }));
  });

  await context.setOffline(true);
  await page.getByRole('treegrid').focus();
  const editor = page.locator('[role=gridcell] input:not([type=checkbox])');
  for (let number = 1; number <= EDITS; number++) {
    await page.keyboard.press('e');
    await editor.fill(`After ${number}`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  await expect(page.getByText(`After ${EDITS}`, { exact: true })).toBeVisible();
  await expect(page.getByText('50 changes', { exact: false })).toBeVisible();
  await page.close();
  await call('PATCH', `/ideas/${ids[6]}`, { title: 'Said by somebody else' });

  const again = await context.newPage();
  await again.goto(`${url}/s/PROD`);
  await expect(again.getByText('After 1', { exact: true })).toBeVisible();
  await expect(again.getByText('After 7', { exact: true })).toBeVisible();
  await expect(again.getByText('50 changes', { exact: false })).toBeVisible();

  await context.setOffline(false);
  await again.getByRole('button', { name: 'Review' }).click();
  const conflict = again.getByRole('dialog', { name: 'Changes that could not be saved' });
  await expect(conflict).toContainText('After 7');
  await expect(conflict).toContainText('Said by somebody else');
  await conflict.getByRole('button', { name: 'Keep theirs' }).click();
  await expect(again.getByText('Said by somebody else')).toBeVisible();

  const titles = async (): Promise<readonly unknown[]> =>
    Promise.all(ids.map(async (id) => (await call('GET', `/ideas/${id}`))['title']));
  const wanted = ids.map((_, at) => (at === 6 ? 'Said by somebody else' : `After ${at + 1}`));
  await expect.poll(titles).toEqual(wanted);
  for (const id of ids) {
    const { items } = (await call('GET', `/ideas/${id}/history`)) as { items: readonly Change[] };
    expect(items.filter(({ name }) => name === 'idea.updated')).toHaveLength(1);
  }
  await installation.close();
});
