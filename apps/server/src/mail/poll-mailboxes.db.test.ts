import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeDatabases } from '@throughline/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBlobStore } from '../blobs/blob-store.ts';
import { makeChannelSecrets } from '../connections/channel-secrets.ts';
import { openImapBox, type ImapBox } from '../testing/imap-box.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { pollMailboxes, type FetchServices } from './poll-mailboxes.ts';

type Item = Readonly<Record<string, unknown>>;

const USER = 'feedback@acme.example';

describeDatabases('mailboxes on a mail server', (test) => {
  let acme: TestServer;
  let box: ImapBox;
  let services: FetchServices;
  let mailbox: string;
  beforeAll(async () => {
    box = await openImapBox(USER, 'open sesame');
    box.put(mail('old', 'Before the mailbox was set up'));
    const insideHosts = new Set([box.server]);
    acme = await startTestServer(test.database, { insideHosts });
    const { runtime } = acme.server;
    services = {
      runtime,
      insideHosts,
      blobs: openBlobStore(acme.directory, {}),
      channelSecrets: makeChannelSecrets(await readFile(join(acme.directory, 'secret'), 'utf8')),
    };
    const made = await acme.call('POST', '/mailboxes', {
      body: { space: 'PROD', name: 'Feedback', address: USER, imapHost: box.server, imapUser: USER },
    });
    mailbox = String(made.body['id']);
  });
  afterAll(async () => {
    await acme.close();
    await box.close();
  });

  function mail(id: string, subject: string, more = ''): string {
    return [
      `Message-ID: <${id}@customer.example>`,
      'From: Ada <ada@customer.example>',
      `To: ${USER}`,
      `Subject: ${subject}`,
      ...(more === '' ? [] : [more]),
      '',
      `We need ${subject}.`,
      '',
    ].join('\r\n');
  }
  const poll = () => pollMailboxes(services, -1);
  const titles = async () => {
    const { body } = await acme.call<{ items: Item[] }>('GET', '/feedback?sort=title');
    return body.items.map(({ title }) => title);
  };
  const health = async () => {
    const { body } = await acme.call<{ items: Item[] }>('GET', '/channels');
    return body.items.find(({ id }) => id === mailbox);
  };
  const keep = (password: string) =>
    acme.call<Item>('POST', `/mailboxes/${mailbox}/secrets`, { body: { imapPassword: password } });

  it('are not asked before there is a password, and a wrong one is said', async () => {
    await poll();
    expect(box.commands).toEqual([]);
    await keep('wrong');
    await poll();
    expect((await health())?.['fault']).toBe('127.0.0.1 does not take the user and password.');
  });

  it('begin with what comes from now on, and take each mail once and in its thread', async () => {
    expect((await keep('open sesame')).body['secretNames']).toEqual(['imapPassword']);
    await test.database.query('update channel_state set rest_until = null');
    await poll();
    expect(await titles()).toEqual([]);
    box.put(mail('one', 'Dark mode'));
    box.put(mail('two', 'Re: Dark mode', 'In-Reply-To: <one@customer.example>'));
    box.put('\0 no mail at all');
    box.put(mail('three', 'Export'));
    await poll();
    await poll();
    expect(await titles()).toEqual(expect.arrayContaining(['Dark mode', 'Export']));
    expect((await titles()).filter((title) => title === 'Dark mode')).toHaveLength(1);
    expect((await health())?.['fault']).toBe(null);
  });

  it('are read from the beginning when their numbers begin again, and nothing comes twice', async () => {
    const before = await titles();
    box.renumber();
    await poll();
    expect(await titles()).toEqual(expect.arrayContaining([...before, 'Before the mailbox was set up']));
    expect(await titles()).toHaveLength(before.length + 1);
  });

  it('begin anew with what comes from now on when another folder is named', async () => {
    const before = await titles();
    await acme.call('PATCH', `/mailboxes/${mailbox}`, { body: { imapFolder: 'Archive' } });
    box.put(mail('archived', 'In the other folder already'));
    await poll();
    expect(await titles()).toEqual(before);
    box.put(mail('fresh', 'Came into the other folder'));
    await poll();
    expect(await titles()).toEqual(expect.arrayContaining(['Came into the other folder']));
    expect(await titles()).toHaveLength(before.length + 1);
  });

  it('never open a folder to change it, and their passwords are told to nobody', async () => {
    expect(box.commands.filter((command) => /^(?:SELECT|STORE|UID STORE|EXPUNGE)/.test(command))).toEqual([]);
    const told = JSON.stringify([
      (await acme.call('GET', `/mailboxes/${mailbox}`)).body,
      (await acme.call('GET', '/changes?limit=1000')).body,
      (await test.database.query('select * from change')).rows,
    ]);
    expect(told).not.toContain('open sesame');
  });

  it('lie within the own network only where whoever runs the installation says so', async () => {
    await acme.call('PATCH', `/mailboxes/${mailbox}`, { body: { imapHost: 'localhost:1' } });
    await poll();
    expect((await health())?.['fault']).toBe('The password is to be given anew.');
    await keep('open sesame');
    await test.database.query('update channel_state set rest_until = null');
    await poll();
    expect((await health())?.['fault']).toBe('localhost lies inside, and is not asked.');
    const wrong = await acme.call('PATCH', `/mailboxes/${mailbox}`, { body: { imapHost: 'a b/..' } });
    expect([wrong.status, wrong.body['code']]).toEqual([422, 'invalid_value']);
  });
});
