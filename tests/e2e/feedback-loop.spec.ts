/** From the customers' words to the answer: portal, votes and mails over their real protocols. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Browser, Page } from '@playwright/test';
import { createTransport } from 'nodemailer';
import { openMailBox, type MailBox } from '../../apps/server/src/testing/mail-box.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, makeInstallation, signIn, type Installation } from './installation.ts';
import { test } from '@playwright/test';

/** As long as what is due by the clock may take, and a mail after it. */
const untilDue = { timeout: 45_000 };

const grace = 'grace@harbor.example';
const vic = 'vic@dock.example';
const bob = 'bob@quay.example';

let box: MailBox;
let installation: Installation;
let mailPort: number;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  box = await openMailBox();
  mailPort = await freePort();
  installation = await makeInstallation({
    environment: {
      THROUGHLINE_MAIL_URL: box.url,
      THROUGHLINE_MAIL_FROM: 'Acme <team@acme.example>',
      THROUGHLINE_SMTP: `127.0.0.1:${mailPort}`,
      THROUGHLINE_SMTP_CHECKS: 'off',
    },
  });
  const { call } = installation;
  await call('POST', '/spaces', { key: 'LOOP', name: 'Calendar' });
  await call('POST', '/portals', { space: 'LOOP', name: 'Wishes', slug: 'wishes' });
  await call('POST', '/mailboxes', { space: 'LOOP', name: 'Support', address: 'support@acme.example' });
  await call('POST', '/ideas', { space: 'LOOP', title: 'Calendar feed' });
});

test.afterAll(async () => {
  await installation.close();
  await box.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Customers' browsers here run no script. */
async function asCustomer(browser: Browser, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    await visit(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Text mails as people read them. */
async function mailTo(address: string, holding: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(() => {
      found = box.mails
        .filter(({ to }) => to.includes(address))
        .map(({ source }) => source.replaceAll('=\r\n', '').replaceAll('=3D', '='))
        .find((source) => source.includes(holding));
      return found !== undefined;
    }, untilDue)
    .toBe(true);
  return found ?? '';
}

async function writeMail(subject: string, text: string, answers?: string): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: mailPort, ignoreTLS: true });
  await transport.sendMail({
    from: `Bob Quay <${bob}>`,
    to: 'support@acme.example',
    subject,
    text,
    ...(answers === undefined ? {} : { inReplyTo: answers, references: answers }),
  });
  transport.close();
}

const opened = (page: Page, title: string) => page.locator('article').getByRole('heading', { name: title });
const inbox = (item = '') => `${installation.url}/feedback?space=LOOP${item}`;

test('a stranger’s wish waits until somebody lets it on the portal, by one key', async ({
  page,
  browser,
}) => {
  await asCustomer(browser, async (customer) => {
    await customer.goto(`${installation.url}/portal/wishes/new`);
    await customer.getByLabel('What do you wish for?').fill('See deadlines in my calendar');
    await customer.getByRole('button', { name: 'Go on' }).click();
    await customer.getByLabel('Tell us more').fill('I miss them. A feed would do.');
    await customer.getByLabel('Your e-mail address').fill(grace);
    await customer.getByRole('button', { name: 'Send' }).click();
    await expect(customer.getByRole('heading')).toHaveText(/Somebody reads it/);
    await customer.goto(`${installation.url}/portal/wishes`);
    await expect(customer.getByText('See deadlines in my calendar')).toHaveCount(0);
  });
  await signIn(page, installation);
  await page.goto(inbox('&state=waiting'));
  await expect(opened(page, 'See deadlines in my calendar')).toBeVisible();
  await expect(page.getByText('Waits for approval: not on the portal yet.')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('p');
  await expect(page.getByText('Waits for approval: not on the portal yet.')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'See it on the portal' })).toBeVisible();
  await expectAccessible(page);
});

