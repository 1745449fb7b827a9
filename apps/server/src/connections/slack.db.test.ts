import { must } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signAsSlack, type SignedHook } from '../testing/sign-hook.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { openVendor, type Vendor } from '../testing/vendor.ts';

type Item = Readonly<Record<string, unknown>>;

const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

describeDatabases('what people say in Slack', (test) => {
  let acme: TestServer;
  let vendor: Vendor;
  let id: string;
  beforeAll(async () => {
    vendor = await openVendor();
    vendor.answer('GET /api/users.info', {
      body: { ok: true, user: { id: 'U1', profile: { real_name: 'Grace', email: 'grace@harbor.example' } } },
    });
    acme = await startTestServer(test.database, { origins: { slack: vendor.origin } });
    const settings = { workspace: 'acme' };
    const body = { space: 'PROD', name: 'Customers', connector: 'slack', settings };
    id = must((await acme.call('POST', '/connections', { body })).body['id']);
    await acme.call('POST', `/connections/${id}/secrets`, {
      body: { signingSecret: SECRET, botToken: 'xoxb-1' },
    });
  });
  afterAll(async () => {
    await acme.close();
    await vendor.close();
  });

  const send = ({ headers, body }: SignedHook, to = id) =>
    fetch(`${acme.url}/hooks/slack/${to}`, { method: 'POST', headers, body });
  const tell = (payload: object | URLSearchParams, at?: number) => send(signAsSlack(SECRET, payload, at));
  const message = (event: Item) => ({
    type: 'event_callback',
    team_id: 'T1',
    event_id: `Ev${String(event['ts'])}`,
    event: { type: 'message', channel: 'C1', user: 'U1', ...event },
  });
  const list = async (path: string, filter: string) =>
    (await acme.call<{ items: Item[] }>('GET', `${path}?filter=${encodeURIComponent(filter)}`)).body.items;
  const titled = (title: string) => list('/feedback', `title = ${JSON.stringify(title)}`);
  const health = async () =>
    (await acme.call<{ items: Item[] }>('GET', '/channels')).body.items.find((each) => each['id'] === id);

  it('is set up by answering its challenge', async () => {
    const answer = await tell({ type: 'url_verification', challenge: '3eZbrw1aB' });
    expect([answer.status, await answer.text()]).toEqual([200, '3eZbrw1aB']);
  });

  it('becomes feedback with who said it, once however often it is told', async () => {
    const said = message({ ts: '1700000000.000100', text: 'Export as <https://x.example|PDF> &amp; more' });
    const answers = await Promise.all([tell(said), tell(said), tell(said)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const found = await titled('Export as PDF (https://x.example) & more');
    expect(found).toMatchObject([
      {
        channel: 'chat',
        state: 'new',
        connection: id,
        receivedAt: '2023-11-14T22:13:20.000Z',
        link: { url: 'https://acme.slack.com/archives/C1/p1700000000000100' },
      },
    ]);
    const contact = (await acme.call('GET', `/contacts/${String(found[0]?.['contact'])}`)).body;
    expect([contact['name'], contact['email']]).toEqual(['Grace', 'grace@harbor.example']);
    expect(must(vendor.asked[0]).headers['authorization']).toBe('Bearer xoxb-1');
  });

  it('goes on with the feedback of its thread, and asks for somebody again', async () => {
    const [item] = await titled('Export as PDF (https://x.example) & more');
    const feedback = String(item?.['id']);
    await acme.call('PATCH', `/feedback/${feedback}`, { body: { state: 'dismissed' } });
    await tell(message({ ts: '1700000050.000200', thread_ts: '1700000000.000100', text: 'And as CSV' }));
    const comments = await list('/comments', `record = "${feedback}"`);
    expect(comments.map(({ body }) => body)).toEqual(['And as CSV']);
    expect((await acme.call('GET', `/feedback/${feedback}`)).body['state']).toBe('open');
  });

  it('is not what apps write, nor edits', async () => {
    await tell(message({ ts: '1700000060.1', thread_ts: '1700000000.000100', text: 'Loop', bot_id: 'B1' }));
    await tell(message({ ts: '1700000061.1', subtype: 'bot_message', text: 'Loop' }));
    await tell(message({ ts: '1700000062.1', subtype: 'message_changed', message: { text: 'Loop' } }));
    expect([await titled('Loop'), await list('/comments', 'excerpt = "Loop"')]).toEqual([[], []]);
  });

  it('comes by a command and by a shortcut too', async () => {
    const form = {
      command: '/feedback',
      text: 'Dark mode',
      user_id: 'U1',
      user_name: 'grace',
      trigger_id: '1.2',
    };
    const thanks = await tell(new URLSearchParams(form));
    expect(await thanks.json()).toEqual({ response_type: 'ephemeral', text: 'Thank you, it is kept.' });
    const payload = JSON.stringify({
      type: 'message_action',
      callback_id: 'feedback',
      team: { id: 'T1' },
      channel: { id: 'C2' },
      message: { type: 'message', ts: '1700000070.1', user: 'U1', text: 'Faster lists' },
    });
    await tell(new URLSearchParams({ payload }));
    expect([(await titled('Dark mode')).length, (await titled('Faster lists')).length]).toEqual([1, 1]);
  });

  it('is refused with a wrong signature, late, to nobody, or paused; and what went wrong is counted', async () => {
    const said = message({ ts: '1700000080.1', text: 'Forged' });
    const forged = await send(signAsSlack('another secret', said));
    const late = await tell(said, Date.now() - 301_000);
    const nobody = await send(signAsSlack(SECRET, said), 'connection_00000000000000000000000000');
    const other = await fetch(`${acme.url}/hooks/zendesk/${id}`, { method: 'POST', body: '{}' });
    expect([forged.status, late.status, nobody.status, other.status]).toEqual([401, 401, 404, 404]);
    expect(await health()).toMatchObject({ kind: 'connection', items: 3, errors: 2 });
    await acme.call('PATCH', `/connections/${id}`, { body: { paused: true } });
    expect((await tell(said)).status).toBe(503);
    await acme.call('PATCH', `/connections/${id}`, { body: { paused: false } });
    expect(await titled('Forged')).toEqual([]);
    const large = await send({
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(1_100_000),
    });
    expect(large.status).toBe(413);
  });

  it('has secrets that nobody is told, here or in the log', async () => {
    const { body } = await acme.call('GET', `/connections/${id}`);
    expect(body['secretNames']).toEqual(['botToken', 'signingSecret']);
    const { rows } = await test.database.query<{ text: string }>(
      `select coalesce(c.before::text, '') || coalesce(c.after::text, '') as text from change c
       union all select sealed from channel_secret`,
    );
    expect(rows.filter(({ text }) => text.includes(SECRET) || text.includes('xoxb-1'))).toEqual([]);
    const wrong = await acme.call('POST', `/connections/${id}/secrets`, { body: { nothing: 'x' } });
    expect(wrong.status).toBe(422);
  });
});
