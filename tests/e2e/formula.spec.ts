import { expect, makeInstallation, signIn, test } from './installation.ts';

test.use({ actionTimeout: 20_000 });

test('RICE is added by clicking and ranks what is filled in', async ({ page }) => {
  const installation = await makeInstallation();
  const { call, url } = installation;
  await page.setViewportSize({ width: 2400, height: 720 });
  for (const title of ['Small win', 'Big win']) await call('POST', '/ideas', { space: 'PROD', title });
  await signIn(page, installation);
  await page.goto(`${url}/s/PROD`);
  await page.getByRole('button', { name: 'Add a column' }).click();
  const dialog = page.getByRole('dialog', { name: 'New field' });
  await dialog.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'Formula' }).click();
  await dialog.getByRole('button', { name: /RICE/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: 'RICE' })).toBeVisible();
  const { items } = (await call('GET', '/ideas?sort=title')) as { items: { id: string; title: string }[] };
  for (const [at, { id }] of items.entries())
    await call('PATCH', `/ideas/${id}`, { reach: 100 / (at + 1), impact: 2, confidence: 50, effort: 4 });
  await page.getByRole('button', { name: 'RICE' }).click();
  await page.getByRole('menuitem', { name: /descending|high/i }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('Big win');
  await expect(page.getByRole('row').nth(1)).toContainText('25');
  await installation.close();
});

test('a formula is completed while it is typed, and its error stands at the character', async ({
  page,
  installation,
}) => {
  await installation.call('POST', '/fields', { entity: 'idea', name: 'Weight of it', type: 'number' });
  await signIn(page, installation);
  await page.goto(`${installation.url}/settings/fields`);
  await page.getByRole('button', { name: 'New field' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Twice');
  await page.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'Formula' }).click();
  const formula = page.getByRole('textbox', { name: 'Formula' });
  await formula.click();
  await page.keyboard.type('weight_of');
  await expect(page.getByRole('option', { name: /Weight of it/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(formula).toHaveValue(/^weight_of_it /);
  await page.keyboard.type('* twoo');
  await expect(formula).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText(/There is no field twoo.*character 16/)).toBeVisible();
  await formula.fill('weight_of_it * 2');
  await expect(formula).not.toHaveAttribute('aria-invalid');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: /Twice/ })).toBeVisible();
});
