/** What is answered again and again: written once, put into a reply, changed there and sent. */
import { openMailBox } from '../../apps/server/src/testing/mail-box.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, test } from './installation.ts';

test('a saved reply is put into an answer by keyboard and reaches the customer', async ({ page }) => {
  const box = await openMailBox();
  const installation = await makeInstallation({
    environment: { THROUGHLINE_MAIL_URL: box.url, THROUGHLINE_MAIL_FROM: 'Acme <team@acme.example>' },
  });
  const { call, url } = installation;
  const { id: company } = await call('POST', '/companies', { name: 'Initech' });
  const { id: contact } = await call('POST', '/contacts', {
    name: 'Ada',
    email: 'ada@initech.example',
    company: company ?? null,
  });
  await call('POST', '/feedback', { space: 'PROD', title: 'It is slow', contact: contact ?? null });
  await signIn(page, installation);
  await page.goto(`${url}/settings/channels`);
  const settings = page.getByRole('region', { name: 'Saved replies' });
  await settings.getByRole('textbox', { name: 'Name' }).fill('Known');
  await settings
    .getByRole('textbox', { name: 'Text', exact: true })
    .fill('Hello {name}, we know that {company} waits for this.');
  await settings.getByRole('button', { name: 'Add a reply' }).click();
  await expect(settings.getByRole('textbox', { name: 'Text of “Known”' })).toHaveValue(/we know that/);
  await expectAccessible(page);

  await page.goto(`${url}/feedback`);
  const reply = page.getByRole('textbox', { name: 'Reply to Ada' });
  await reply.fill('Good morning');
  await page.getByRole('button', { name: 'Saved replies' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Known' }).waitFor();
  await page.keyboard.type('Known');
  await page.keyboard.press('Enter');
  await expect(reply).toHaveValue('Good morning\n\nHello {name}, we know that Initech waits for this.');
  await page.getByRole('button', { name: 'Saved replies' }).click();
  await page.getByRole('menuitem', { name: 'Keep what is written' }).click();
  await expect(page.getByText('“Good morning” is kept as a saved reply')).toBeVisible();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect
    .poll(() => box.mails.map(({ source }) => source.replaceAll('=\r\n', '')).join(), { timeout: 45_000 })
    .toContain('Hello Ada, we know that Initech waits for this.');
  await installation.close();
  await box.close();
});
