import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, test } from './installation.ts';

test.use({ actionTimeout: 20_000 });

async function openFieldDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Add a column' }).click();
  const dialog = page.getByRole('dialog', { name: 'New field' });
  await dialog.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'Formula' }).click();
  return dialog;
}

test('RICE is added by clicking and ranks what is filled in', async ({ page }) => {
  const installation = await makeInstallation();
  const { call, url } = installation;
  await page.setViewportSize({ width: 2400, height: 720 });
  for (const title of ['Small win', 'Big win']) await call('POST', '/ideas', { space: 'PROD', title });
  await signIn(page, installation);
  await page.goto(`${url}/s/PROD`);
  const dialog = await openFieldDialog(page);
  await dialog.getByRole('button', { name: /RICE/ }).click();
  await expect(dialog.getByText('Adds Reach, Impact, Confidence, Effort.')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Formula' })).toHaveValue(
    'reach * impact * confidence / 100 / effort',
  );
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create field' }).click();
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

test('a ready-made score is made with the keyboard alone, and its value explained', async ({ page }) => {
  const installation = await makeInstallation();
  const { call, url } = installation;
  await call('POST', '/ideas', { space: 'PROD', title: 'Only one' });
  await signIn(page, installation);
  await page.goto(`${url}/s/PROD`);
  const adder = page.getByRole('button', { name: 'Add a column' });
  await adder.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New field' });
  await expect(dialog).toBeVisible();
  const type = dialog.getByRole('combobox', { name: 'Type' });
  await tabTo(page, type);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Formula' })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(type).toHaveText(/Formula/);
  await expect(type).toBeFocused();
  await tabTo(page, dialog.getByRole('button', { name: /Opportunity score/ }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Formula' })).toBeFocused();
  await tabTo(page, dialog.getByRole('button', { name: 'Create field' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  const { items } = (await call('GET', '/ideas')) as { items: { id: string }[] };
  await call('PATCH', `/ideas/${items[0]?.id ?? ''}`, { importance: 9, satisfaction: 3 });
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('gridcell', { name: '15', exact: true })).toBeVisible();
  await page.keyboard.press('=');
  const explanation = page.getByRole('dialog', { name: 'Opportunity score' });
  await expect(explanation).toContainText('max(9 - 3, 0)');
  await expect(explanation).toContainText('= 15');
  await expect(explanation.getByRole('region', { name: 'What goes in' })).toContainText('Importance9');
  await page.keyboard.press('Escape');
  await expect(explanation).toHaveCount(0);
  await expect(page.getByRole('treegrid')).toBeFocused();
  await installation.close();
});

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('a value explains itself: what is linked opens, and what is empty says why', async ({ page }) => {
  const installation = await makeInstallation();
  const { call, url } = installation;
  const add = (name: string, expression: string) =>
    call('POST', '/fields', { entity: 'idea', name, type: 'formula', config: { expression } });
  await call('POST', '/fields', { entity: 'idea', name: 'Effort', type: 'number' });
  const behind = await add('Behind', 'sum(insights.company.revenue) / effort');
  const idea = await call('POST', '/ideas', { space: 'PROD', title: 'Search', effort: 4 });
  await call('POST', '/ideas', { space: 'PROD', title: 'Zero', effort: 0 });
  const company = await call('POST', '/companies', { name: 'Initech', revenue: 800 });
  for (const quote of ['Find it', 'Find it faster'])
    await call('POST', '/insights', { idea: idea['id'], quote, company: company['id'] });
  const query = {
    version: 1,
    entity: 'idea',
    order: [{ by: { type: 'field', field: 'title' }, direction: 'ascending' }],
    group: [],
    aggregates: [],
    columns: [behind['id'], 'companyCount'],
  };
  const view = await call('POST', '/views', {
    space: 'PROD',
    name: 'Scores',
    entity: 'idea',
    layout: 'list',
    query,
  });
  await signIn(page, installation);
  await page.goto(`${url}/s/PROD?view=${String(view['id'])}`);
  await page.locator('[data-row="0"] [data-column="1"]').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Explain Behind/ }).click();
  const explanation = page.getByRole('dialog', { name: 'Behind' });
  await expect(explanation).toContainText('800 / 4');
  await expect(explanation).toContainText('= 200');
  await explanation.locator('summary').click();
  await expect(explanation.getByRole('link', { name: 'Initech' })).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await explanation.getByRole('link', { name: 'Initech' }).click();
  await expect(page).toHaveURL(/companies/);
  await page.goBack();
  await page.locator('[data-row="1"] [data-column="1"]').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Explain Behind/ }).click();
  await expect(explanation).toContainText('it would divide by Effort, which is 0');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Behind', exact: false }).first().click();
  await expect(explanation).toContainText('= 200');
  await expectAccessible(page);
  await installation.close();
});

test('a circle of formulas is refused where it is saved, by name', async ({ page }) => {
  const installation = await makeInstallation();
  const { call, url } = installation;
  const add = (name: string, expression: string) =>
    call('POST', '/fields', { entity: 'idea', name, type: 'formula', config: { expression } });
  const score = await add('Score', '1 + 1');
  await add('Value', 'score * 2');
  await expect(
    call('PATCH', `/fields/${String(score['id'])}`, { config: { expression: 'value + 1' } }),
  ).rejects.toThrow('Score → Value → Score');
  await signIn(page, installation);
  await page.goto(`${url}/settings/fields`);
  await page.getByRole('button', { name: /Score/ }).click();
  const formula = page.getByRole('textbox', { name: 'Formula' });
  await formula.fill('value + 1');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').getByText(/Score → Value → Score/)).toBeVisible();
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
