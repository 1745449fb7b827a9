/** What nobody has handled, told by age, channel and revenue; each figure opens what it counts. */
import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, test } from './installation.ts';

test('unhandled feedback is told apart, and opened from its figures', async ({ page }) => {
  const installation = await makeInstallation();
  const { call } = installation;
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const { id: company } = await call('POST', '/companies', {
    name: 'Initech',
    revenue: { amount: 700_000, currency: 'EUR' },
  });
  const { id: contact } = await call('POST', '/contacts', { name: 'Ada' });
  for (const [title, days, channel] of [
    ['Too dark', 1, 'email'],
    ['Too slow', 20, 'email'],
    ['Too loud', 60, 'review'],
  ] as const)
    await call('POST', '/feedback', {
      space: 'PROD',
      title,
      channel,
      contact: contact ?? null,
      company: company ?? null,
      receivedAt: ago(days),
    });
  await call('POST', '/feedback', { space: 'PROD', title: 'Done with', state: 'dismissed' });

  await signIn(page, installation);
  await page.goto(`${installation.url}/feedback`);
  await page.getByRole('link', { name: 'Unhandled feedback' }).click();
  await expect(page.getByRole('heading', { name: '3 pieces of feedback wait' })).toBeVisible();
  await expect(page.getByText('of companies that pay €7,000; the oldest came 2 months ago')).toBeVisible();
  const ages = page.getByRole('table', { name: 'By age' });
  await expect(ages.getByRole('row')).toHaveText([
    /^What/,
    /0 to 2 days.*1.*€7,000/,
    /3 to 7 days.*0/,
    /8 to 14 days.*0/,
    /15 to 30 days.*1.*€7,000/,
    /More than 30 days.*1/,
  ]);
  await expect(page.getByRole('table', { name: 'The last twelve weeks' }).getByRole('row').last()).toHaveText(
    /2.*1.*3/,
  );
  await expect(
    page
      .getByRole('table', { name: 'From the word to the answer: Channel' })
      .getByRole('row', { name: /^All/ }),
  ).toHaveText(/0.*3.*20 days/);
  await expectAccessible(page);
  if (process.env['SHOTS'] !== undefined)
    await page.screenshot({ path: `${process.env['SHOTS']}/leakage.png`, fullPage: true });

  await ages.getByRole('link', { name: 'More than 30 days: show the 1 in the inbox' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Too loud' })).toBeVisible();
  await expect(page.getByText('Waits for an answer: 60 days')).toBeVisible();
  const list = page.getByRole('region', { name: 'Feedback', exact: true });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await installation.close();
});
