/** A question goes out by link and by mail, is answered without script, and its figures lead to the answers. */
import { test, type Browser, type Page } from '@playwright/test';
import { openMailBox, type MailBox } from '../../apps/server/src/testing/mail-box.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, type Installation } from './installation.ts';

const untilDue = { timeout: 45_000 };

let box: MailBox;
let installation: Installation;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  box = await openMailBox();
  installation = await makeInstallation({
    environment: { THROUGHLINE_MAIL_URL: box.url, THROUGHLINE_MAIL_FROM: 'Acme <team@acme.example>' },
  });
  const { call } = installation;
  await call('POST', '/spaces', { key: 'ASK', name: 'Asking' });
  const { id: company } = await call('POST', '/companies', { name: 'Lee Ltd' });
  await call('POST', '/contacts', { name: 'Ann Lee', email: 'ann@lee.example', company });
});

test.afterAll(async () => {
  await installation.close();
  await box.close();
});

/** Customers' browsers here run no script. */
async function asCustomer(browser: Browser, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  try {
    await visit(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Clicks the label, as the box itself lies under it. */
async function answer(page: Page, score: string, words: string): Promise<void> {
  await page.locator('.choice', { hasText: new RegExp(`^${score}$`) }).click();
  await page.getByLabel('What is the main reason?').fill(words);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status')).toHaveText('Thank you. Your answer has arrived.');
}

test('a survey is made, opened and answered by its link', async ({ page, browser }) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/settings/channels`);
  await page.getByLabel('Name of a new survey').fill('How is it');
  const form = page.locator('form', { has: page.getByLabel('Name of a new survey') });
  await form.getByLabel('Space').click();
  await page.getByRole('option', { name: 'Asking' }).click();
  await form.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { name: 'How is it' })).toBeVisible();
  await expect(page.getByText('Nobody has answered yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Open survey' }).click();
  const address = await page.getByLabel('Link for everybody').inputValue();
  await expectAccessible(page);
  await asCustomer(browser, async (customer) => {
    await customer.goto(new URL(address).pathname.replace(/^/, installation.url));
    await expect(customer.getByRole('heading', { name: /How likely are you/ })).toBeVisible();
    await answer(customer, '10', 'Quick and calm');
  });
});

test('its page can be read by everybody, and says what is missing', async ({ page }) => {
  await page.goto(`${installation.url}/survey/how-is-it`);
  await expectAccessible(page);
  await page.getByRole('radio', { name: '7', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '8', exact: true })).toBeChecked();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
});

test('a contact is mailed, answers once, and the figures lead to what was said', async ({
  page,
  browser,
}) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/settings/channels`);
  await page.getByRole('link', { name: /How is it/ }).click();
  await page.getByRole('button', { name: /^Ask \d+ contact/ }).click();
  let path = '';
  await expect
    .poll(() => {
      const mail = box.mails.find(({ to }) => to.includes('ann@lee.example'));
      const text = mail?.source.replaceAll('=\r\n', '').replaceAll('=3D', '=') ?? '';
      path = /\/survey\/\S+/.exec(text)?.[0] ?? '';
      return path;
    }, untilDue)
    .not.toBe('');
  await asCustomer(browser, async (customer) => {
    await customer.goto(`${installation.url}${path}`);
    await answer(customer, '3', 'Exports fail');
    await customer.goto(`${installation.url}${path}`);
    await expect(customer.getByRole('status')).toHaveText('You have answered already. Thank you.');
  });
  await page.reload();
  await expect(page.getByText('1 person was mailed')).toBeVisible();
  const answers = page.getByRole('region', { name: 'Answers behind it' }).getByRole('listitem');
  await expect(answers).toHaveCount(2);
  await page.getByRole('button', { name: /Detractors/ }).click();
  await expect(answers).toHaveCount(1);
  await expect(answers).toContainText('Ann Lee');
  await expect(answers).toContainText('Lee Ltd');
  await expectAccessible(page);
  await answers.getByRole('link', { name: 'Exports fail' }).click();
  await expect(page.getByText('Exports fail').first()).toBeVisible();
});
