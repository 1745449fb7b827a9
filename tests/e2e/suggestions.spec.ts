import { expectAccessible } from './expect-accessible.ts';
import { expect, signIn, test, type Installation } from './installation.ts';

const TOPICS = [
  'Dark colours for the mobile app',
  'Two-factor sign-in by security key',
  'Payroll export as a bank file',
  'Calendar of holidays for every country',
  'Invoices in several currencies',
  'Reminders before a contract ends',
  'Drag shifts between employees',
  'Signature of documents on a tablet',
  'Archive of old pay slips',
  'Overtime rules for night work',
  'Search through all attachments',
  'Chart of absences by department',
  'Onboarding checklist with owners',
  'Spreadsheet with all employees',
  'Offline clock-in at the door',
  'Report of travel expenses with receipts',
  'Approval chain for large orders',
  'Keyboard navigation in every table',
  'Automatic backup to our own storage',
  'Audit trail of every login',
  'Webhook when a shift is swapped',
  'Translation of the interface to Dutch',
  'Pension contributions by age',
  'Benefits shown beside the salary',
];

async function addWords({ call }: Installation): Promise<void> {
  await call('POST', '/spaces', { key: 'HINT', name: 'Hints' });
  for (const title of TOPICS) await call('POST', '/ideas', { space: 'HINT', title });
  const say = (title: string, day: number) =>
    call('POST', '/feedback', { space: 'HINT', title, receivedAt: `2026-02-0${day}T09:00:00.000Z` });
  await say('Where is your office?', 1);
  await say('The audit trail should have every failed login', 2);
  await say('We need the payroll export as a file for our bank', 3);
}

test.beforeAll(async ({ installation }) => addWords(installation));

test('an idea is suggested with what decided, taken by one key and given back by one undo', async ({
  page,
  installation,
}) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/feedback?space=HINT`);
  const offers = page.getByRole('region', { name: 'May belong to' });
  await expect(offers.getByRole('link', { name: 'Payroll export as a bank file' })).toBeVisible();
  await expect(offers.getByText(/\d+ % alike|\d+% alike/).first()).toBeVisible();
  await expect(offers.getByText(/shares .*payroll/)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('y');
  const audit = page.getByRole('heading', { name: 'The audit trail should have every failed login' });
  await expect(audit).toBeVisible();
  const taken = () =>
    installation.call('GET', `/suggestions?filter=${encodeURIComponent('outcome = "accepted"')}`);
  await expect.poll(async () => ((await taken())['items'] as object[]).length).toBe(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(async () => ((await taken())['items'] as object[]).length).toBe(0);
  const { items } = await installation.call('GET', '/insights?space=HINT');
  expect(items).toEqual([]);
});

test('a suggestion that was refused is not offered again', async ({ page, installation }) => {
  await signIn(page, installation);
  await page.goto(`${installation.url}/feedback?space=HINT&item=HINT-${TOPICS.length + 2}`);
  const offer = page
    .getByRole('region', { name: 'May belong to' })
    .getByRole('link', { name: 'Audit trail of every login' });
  await expect(offer).toBeVisible();
  await page.keyboard.press('Shift+Y');
  await expect(offer).toHaveCount(0);
  await page.reload();
  await expect(
    page.getByRole('heading', { name: 'The audit trail should have every failed login' }),
  ).toBeVisible();
  await expect(offer).toHaveCount(0);
  await expect
    .poll(async () => JSON.stringify(await installation.call('GET', '/suggestions?space=HINT')))
    .toContain('"refused"');
});

test('an idea shows the ideas that look like it, and takes one in', async ({ page, installation }) => {
  const twin = 'Payroll export to the bank as a file';
  const { key } = await installation.call('POST', '/ideas', { space: 'HINT', title: twin });
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/HINT/ideas/${String(key)}`);
  const alike = page.getByRole('region', { name: 'Looks like' });
  await expect(alike.getByRole('button', { name: /^HINT-3 Payroll export as a bank file/ })).toBeVisible();
  await expectAccessible(page);
  await alike.getByRole('button', { name: 'Merge “Payroll export as a bank file” into this idea' }).click();
  await expect(alike.getByText('Payroll export as a bank file')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
});

test('a rule gives what comes in to a team, and the settings tell what suggestions were worth', async ({
  page,
  installation,
}) => {
  const { call } = installation;
  await call('POST', '/teams', { name: 'Billing' });
  const { id: space } = await call('POST', '/spaces', { key: 'ROUTE', name: 'A routed space' });
  await signIn(page, installation);
  await page.goto(`${installation.url}/settings/routing`);
  await page.getByRole('combobox', { name: 'Space' }).click();
  await page.getByRole('option', { name: 'A routed space' }).click();
  await page.getByRole('combobox', { name: 'Team' }).click();
  await page.getByRole('option', { name: 'Billing' }).click();
  const condition = page
    .getByRole('textbox', { name: 'Condition' })
    .or(page.getByRole('combobox', { name: 'Condition' }));
  await condition.fill('body contains "invoice"');
  await page.getByRole('button', { name: 'Add rule' }).click();
  const rules = page.getByRole('region', { name: 'Rules' });
  await expect(rules.getByRole('listitem').getByText('body contains "invoice"')).toBeVisible();
  await expect(condition).toHaveValue('');
  await expect(page.getByRole('region', { name: 'Suggestions' })).toContainText('Refused');
  await expectAccessible(page);
  await call('POST', '/feedback', { space: String(space), title: 'Wrong', body: 'The invoice is wrong' });
  await page.goto(`${installation.url}/feedback?space=ROUTE`);
  await expect(page.locator('article').getByText('by the rule body contains "invoice"')).toBeVisible();
});
