import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must, textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { findMailbox, publishDueEntries, receiveMail, sendNotices } from '@throughline/operations';
import { catchUp, draftAnswers, mailEntries } from '@throughline/sinks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDeliverNotice } from '../mail/deliver-notice.ts';
import { openMailer } from '../mail/mailer.ts';
import { openMailBox, type MailBox } from '../testing/mail-box.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makePortalKeys, type PortalKeys } from './portal-keys.ts';

type Item = Readonly<Record<string, unknown>>;

describeDatabases('a changelog', (test) => {
  let acme: TestServer;
  let box: MailBox;
  let portal: string;
  let workspace: string;
  let keys: PortalKeys;
  beforeAll(async () => {
    box = await openMailBox();
    acme = await startTestServer(test.database);
    keys = makePortalKeys(await readFile(join(acme.directory, 'secret'), 'utf8'));
    portal = await make('portals', { space: 'PROD', name: 'Wünsche', slug: 'news', language: 'de' });
    const { rows } = await test.database.query<{ id: string }>('select id from workspace');
    workspace = must(rows[0]).id;
  });
  afterAll(async () => {
    await box.close();
    await acme.close();
  });

  async function make(collection: string, body: Item): Promise<string> {
    const answer = await acme.call('POST', `/${collection}`, { body });
    return must(answer.body['id'], JSON.stringify(answer.body));
  }
  const act = (path: string, body?: Item) =>
    acme.call<Item>('POST', path, body === undefined ? {} : { body });
  const read = async (path: string) => (await acme.call<Item>('GET', path)).body;
  const page = async (path: string) => {
    const answer = await fetch(`${acme.url}/portal/news${path}`, { redirect: 'manual' });
    return { status: answer.status, text: await answer.text() };
  };
  const follow = async () => {
    for (const sink of [draftAnswers, mailEntries]) await catchUp(acme.server.runtime, sink, workspace);
  };
  const publishDue = () => publishDueEntries(acme.server.runtime, (error) => expect(error).toBeUndefined());
  const send = () => {
    const mailer = openMailer({ THROUGHLINE_MAIL_URL: box.url, THROUGHLINE_MAIL_FROM: 'acme@example.com' });
    const mails = { mailer: must(mailer), keys, url: 'http://127.0.0.1:3000' };
    return sendNotices(acme.server.runtime, makeDeliverNotice(mails));
  };
  const subscribe = async (email: string) => {
    const token = keys.sign('subscribe', [portal, email], Date.now() + 60_000);
    return fetch(`${acme.url}/portal/news/changelog/confirm`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token }).toString(),
    });
  };

  it('begins with what a release ships, and shows no draft to anybody outside', async () => {
    const release = await make('releases', { space: 'PROD', name: 'Spring', version: '2.0' });
    await make('ideas', { space: 'PROD', title: 'Export as *PDF*', shipsIn: release });
    const entry = await make('entries', { space: 'PROD', title: 'Spring', release, portal });
    expect(await read(`/entries/${entry}`)).toMatchObject({
      text: String.raw`- Export as \*PDF\*`,
      state: 'draft',
      language: 'de',
    });
    expect((await page('/changelog')).text).not.toContain('Spring');
    expect((await page(`/changelog/${entry}`)).status).toBe(404);
    expect((await page('')).text).not.toContain('/changelog"');
    expect((await page('/changelog.json')).text).not.toContain('Spring');
  });

  it('shows what is published in the portal’s language, escaped, with its categories and in feeds', async () => {
    const text = 'Now **bold**.\n\n<script>alert(1)</script>\n\n[here](javascript:alert(1))';
    const entry = await make('entries', {
      space: 'PROD',
      title: '<b>Fast</b>',
      text,
      portal,
      categories: ['new', 'Mobil'],
    });
    expect((await act(`/entries/${entry}/publish`)).body['state']).toBe('published');
    const { text: list } = await page('/changelog');
    expect(list).toContain('Neuigkeiten');
    expect(list).toContain('&lt;b&gt;Fast&lt;/b&gt;');
    expect(list).toContain('<strong>bold</strong>');
    expect(list).toContain('>Neu</span>');
    expect(list).not.toMatch(/<script|href="javascript/);
    expect((await page('/changelog?category=Mobil')).text).toContain('Fast');
    expect((await page('/changelog?category=fixed')).text).not.toContain('Fast');
    expect((await page('')).text).toContain('/portal/news/changelog"');
    const feeds = await Promise.all(['atom', 'rss', 'json'].map((kind) => page(`/changelog.${kind}`)));
    for (const feed of feeds) expect(feed.text).toContain(`/portal/news/changelog/${entry}`);
    await act(`/entries/${entry}/cancel`);
    expect((await page(`/changelog/${entry}`)).status).toBe(404);
  });

  it('takes subscribers by the link in a mail alone, and one portal’s link opens no other', async () => {
    expect((await page('/changelog/confirm?token=made.up')).status).toBe(410);
    const other = makePortalKeys('x'.repeat(32)).sign(
      'subscribe',
      [portal, 'eve@customer.example'],
      Date.now() + 60_000,
    );
    expect((await page(`/changelog/confirm?token=${other}`)).status).toBe(410);
    expect((await subscribe('ada@customer.example')).status).toBe(200);
    expect((await subscribe('ada@customer.example')).status).toBe(200);
    expect(await read(`/portals/${portal}`)).toMatchObject({ subscriberCount: 1 });
  });

  it('publishes what is due once, though several look for it, and nothing that was taken back', async () => {
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const soon = await make('entries', { space: 'PROD', title: 'Soon', text: 'Soon.', portal });
    const never = await make('entries', { space: 'PROD', title: 'Never', text: 'Never.', portal });
    for (const id of [soon, never])
      expect((await act(`/entries/${id}/publish`, { at })).body['state']).toBe('scheduled');
    await act(`/entries/${never}/cancel`);
    await publishDue();
    expect((await page('/changelog')).text).not.toContain('Soon');
    await test.database.query(`update entry set publish_at = now() - interval '1 minute' where id = $1`, [
      soon,
    ]);
    await Promise.all([publishDue(), publishDue(), publishDue()]);
    const { rows } = await test.database.query(
      `select 1 from change where id = $1 and after->>'state' = 'published'`,
      [soon],
    );
    expect(rows).toHaveLength(1);
    expect((await page('/changelog')).text).toContain('Soon');
    expect((await page('/changelog')).text).not.toContain('Never');
  });

  it('is mailed to each subscriber once, though the server fails and the log is read again', async () => {
    await follow();
    box.refuse('ada', 450);
    expect(await send()).toBe(0);
    box.refuse('ada', null);
    const sent = await Promise.all([send(), send()]);
    expect(sent.reduce((all, each) => all + each, 0)).toBe(1);
    await test.database.query('update sink_cursor set seq = 0');
    await follow();
    expect(await send()).toBe(0);
    const [mail] = box.mails;
    expect(box.mails).toHaveLength(1);
    expect(mail?.source).toMatch(/Subject: Soon/);
    expect(mail?.source).toMatch(/Message-ID: <notice_\w+@127\.0\.0\.1>/i);
    expect(mail?.source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const [entry] = (await read('/entries?filter=title%20%3D%20"Soon"'))['items'] as Item[];
    expect(entry).toMatchObject({ noticeCount: 1 });
  });

  it('notes that a mail could not be delivered on its notice', async () => {
    await make('mailboxes', { space: 'PROD', name: 'Support', address: 'support@acme.example' });
    const { runtime } = acme.server;
    const { rows } = await test.database.query<{ id: string }>("select id from notice where state = 'sent'");
    const { id } = must(rows[0]);
    const mailbox = must(await findMailbox(runtime, 'support@acme.example'));
    const outcome = await receiveMail(runtime, mailbox, {
      id: '<bounce@mail.example>',
      answers: [],
      from: { address: 'daemon@mail.example', name: '' },
      subject: 'Undelivered',
      text: '',
      files: [],
      isAutomatic: true,
      bounce: { of: `<${id}@127.0.0.1>`, why: 'No such user' },
    });
    expect(outcome).toBe('bounce');
    expect(await read(`/notices/${id}`)).toMatchObject({ state: 'failed', fault: 'No such user' });
    expect(await send()).toBe(0);
  });

  it('is published, and changed once it is, by editors alone', async () => {
    await make('spaces', { key: 'OPEN', name: 'Open', access: 'open' });
    const open = await make('portals', { space: 'OPEN', name: 'Open', slug: 'open-news' });
    const joe = acme.callAs(await acme.join('joe@example.com', 'contributor'));
    const entry = await joe('POST', '/entries', {
      body: { space: 'OPEN', title: 'Mine', text: 'First.', portal: open },
    });
    const path = `/entries/${must(entry.body['id'])}`;
    const edit = await joe('PATCH', path, { body: { text: 'Second.' } });
    expect(edit.status).toBe(200);
    const cause = must(edit.headers.get('x-cause'));
    expect((await joe('POST', `${path}/publish`)).status).toBe(403);
    await act(`${path}/publish`);
    expect((await joe('PATCH', path, { body: { text: 'Third.' } })).status).toBe(403);
    await joe('POST', '/undo', { body: { cause } });
    expect((await read(path))['text']).toBe('Second.');
    expect((await act(`${path}/publish`)).body['code']).toBe('not_possible');
  });

  it('is shown to those who sign in alone, where the portal is', async () => {
    await acme.call('PATCH', `/portals/${portal}`, { body: { access: 'signed_in' } });
    for (const path of ['/changelog', '/changelog.atom', '/changelog.json'])
      expect((await page(path)).text).not.toContain('Soon');
    expect((await page('/changelog')).status).toBe(303);
    await acme.call('PATCH', `/portals/${portal}`, { body: { access: 'public' } });
  });

  it('is mailed to nobody who left, and not before they confirmed again', async () => {
    const { rows } = await test.database.query<{ id: string }>('select id from subscription');
    const token = keys.sign('unfollow', [workspace, must(rows[0]).id, 'de'], Date.now() + 60_000);
    const address = `${acme.url}/changelog-mails?token=${token}`;
    expect(await (await fetch(address)).text()).toContain('Mails beenden');
    expect(await read(`/portals/${portal}`)).toMatchObject({ subscriberCount: 1 });
    await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(await read(`/portals/${portal}`)).toMatchObject({ subscriberCount: 0 });
    const entry = await make('entries', { space: 'PROD', title: 'Later', text: 'Later.', portal });
    await act(`/entries/${entry}/publish`);
    await follow();
    expect(await send()).toBe(0);
    await subscribe('ada@customer.example');
    await test.database.query('update sink_cursor set seq = 0');
    await follow();
    expect(await send()).toBe(0);
  });

  it('stays within its space, and says so to those who may only contribute', async () => {
    await make('spaces', { key: 'SECRET', name: 'Secret', access: 'private' });
    const foreign = await act('/entries', { space: 'SECRET', title: 'A', text: 'A', portal });
    expect(foreign.body['code']).toBe('invalid_value');
    const empty = await make('entries', { space: 'PROD', title: 'Empty', portal });
    expect((await act(`/entries/${empty}/publish`)).body['code']).toBe('not_possible');
    const idea = await act('/entries', { space: 'PROD', title: 'A', ideas: [portal] });
    expect(idea.body['code']).toBe('invalid_value');
  });

  it('follows a release: shipped, its ideas are done, and who asked is answered', async () => {
    const release = await make('releases', { space: 'PROD', name: 'Summer', plannedOn: '2026-12-01' });
    const idea = await make('ideas', { space: 'PROD', title: 'Search', status: 'now', shipsIn: release });
    const declined = await make('ideas', {
      space: 'PROD',
      title: 'No',
      status: 'declined',
      shipsIn: release,
    });
    const contact = await make('contacts', { name: 'Bob', email: 'bob@customer.example' });
    await make('insights', { idea, contact, quote: 'Search!' });
    expect((await act(`/releases/${release}/apply`)).body['added']).toBe(9);
    expect((await act(`/releases/${release}/apply`)).body['added']).toBe(0);
    const tasks = (await read(`/launch-tasks?filter=${encodeURIComponent(`release = "${release}"`)}`))[
      'items'
    ] as Item[];
    expect(tasks[0]).toMatchObject({ dueOn: '2026-11-28', department: 'Product' });
    await acme.call('PATCH', `/launch-tasks/${textOf(tasks[0]?.['id'] as string)}`, { body: { done: true } });
    const shipped = await act(`/releases/${release}/ship`, { moveIdeas: true });
    expect(shipped.body).toMatchObject({ state: 'shipped', moved: 1, stayed: 0 });
    expect(await read(`/releases/${release}`)).toMatchObject({ ideaCount: 2, taskCount: 9 });
    expect((await read(`/ideas/${idea}`))['status']).toBe('shipped');
    expect((await read(`/ideas/${declined}`))['status']).toBe('declined');
    await follow();
    const drafts = (await read(`/answers?filter=${encodeURIComponent(`idea = "${idea}"`)}`))[
      'items'
    ] as Item[];
    expect(drafts).toMatchObject([{ stage: 'done', state: 'draft', contact }]);
    expect((await act(`/releases/${release}/ship`)).body['code']).toBe('not_possible');
  });
});
