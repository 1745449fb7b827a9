import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { sendReplies } from '@throughline/operations';
import { catchUp, countVoices, draftAnswers } from '@throughline/sinks';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { connect, type Connected } from '../testing/connect.ts';
import { signAsSlack } from '../testing/sign-hook.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { openVendor, type Vendor } from '../testing/vendor.ts';
import { makeChannelSecrets } from './channel-secrets.ts';
import { makeDeliverReply } from './deliver-reply.ts';

const POST = 'POST /api/chat.postMessage';

describeDatabases('answers into conversations', (test) => {
  let acme: TestServer;
  let vendor: Vendor;
  let slack: Connected;
  let feedback: string;
  beforeAll(async () => {
    vendor = await openVendor();
    vendor.answer(POST, { body: { ok: true } });
    // Somebody of whom Slack tells no address.
    vendor.answer('GET /api/users.info', { body: { ok: true, user: { profile: { real_name: 'Grace' } } } });
    acme = await startTestServer(test.database, { origins: { slack: vendor.origin } });
    slack = await connect(acme, {
      connector: 'slack',
      secrets: { signingSecret: 'secret', botToken: 'xoxb-1' },
    });
    await tell('1700000000.1', 'Export as PDF');
    feedback = String((await slack.list('/feedback', 'title = "Export as PDF"'))[0]?.['id']);
  });
  afterAll(async () => {
    await acme.close();
    await vendor.close();
  });

  const tell = (ts: string, text: string) => {
    const event = { type: 'message', channel: 'C1', user: 'U1', ts, text };
    return slack.send(signAsSlack('secret', { type: 'event_callback', event }));
  };
  const posted = () =>
    vendor.asked
      .filter(({ path }) => path === '/api/chat.postMessage')
      .map(({ body }) => JSON.parse(body) as Readonly<Record<string, unknown>>);
  const reply = (body: string) => acme.call('POST', `/feedback/${feedback}/reply`, { body: { body } });
  const deliver = async () => {
    const { runtime } = acme.server;
    const channelSecrets = makeChannelSecrets(await readFile(join(acme.directory, 'secret'), 'utf8'));
    return sendReplies(
      runtime,
      makeDeliverReply({ runtime, channelSecrets, origins: { slack: vendor.origin } }),
    );
  };
  const states = async () =>
    (await slack.list('/answers', `connection = "${slack.id}"`)).map(({ state }) => state);
  /** The server sends by itself too: what counts is what comes of it. */
  const allSent = (count: number) =>
    vi.waitFor(async () => {
      await deliver();
      expect(await states()).toEqual(Array(count).fill('sent'));
    });
  /** The time that a connection rests is over. */
  const rested = () => test.database.query('update channel_state set rest_until = now()');

  it('go into the thread, to somebody without an address', async () => {
    expect((await reply('Hello {name}, it is <there> & works.')).status).toBe(200);
    await allSent(1);
    expect(posted()).toMatchObject([
      {
        channel: 'C1',
        thread_ts: '1700000000.1',
        text: 'Hello Grace, it is &lt;there&gt; &amp; works.',
      },
    ]);
  });

  it('wait as long as Slack asks for, and go out once it takes them', async () => {
    vendor.answer(POST, { status: 429, headers: { 'retry-after': '120' } });
    await reply('Later');
    await deliver();
    await vi.waitFor(async () => expect(await slack.health()).toMatchObject({ errors: 1 }));
    await deliver();
    expect(posted()).toHaveLength(2);
    const { rows } = await test.database.query<{ seconds: number }>(
      'select extract(epoch from rest_until - now())::float8 as seconds from channel_state',
    );
    expect(must(rows[0]).seconds).toBeGreaterThan(100);
    expect(await slack.health()).toMatchObject({ errors: 1, fault: expect.stringContaining('429') });
    vendor.answer(POST, { body: { ok: true } });
    await rested();
    await allSent(2);
    expect((await slack.health())?.['fault']).toBeNull();
  });

  it('outlive a time when Slack is away, and are paused with their connection', async () => {
    vendor.answer(POST, { status: 503 });
    await reply('Down');
    await deliver();
    await vi.waitFor(async () => expect(await slack.health()).toMatchObject({ errors: 2 }));
    vendor.answer(POST, { body: { ok: true } });
    await acme.call('PATCH', `/connections/${slack.id}`, { body: { paused: true } });
    await rested();
    await deliver();
    expect((await states()).filter((state) => state === 'approved')).toHaveLength(1);
    await acme.call('PATCH', `/connections/${slack.id}`, { body: { paused: false } });
    await allSent(3);
  });

  it('that Slack refuses for good are shown with its word', async () => {
    vendor.answer(POST, { body: { ok: false, error: 'channel_not_found' } });
    await reply('Nowhere');
    await vi.waitFor(async () => {
      await deliver();
      const [failed] = await slack.list('/answers', 'state = "failed"');
      expect(failed?.['fault']).toBe('Slack refused it: channel_not_found');
    });
    vendor.answer(POST, { body: { ok: true } });
  });

  it('tell those who asked there that it shipped', async () => {
    const idea = must(
      (await acme.call('POST', '/ideas', { body: { space: 'PROD', title: 'PDF', status: 'later' } })).body[
        'id'
      ],
    );
    await acme.call('POST', '/insights', { body: { idea, feedback, quote: 'PDF' } });
    await acme.call('PATCH', `/ideas/${idea}`, { body: { status: 'shipped' } });
    const { rows } = await test.database.query<{ id: string }>('select id from workspace');
    for (const sink of [countVoices, draftAnswers])
      await catchUp(acme.server.runtime, sink, must(rows[0]).id);
    const [draft] = await slack.list('/answers', 'stage = "done" and state = "draft"');
    await acme.call('POST', `/answers/${String(draft?.['id'])}/approve`);
    await vi.waitFor(async () => {
      await deliver();
      expect(String(posted().at(-1)?.['text'])).toContain('Export as PDF');
    });
  });
});