test('a stranger’s comment waits in the same place, and one key keeps it off the portal', async ({
  page,
  browser,
}) => {
  const post = `${installation.url}/portal/wishes/requests/LOOP-2`;
  await asCustomer(browser, async (customer) => {
    await customer.goto(post);
    await customer.getByLabel('Your comment').fill('Cheap watches!');
    await customer.getByRole('button', { name: 'Add comment' }).click();
    await customer.goto(post);
    await expect(customer.getByRole('heading', { name: 'See deadlines' })).toBeVisible();
    await expect(customer.getByText('Cheap watches!')).toHaveCount(0);
  });
  await signIn(page, installation);
  await page.goto(inbox('&state=waiting'));
  const conversation = page.getByRole('region', { name: 'Conversation' });
  await expect(conversation.getByText('Cheap watches!')).toBeVisible();
  await page.keyboard.press('x');
  await expect(conversation.getByText('Not for the portal', { exact: true })).toBeVisible();
  await expect(conversation.getByRole('button', { name: 'Not for the portal' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Answer on the portal' }).click();
  await page.getByRole('textbox', { name: 'Answer on the portal' }).fill('We are looking into it.');
  await page.keyboard.press('Control+Enter');
  await expect(conversation.getByText('We are looking into it.')).toBeVisible();
  await asCustomer(browser, async (customer) => {
    await customer.goto(post);
    await expect(customer.getByText('We are looking into it.')).toBeVisible();
  });
});

test('another customer signs in by a link in a mail, and votes', async ({ browser }) => {
  await asCustomer(browser, async (customer) => {
    await customer.goto(`${installation.url}/portal/wishes/sign-in`);
    await customer.getByLabel('Your e-mail address').fill(vic);
    await customer.getByRole('button', { name: 'Send me a link' }).click();
    await expect(customer.getByRole('status')).toContainText(vic);
    const [link = ''] =
      /\/portal\/wishes\/enter\?token=[\w.~-]+/.exec(await mailTo(vic, '/enter?token=')) ?? [];
    await customer.goto(`${installation.url}${link}`);
    await customer.getByRole('button', { name: 'Sign in', exact: true }).click();
    await customer.getByRole('button', { name: /Vote: See deadlines/ }).click();
    await expect(customer.getByRole('button', { name: /Voted: take it back: See deadlines/ })).toBeVisible();
    await customer.getByRole('link', { name: 'See deadlines in my calendar' }).click();
    await customer.getByLabel('Your comment').fill('Outlook too, please');
    await customer.getByRole('button', { name: 'Add comment' }).click();
    await expect(customer.getByText('Outlook too, please')).toBeVisible();
  });
});

test('wish and mail are linked to one idea by keyboard, and the votes count for it', async ({ page }) => {
  await writeMail('Calendar sync', 'Hello,\n\nmy deadlines never reach my phone.\n\nBob');
  await signIn(page, installation);
  await page.goto(inbox());
  await expect(page.getByRole('button', { name: /Calendar sync/ })).toBeVisible(untilDue);
  await page.getByRole('button', { name: /Calendar sync/ }).click();
  for (const title of ['Calendar sync', 'See deadlines in my calendar']) {
    await expect(opened(page, title)).toBeVisible();
    await page.keyboard.press('l');
    await page.getByRole('combobox', { name: 'Find or create an idea' }).fill('calendar feed');
    await expect(page.getByRole('option', { name: /Calendar feed/ }).first()).toBeVisible();
    await page.keyboard.press('Enter');
  }
  await expect(
    page.getByRole('group', { name: 'State' }).getByRole('button', { name: /^Linked 2/ }),
  ).toBeVisible();
  await page.goto(inbox('&state=linked&item=LOOP-2'));
  await expect(page.getByText('and 1 customer who voted for it')).toBeVisible();
  const comment = page
    .getByRole('region', { name: 'Conversation' })
    .getByRole('listitem')
    .filter({ hasText: 'Outlook too' });
  await expect(comment).toContainText('vicon the portal');
  await page.goto(`${installation.url}/s/LOOP/idea/LOOP-1`);
  await page.getByRole('button', { name: '1 person voted for LOOP-2' }).click();
  await expect(page.getByRole('link', { name: 'vic', exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('when the idea ships, all who asked are told once somebody approves', async ({ page }) => {
  const filter = encodeURIComponent('key = "LOOP-1"');
  const { items } = (await installation.call('GET', `/ideas?filter=${filter}`)) as {
    items: { id: string }[];
  };
  await installation.call('PATCH', `/ideas/${items[0]?.id ?? ''}`, { status: 'shipped' });
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/LOOP/idea/LOOP-1`);
  await expect(page.getByText('3 people asked for this: tell them?')).toBeVisible();
  await page.getByRole('button', { name: 'See the answers' }).click();
  await page.getByRole('button', { name: /^Bob Quay/ }).click();
  await page
    .getByLabel('Text', { exact: true })
    .fill('Hello {name},\n\nit is there: Settings, Calendar feed.');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByText('Hello Bob Quay,')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Approve all 3' }).click();
  await expect(page.getByText('3 people asked for this')).toHaveCount(0);
  for (const address of [grace, vic]) expect(await mailTo(address, 'It is there')).toContain('See deadlines');
  const mail = await mailTo(bob, 'it is there: Settings');
  expect(mail).toContain('Hello Bob Quay,');
  expect(mail).toMatch(/In-Reply-To: </i);
  await expect(page.getByText('the same day').first()).toBeVisible(untilDue);
  await expectAccessible(page);
});

test('the customer’s reply comes into the conversation, and is answered by keyboard', async ({ page }) => {
  const mail = await mailTo(bob, 'it is there: Settings');
  const [, id = ''] = /Message-ID: (<[^>]+>)/i.exec(mail) ?? [];
  await writeMail('Re: Calendar sync', 'It works, thank you! Can it be red?', id);
  await signIn(page, installation);
  await page.goto(inbox('&state=open'));
  await expect(page.getByText('It works, thank you!')).toBeVisible(untilDue);
  const conversation = page.getByRole('region', { name: 'Conversation' });
  await expect(conversation.getByText('to Bob Quay', { exact: true })).toBeVisible();
  await page.keyboard.press('r');
  const reply = page.getByRole('textbox', { name: 'Reply to Bob Quay' });
  await expect(reply).toBeFocused();
  await page.keyboard.type('Red it is, {name}.');
  await page.keyboard.press('Control+Enter');
  await expect(conversation.getByText('Red it is, Bob Quay.')).toBeVisible();
  await expect(reply).toHaveValue('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.type('Ask design about red');
  await page.keyboard.press('Control+Enter');
  await expect(conversation.getByText('Ask design about red')).toBeVisible();
  await expectAccessible(page);
  await mailTo(bob, 'Red it is, Bob Quay.');
  await expect(conversation.getByText('Sent', { exact: true })).toHaveCount(2, untilDue);
});
