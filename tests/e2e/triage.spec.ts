/** Feedback put off until later and by when it is to be answered, by keyboard. */
import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, test } from './installation.ts';

test('feedback is snoozed and woken by keyboard, and says by when it is to be answered', async ({ page }) => {
  const installation = await makeInstallation();
  const { call } = installation;
  const { items } = (await call('GET', '/spaces')) as { items: readonly { id: string }[] };
  await call('PATCH', `/spaces/${items[0]?.id}`, { answerWithin: 24 });
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  for (const [title, hours] of [
    ['Late already', 60],
    ['Still in time', 1],
  ] as const)
    await call('POST', '/feedback', { space: 'PROD', title, receivedAt: ago(hours) });
  await signIn(page, installation);
  await page.goto(`${installation.url}/feedback`);
  const list = page.getByRole('region', { name: 'Feedback', exact: true });
  await expect(list.getByRole('listitem')).toHaveText([
    /Due in 2\d hours.*Still in time/,
    /Was due yesterday|Was due .*ago/,
  ]);
  await expectAccessible(page);
  await expect(page.getByRole('heading', { name: 'Still in time' })).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByRole('option', { name: /In three hours/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type('tomo');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Late already' })).toBeVisible();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: /^Snoozed/ }).click();
  await expect(page.getByRole('heading', { name: 'Still in time' })).toBeVisible();
  await page.keyboard.press('z');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Snoozed/ })).toContainText('0');
  await page.getByRole('button', { name: /^New \d/ }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('link', { name: 'Unhandled feedback' }).click();
  await page.getByRole('link', { name: '1 is late' }).click();
  await expect(page.getByRole('heading', { name: 'Late already' })).toBeVisible();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  if (process.env['SHOTS'] !== undefined)
    await page.screenshot({ path: `${process.env['SHOTS']}/triage.png` });
  await installation.close();
});
