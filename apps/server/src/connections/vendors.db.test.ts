import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { sendReplies } from '@throughline/operations';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { connect } from '../testing/connect.ts';
import { signAsHubSpot, signAsIntercom, signAsTeams, signAsZendesk } from '../testing/sign-hook.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { openVendor, type Vendor } from '../testing/vendor.ts';
import { makeChannelSecrets } from './channel-secrets.ts';
import { makeDeliverReply } from './deliver-reply.ts';
import { pollConnections } from './poll-connections.ts';

describeDatabases('what other programs tell', (test) => {
  let acme: TestServer;
  let vendor: Vendor;
  let origins: Readonly<Record<string, string>>;
  beforeAll(async () => {
    vendor = await openVendor();
    const { origin } = vendor;
    origins = { intercom: origin, zendesk: origin, hubspot: origin, salesforce: origin };
    acme = await startTestServer(test.database, { origins });
  });
  afterAll(async () => {
    await acme.close();
    await vendor.close();
  });

  const deliver = async () => {
    const { runtime } = acme.server;
    const channelSecrets = makeChannelSecrets(await readFile(join(acme.directory, 'secret'), 'utf8'));
    return sendReplies(runtime, makeDeliverReply({ runtime, channelSecrets, origins }));
  };
  const nameOf = async (contact: unknown) =>
    (await acme.call('GET', `/contacts/${String(contact)}`)).body['name'];

  it('Microsoft Teams: messages that mention it, and what follows in their thread', async () => {
    const token = Buffer.from('a token of thirty-two bytes, just').toString('base64');
    const teams = await connect(acme, { connector: 'teams', secrets: { securityToken: token } });
    const activity = (id: string, text: string) => ({
      type: 'message',
      id,
      timestamp: '2026-03-01T09:00:00.000Z',
      channelId: 'msteams',
      from: { id: '29:1abc', name: 'Grace Hopper', aadObjectId: 'b0f1' },
      conversation: { isGroup: true, id: '19:x@thread.tacv2;messageid=1700', conversationType: 'channel' },
      text: `<at>Throughline</at>&nbsp;${text}`,
    });
    const first = activity('1700', 'Offline mode');
    const thanks = await teams.send(signAsTeams(token, first));
    expect([thanks.status, await thanks.json()]).toEqual([
      200,
      { type: 'message', text: 'Thank you, it is kept.' },
    ]);
    await teams.send(signAsTeams(token, first));
    await teams.send(signAsTeams(token, activity('1701', 'Also on phones')));
    const found = await teams.list('/feedback', 'title = "Offline mode"');
    expect(found).toMatchObject([{ channel: 'chat', receivedAt: '2026-03-01T09:00:00.000Z' }]);
    expect(await nameOf(found[0]?.['contact'])).toBe('Grace Hopper');
    const comments = await teams.list('/comments', `record = "${String(found[0]?.['id'])}"`);
    expect(comments.map(({ body }) => body)).toEqual(['Also on phones']);
    expect((await teams.send(signAsTeams('AAAA', first))).status).toBe(401);
  });

  it('Intercom: what users write, not what teammates do; and it is answered there', async () => {
    const secrets = { clientSecret: 'client', accessToken: 'access' };
    const intercom = await connect(acme, { connector: 'intercom', settings: { adminId: '814860' }, secrets });
    const ada = { type: 'user', id: 'u1', name: 'Ada', email: 'ada@customer.example' };
    const told = (topic: string, item: object) =>
      intercom.send(
        signAsIntercom('client', {
          type: 'notification_event',
          id: 'notif_1',
          topic,
          app_id: 'abc',
          data: { type: 'notification_event_data', item },
        }),
      );
    const conversation = {
      type: 'conversation',
      id: '147',
      created_at: 1_700_000_000,
      source: {
        type: 'conversation',
        id: '403918',
        delivered_as: 'customer_initiated',
        subject: '',
        body: '<p>Can I <b>undo</b> an import?</p>',
        author: ada,
      },
    };
    const part = (id: string, author: object, body: string) => ({
      ...conversation,
      conversation_parts: {
        type: 'conversation_part.list',
        conversation_parts: [
          { type: 'conversation_part', id, part_type: 'comment', body, created_at: 1_700_000_100, author },
        ],
      },
    });
    await told('conversation.user.created', conversation);
    await told('conversation.user.created', conversation);
    await told('conversation.user.replied', part('9', ada, '<p>And redo?</p>'));
    await told('conversation.user.replied', part('10', { type: 'admin', id: '814860' }, '<p>Loop</p>'));
    const found = await intercom.list('/feedback', `connection = "${intercom.id}"`);
    expect(found).toMatchObject([{ title: 'Can I undo an import?', channel: 'support' }]);
    const id = String(found[0]?.['id']);
    const comments = await intercom.list('/comments', `record = "${id}"`);
    expect(comments.map(({ body }) => body)).toEqual(['And redo?']);
    vendor.answer('POST /conversations/147/reply', { body: { type: 'conversation', id: '147' } });
    await acme.call('POST', `/feedback/${id}/reply`, { body: { body: 'You can now.' } });
    const asked = await vi.waitFor(async () => {
      await deliver();
      return must(vendor.asked.find(({ path }) => path === '/conversations/147/reply'));
    });
    expect(asked.headers['authorization']).toBe('Bearer access');
    expect(JSON.parse(asked.body)).toEqual({
      message_type: 'comment',
      type: 'admin',
      admin_id: '814860',
      body: 'You can now.',
    });
  });

  it('Zendesk: tickets and what customers add, with their names; and it is answered there', async () => {
    const zendesk = await connect(acme, {
      connector: 'zendesk',
      settings: { subdomain: 'acme', agent: 'team@acme.example' },
      secrets: { signingSecret: 'sign', apiToken: 'token' },
    });
    vendor.answer('GET /api/v2/users/77.json', {
      body: { user: { id: 77, name: 'Eve', email: 'eve@customer.example' } },
    });
    const told = (type: string, event: object) =>
      zendesk.send(
        signAsZendesk('sign', {
          type: `zen:event-type:ticket.${type}`,
          account_id: 1,
          id: '01H',
          time: '2026-03-02T10:00:00.5Z',
          zendesk_event_version: '2022-11-06',
          subject: 'zen:ticket:35',
          detail: {
            id: '35',
            subject: 'Slow search',
            description: 'It takes a minute.',
            requester_id: '77',
            is_public: true,
          },
          event,
        }),
      );
    const comment = (id: string, isStaff: boolean, body: string) => ({
      comment: { id, body, is_public: true, author: { id: '77', is_staff: isStaff, name: 'Eve' } },
    });
    await told('created', { meta: { sequence: { id: 'a', position: 1 } } });
    await told('comment_added', comment('2', false, 'Still slow.'));
    await told('comment_added', comment('3', true, 'Loop'));
    await told('status_changed', { current: 'OPEN', previous: 'NEW' });
    const found = await zendesk.list('/feedback', `connection = "${zendesk.id}"`);
    expect(found).toMatchObject([
      { title: 'Slow search', link: { url: 'https://acme.zendesk.com/agent/tickets/35' } },
    ]);
    expect(await nameOf(found[0]?.['contact'])).toBe('Eve');
    const id = String(found[0]?.['id']);
    const comments = await zendesk.list('/comments', `record = "${id}"`);
    expect(comments.map(({ body }) => body)).toEqual(['Still slow.']);
    vendor.answer('PUT /api/v2/tickets/35.json', { body: { ticket: { id: 35 } } });
    await acme.call('POST', `/feedback/${id}/reply`, { body: { body: 'Fixed.' } });
    const asked = await vi.waitFor(async () => {
      await deliver();
      return must(vendor.asked.find(({ method }) => method === 'PUT'));
    });
    const pair = Buffer.from('team@acme.example/token:token').toString('base64');
    expect(asked.headers['authorization']).toBe(`Basic ${pair}`);
    expect(JSON.parse(asked.body)).toEqual({
      ticket: { comment: { body: 'Fixed.', public: true } },
    });
  });

  it('HubSpot: why deals were lost, with company and amount; later where it does not answer now', async () => {
    const hubspot = await connect(acme, {
      connector: 'hubspot',
      secrets: { clientSecret: 'client', accessToken: 'pat' },
    });
    const url = `${acme.url}/hooks/hubspot/${hubspot.id}`;
    const events = ['dealstage', 'closed_lost_reason', 'amount'].map((propertyName, index) => ({
      eventId: index,
      subscriptionType: 'deal.propertyChange',
      portalId: 1,
      occurredAt: 1_700_000_000_000,
      attemptNumber: 0,
      objectId: 512,
      propertyName,
    }));
    const told = () => hubspot.send(signAsHubSpot('client', url, events));
    vendor.answer('GET /crm/v3/objects/deals/512', { status: 502 });
    expect((await told()).status).toBe(503);
    vendor.answer('GET /crm/v3/objects/deals/512', {
      body: {
        id: '512',
        properties: {
          dealname: 'Harbor, 40 seats',
          amount: '12000',
          deal_currency_code: 'EUR',
          dealstage: 'closedlost',
          closed_lost_reason: 'No single sign-on',
          closedate: '2026-02-01T00:00:00Z',
        },
        associations: { companies: { results: [{ id: '9', type: 'deal_to_company' }] } },
      },
    });
    vendor.answer('GET /crm/v3/objects/companies/9', {
      body: { id: '9', properties: { name: 'Harbor Ltd' } },
    });
    expect([(await told()).status, (await told()).status]).toEqual([200, 200]);
    const found = await hubspot.list('/feedback', `connection = "${hubspot.id}"`);
    expect(found).toMatchObject([{ title: 'Lost: Harbor, 40 seats', channel: 'sales' }]);
    const whole = (await acme.call('GET', `/feedback/${String(found[0]?.['id'])}`)).body;
    expect(whole['body']).toBe('No single sign-on\n\nWorth: 12000 EUR');
    const company = (await acme.call('GET', `/companies/${String(whole['company'])}`)).body;
    expect(company['name']).toBe('Harbor Ltd');
    expect((await hubspot.send(signAsHubSpot('other', url, events))).status).toBe(401);
  });

  it('Salesforce: is asked why opportunities were lost, each page after the one before', async () => {
    const settings = { domain: 'acme', reasonField: 'Loss_Reason__c' };
    const salesforce = await connect(acme, {
      connector: 'salesforce',
      settings,
      secrets: { consumerKey: 'key', consumerSecret: 'secret' },
    });
    const { runtime } = acme.server;
    const channelSecrets = makeChannelSecrets(await readFile(join(acme.directory, 'secret'), 'utf8'));
    const poll = () => pollConnections({ runtime, channelSecrets, origins });
    const again = () => test.database.query('update channel_state set rest_until = null, read_at = null');
    const kept = () => salesforce.list('/feedback', `connection = "${salesforce.id}"`);
    vendor.answer('POST /services/oauth2/token', { status: 400, body: { error: 'invalid_client' } });
    await poll();
    await vi.waitFor(async () =>
      expect(await salesforce.health()).toMatchObject({ fault: expect.stringContaining('invalid_client') }),
    );
    vendor.answer('POST /services/oauth2/token', { body: { access_token: 'token', token_type: 'Bearer' } });
    const lost = (Id: string, reason: string | null) => ({
      attributes: { type: 'Opportunity' },
      Id,
      Name: `Deal ${Id}`,
      Amount: 5000,
      CloseDate: '2026-01-31',
      SystemModstamp: '2026-02-01T10:00:00.000+0000',
      Account: { Name: 'Quay AG' },
      Loss_Reason__c: reason,
    });
    vendor.answer('GET /services/data/v60.0/query', {
      body: { totalSize: 2, done: true, records: [lost('0061', 'Too slow'), lost('0062', null)] },
    });
    await again();
    await vi.waitFor(async () => {
      await poll();
      expect(await kept()).toMatchObject([{ title: 'Lost: Deal 0061', channel: 'sales' }]);
    });
    await vi.waitFor(async () => {
      await again();
      await poll();
      const last = vendor.asked.findLast(({ path }) => path.startsWith('/services/data'));
      expect(decodeURIComponent(last?.path ?? '')).toContain(
        'SystemModstamp >= 2026-02-01T10:00:00.000+0000',
      );
    });
    expect(await kept()).toHaveLength(1);
    expect(await salesforce.health()).toMatchObject({ fault: null, items: 1 });
  });
});
