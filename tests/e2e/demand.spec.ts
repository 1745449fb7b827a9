/** Who stands behind the ideas of a space, by segment: read, opened and told apart otherwise, by keyboard. */
import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test } from './installation.ts';

test('the demand for ideas is told by segment, down to the words', async ({ installation, page }) => {
  const { call } = installation;
  await call('POST', '/spaces', { key: 'DEM', name: 'Demand' });
  const company = async (name: string, segment: string, amount: number) =>
    (await call('POST', '/companies', { name, segment, revenue: { amount: amount * 100, currency: 'EUR' } }))[
      'id'
    ];
  const initech = await company('Initech', 'enterprise', 7000);
  const umbra = await company('Umbra', 'enterprise', 3000);
  const cafe = await company('Corner Café', 'small', 20);
  await call('POST', '/fields', {
    entity: 'company',
    key: 'size',
    name: 'Size',
    type: 'formula',
    config: { expression: 'if(revenue > 5000, "Key account", "Other")' },
  });
  const idea = async (title: string) => (await call('POST', '/ideas', { space: 'DEM', title }))['id'];
  const [pdf, dark] = [await idea('Export as PDF'), await idea('Dark mode')];
  const insight = async (of: unknown, by: unknown, quote: string) =>
    call('POST', '/insights', { idea: of, company: by, quote } as Parameters<typeof call>[2]);
  await insight(pdf, initech, 'We print everything');
  await insight(pdf, initech, 'Auditors want paper');
  await insight(pdf, cafe, 'For the menu');
  await insight(dark, umbra, 'It is dark in here');

  await signIn(page, installation);
  await page.goto(`${installation.url}/s/DEM/demand`);
  const table = page.getByRole('table', { name: 'Demand' });
  await expect(table.getByRole('columnheader')).toHaveText(['Idea', 'Enterprise', 'Small business', 'All']);
  await expect(table.getByRole('row')).toHaveText([
    /^Idea/,
    /Export as PDF.*7,000.*20.*7,020/,
    /Dark mode.*3,000.*3,000/,
    /All ideas.*10,000.*20.*10,020/,
  ]);
  await expectAccessible(page);
  if (process.env['SHOTS'] !== undefined)
    await page.screenshot({ path: `${process.env['SHOTS']}/demand.png` });

  await table.getByRole('button', { name: /^Export as PDF, Enterprise/ }).focus();
  await page.keyboard.press('Enter');
  const behind = page.getByRole('dialog', { name: 'Export as PDF · Enterprise' });
  await expect(behind).toContainText('1 company, 0 contacts, 2 insights');
  await expect(behind.getByRole('link', { name: 'Initech' })).toBeVisible();
  await expect(behind).toContainText('Auditors want paper');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(behind).toBeHidden();

  await page.getByRole('button', { name: 'Companies', exact: true }).click();
  await expect(table.getByRole('row', { name: /Export as PDF/ })).toHaveText(/1.*1.*2/);
  await page.getByRole('combobox', { name: 'By' }).click();
  await page.getByRole('option', { name: 'Size' }).click();
  await expect(table.getByRole('columnheader')).toHaveText(['Idea', 'Key account', 'Other', 'All']);
  await insight(dark, initech, 'So do we');
  await expect(table.getByRole('row', { name: /Dark mode/ })).toHaveText(/1.*1.*2/);
});
