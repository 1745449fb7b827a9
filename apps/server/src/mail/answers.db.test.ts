import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must, textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { sendAnswers } from '@throughline/operations';
import { catchUp, countVoices, draftAnswers } from '@throughline/sinks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePortalKeys } from '../portal/portal-keys.ts';
import { openMailBox, type MailBox } from '../testing/mail-box.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makeDeliver } from './deliver-answer.ts';
import { openMailer } from './mailer.ts';

type Item = Readonly<Record<string, unknown>>;

describeDatabases('answers to customers', (test) => {
  let acme: TestServer;
  let box: MailBox;
  let idea: string;
  beforeAll(async () => {
    acme = await startTestServer(test.database);
    box = await openMailBox();
    const portal = await make('portals', {
      space: 'PROD',
      name: 'Wünsche',
      slug: 'wuensche',
      language: 'de',
    });
    const feedback = await make('feedback', {
      space: 'PROD',
      title: 'Als PDF ausgeben',
      portal,
      publicity: 'public',
      contact: await make('contacts', { name: 'Ada', email: 'ada@customer.example' }),
    });
    for (const name of ['Bob', 'Eve'])
      await make('votes', {
        record: feedback,
        contact: await make('contacts', { name, email: `${name.toLowerCase()}@customer.example` }),
      });
    idea = await make('ideas', { space: 'PROD', title: 'PDF (secret plan)', status: 'later' });
    await make('insights', { idea, feedback, quote: 'PDF' });
    await follow();
  });
  afterAll(async () => {
    await box.close();
    await acme.close();
  });

  async function make(collection: string, body: Item): Promise<string> {
    return must((await acme.call('POST', `/${collection}`, { body })).body['id']);
  }
  async function follow(): Promise<void> {
    const { rows } = await test.database.query<{ id: string }>('select id from workspace');
    for (const sink of [countVoices, draftAnswers])
      await catchUp(acme.server.runtime, sink, must(rows[0]).id);
  }
  const move = async (status: string) => {
    await acme.call('PATCH', `/ideas/${idea}`, { body: { status } });
    await follow();
  };
  const answers = async (filter: string) =>
    (await acme.call<{ items: Item[] }>('GET', `/answers?sort=contact&filter=${encodeURIComponent(filter)}`))
      .body.items;
  const send = () => {
    const mailer = openMailer({ THROUGHLINE_MAIL_URL: box.url, THROUGHLINE_MAIL_FROM: 'acme@example.com' });
    const keys = makePortalKeys('x'.repeat(32));
    const { runtime } = acme.server;
    return sendAnswers(runtime, makeDeliver({ mailer: must(mailer), keys, url: 'http://127.0.0.1:3000' }));
  };

  it('the session says that nothing can be sent where no mail server is named', async () => {
    expect((await acme.call<Item>('GET', '/session')).body['sendsMail']).toBe(false);
  });

  it('are drafted once for everybody who asked or voted, in their portal’s language and their own words', async () => {
    await move('shipped');
    const drafts = await answers('state = "draft"');
    expect(drafts.map(({ subject }) => subject)).toEqual(Array(3).fill('Es ist da: Als PDF ausgeben'));
    expect(new Set(drafts.map(({ contact }) => contact)).size).toBe(3);
    expect(JSON.stringify(drafts)).not.toContain('Ada');
    expect(JSON.stringify(drafts)).not.toContain('secret plan');
    await test.database.query('update sink_cursor set seq = 0');
    await follow();
    expect(await answers('stage = "done"')).toHaveLength(3);
  });

  it('go nowhere before somebody approves, and stay behind when the idea goes back', async () => {
    expect([await send(), box.mails.length]).toEqual([0, 0]);
    await move('later');
    expect((await answers('state = "skipped" and stage = "done"')).length).toBe(3);
    expect((await answers('state = "draft"')).map(({ stage }) => stage)).toEqual(Array(3).fill('planned'));
  });

  it('are sent once, with the same id when tried again and a way to be told nothing more', async () => {
    const drafts = await answers('state = "draft"');
    const [ada, bob] = drafts;
    for (const draft of [ada, bob])
      await acme.call('POST', `/answers/${textOf(draft?.['id'] as string)}/approve`);
    box.refuse('bob', 450);
    await send();
    box.refuse('bob', null);
    await send();
    expect(await send()).toBe(0);
    expect(box.mails.map(({ to }) => to[0]).toSorted()).toEqual([
      'ada@customer.example',
      'bob@customer.example',
    ]);
    const { source } = must(box.mails.find(({ to }) => to[0] === 'ada@customer.example'));
    expect(source).toContain('Hallo Ada,');
    expect(source).toMatch(/Message-ID: <answer_\w+@127\.0\.0\.1>/i);
    expect(source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const sent = await answers('state = "sent"');
    expect(sent.every(({ sentAt, askedAt }) => sentAt !== undefined && askedAt !== undefined)).toBe(true);
    const again = await acme.call('POST', `/answers/${textOf(ada?.['id'] as string)}/approve`);
    expect(again.status).toBe(409);
  });

  it('whose sending was cut off are sent again, under the same id, and not while it may still go on', async () => {
    const { id } = must((await answers('state = "sent"'))[0]) as { readonly id: string };
    const cutOff = (minutes: number) =>
      test.database.query(
        `update answer set state = 'sending', updated_at = now() - make_interval(mins => $2) where id = $1`,
        [id, minutes],
      );
    await cutOff(5);
    expect(await send()).toBe(0);
    await cutOff(11);
    expect(await send()).toBe(1);
    const same = box.mails.filter(({ source }) => source.includes(`<${id}@`));
    expect(same).toHaveLength(2);
  });

  it('that the mail server refuses for good are shown with its words, and can be tried again', async () => {
    const [eve] = await answers('state = "draft"');
    const id = textOf(eve?.['id'] as string);
    box.refuse('eve', 550);
    await acme.call('POST', `/answers/${id}/approve`);
    await send();
    const [failed] = await answers('state = "failed"');
    expect(textOf(failed?.['fault'] as string)).toContain('Not now, not here');
    box.refuse('eve', null);
    await acme.call('POST', `/answers/${id}/approve`);
    expect(await send()).toBe(1);
  });

  it('end with one press for who wants no more, and for nobody else', async () => {
    const token = makePortalKeys('y'.repeat(32)).sign(
      'leave',
      ['workspace', 'contact', 'en'],
      Date.now() + 1000,
    );
    const forged = await fetch(`${acme.url}/unsubscribe?token=${token}`, { method: 'POST' });
    expect(forged.status).toBe(410);
    const { rows } = await test.database.query<{ id: string; workspace_id: string }>(
      "select id, workspace_id from contact where name = 'Bob'",
    );
    const bob = must(rows[0]);
    const own = makePortalKeys(await readFile(join(acme.directory, 'secret'), 'utf8')).sign(
      'leave',
      [bob.workspace_id, bob.id, 'de'],
      Date.now() + 60_000,
    );
    const shown = await fetch(`${acme.url}/unsubscribe?token=${own}`);
    expect(await shown.text()).toContain('Nichts mehr senden');
    const isLeft = async () =>
      (await acme.call('GET', `/contacts/${bob.id}`)).body['unsubscribedAt'] !== undefined;
    expect(await isLeft()).toBe(false);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    await fetch(`${acme.url}/unsubscribe?token=${own}`, {
      method: 'POST',
      headers: form,
      body: 'List-Unsubscribe=One-Click',
    });
    expect(await isLeft()).toBe(true);
    await move('now');
    const told = (await answers('stage = "active"')).map(({ contact }) => contact);
    expect([told.length, told.includes(bob.id)]).toEqual([2, false]);
  });
});
