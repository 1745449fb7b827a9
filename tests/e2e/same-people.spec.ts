/** Customers that came in twice: found by rules, merged, kept apart, and taken back. */
import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, test } from './installation.ts';

test('double companies and contacts are merged or kept apart', async ({ page }) => {
  const installation = await makeInstallation();
  const { call } = installation;
  const company = async (name: string, domain?: string) =>
    call('POST', '/companies', { name, ...(domain === undefined ? {} : { domain }) });
  await company('Globex', 'globex.example');
  const second = await company('Globex Group', 'www.globex.example');
  await company('Initech');
  await company('Initech Ltd');
  await call('POST', '/contacts', {
    name: 'Hank Scorpio',
    email: 'hank@globex.example',
    company: second['id'] ?? null,
  });
  await signIn(page, installation);
  await page.goto(`${installation.url}/companies`);
  await page.getByRole('button', { name: '2 may be double' }).click();
  const dialog = page.getByRole('dialog', { name: 'Who may be the same' });
  const byDomain = dialog.getByRole('region', { name: 'Companies with one domain' });
  await expect(byDomain.getByRole('listitem')).toHaveText([/Globex Group.*Globex/]);
  await expectAccessible(page);
  if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/same.png` });
  await byDomain.getByRole('button', { name: 'Merge' }).focus();
  await page.keyboard.press('Enter');
  await expect(byDomain).toHaveCount(0);
  const byName = dialog.getByRole('region', { name: /^Companies of one name/ });
  await byName.getByRole('button', { name: 'Keep apart' }).click();
  await expect(dialog).toContainText('Nothing looks double any more.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /Globex Group/ })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('row', { name: /Initech Ltd/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /may be double/ })).toHaveCount(0);
  await installation.close();
});
