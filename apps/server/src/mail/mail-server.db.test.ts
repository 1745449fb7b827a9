import { must } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBlobStore } from '../blobs/blob-store.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { sendAnswers } from '@throughline/operations';
import { makePortalKeys } from '../portal/portal-keys.ts';
import { openMailBox } from '../testing/mail-box.ts';
import { makeDeliver } from './deliver-answer.ts';
import { startMailServer, type MailServer } from './mail-server.ts';
import { openMailer } from './mailer.ts';

type Item = Readonly<Record<string, unknown>>;

describeDatabases('mails to a mailbox', (test) => {
  let acme: TestServer;
  let server: MailServer;
  const errors: unknown[] = [];
  beforeAll(async () => {
    acme = await startTestServer(test.database);
    server = await startMailServer({
      runtime: acme.server.runtime,
      blobs: openBlobStore(acme.directory, {}),
      listen: { host: '127.0.0.1', port: 0 },
      checksSenders: false,
      onError: (error) => errors.push(error),
    });
    await acme.call('POST', '/mailboxes', {
      body: { space: 'PROD', name: 'Feedback', address: 'Feedback@acme.example' },
    });
  });
  afterAll(async () => {
    await server.close();
    await acme.close();
  });

  const send = (mail: Readonly<Record<string, unknown>>) =>
    createTransport({ host: '127.0.0.1', port: server.port, secure: false }).sendMail({
      from: 'Ada <ada@customer.example>',
      to: 'feedback@acme.example',
      ...mail,
    });
  const list = async (path: string) => (await acme.call<{ items: Item[] }>('GET', path)).body.items;
  const titled = async (title: string) =>
    list(`/feedback?filter=${encodeURIComponent(`title = "${title}"`)}`);

  it('become feedback with the words, the sender and the files', async () => {
    await send({
      subject: 'Re: Export as PDF',
      text: 'We need it.\n\n-- \nAda\nAnalytical Engines',
      messageId: '<one@customer.example>',
      attachments: [{ filename: 'plan.txt', content: 'the plan' }],
    });
    const [item] = await titled('Export as PDF');
    expect(item).toMatchObject({ body: 'We need it.', channel: 'email', state: 'new' });
    const contact = (await acme.call('GET', `/contacts/${String(item?.['contact'])}`)).body;
    expect([contact['name'], contact['email']]).toEqual(['Ada', 'ada@customer.example']);
    const files = await list(
      `/attachments?filter=${encodeURIComponent(`record = "${String(item?.['id'])}"`)}`,
    );
    expect(files.map(({ name, size }) => [name, size])).toEqual([['plan.txt', 8]]);
  });

  it('that come twice are kept once', async () => {
    await send({ subject: 'Export as PDF', text: 'We need it.', messageId: '<one@customer.example>' });
    expect(await titled('Export as PDF')).toHaveLength(1);
  });

  it('go on with the feedback they answer, and ask for somebody again', async () => {
    const [item] = await titled('Export as PDF');
    const id = String(item?.['id']);
    await acme.call('PATCH', `/feedback/${id}`, { body: { state: 'dismissed' } });
    await send({
      from: 'Bob <bob@customer.example>',
      subject: 'AW: Export as PDF',
      text: 'Me too.\n\nAm 23.11.2026 um 09:00 schrieb Ada <ada@customer.example>:\n> We need it.',
      inReplyTo: '<one@customer.example>',
      messageId: '<two@customer.example>',
    });
    const comments = await list(`/comments?filter=${encodeURIComponent(`record = "${id}"`)}`);
    expect(comments.map(({ body }) => body)).toEqual(['Me too.']);
    expect((await titled('Export as PDF'))[0]).toMatchObject({ state: 'open' });
    await send({
      subject: 'Third',
      text: 'And the page is cut.',
      references: ['<one@customer.example>', '<two@customer.example>'],
    });
    expect(await titled('Third')).toEqual([]);
  });

  it('of programs disturb nobody, and are not lost', async () => {
    await send({
      subject: 'Out of office',
      text: 'I am away.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    expect((await titled('Out of office'))[0]).toMatchObject({ state: 'dismissed' });
  });

  it('to nobody are refused, as is what is too large', async () => {
    await expect(send({ to: 'nobody@acme.example', text: 'Hello?' })).rejects.toMatchObject({
      responseCode: 550,
    });
    const large = { filename: 'big.bin', content: Buffer.alloc(20_000_000, 1) };
    await expect(send({ subject: 'Big', text: 'x', attachments: [large] })).rejects.toMatchObject({
      responseCode: 552,
    });
    expect(await titled('Big')).toEqual([]);
  });

  it('with the longest of words, other directions and signs alone are kept', async () => {
    const body = 'ä'.repeat(207_777);
    await send({ subject: 'Long', text: body });
    await send({ subject: '🎉🎉', text: '🙏' });
    await send({ subject: 'تصدير', text: 'نريد التصدير من فضلكم' });
    const [long] = await titled('Long');
    expect(String(long?.['body']).length).toBe(207_777);
    expect((await titled('🎉🎉'))[0]).toMatchObject({ body: '🙏' });
    expect((await titled('تصدير'))[0]).toMatchObject({ body: 'نريد التصدير من فضلكم' });
  });

  it('join no thread of a space that is not the mailbox’s', async () => {
    await acme.call('POST', '/spaces', { body: { key: 'SECRET', name: 'Secret', access: 'private' } });
    await acme.call('POST', '/mailboxes', {
      body: { space: 'SECRET', name: 'Board', address: 'board@acme.example' },
    });
    await send({
      to: 'board@acme.example',
      subject: 'Merger',
      text: 'Quiet.',
      messageId: '<secret@board.example>',
    });
    await send({ subject: 'Probe', text: 'What is there?', inReplyTo: '<secret@board.example>' });
    expect((await titled('Probe'))[0]).toMatchObject({ state: 'new' });
    const [merger] = await titled('Merger');
    const filter = encodeURIComponent(`record = "${String(must(merger)['id'])}"`);
    expect(await list(`/comments?filter=${filter}`)).toEqual([]);
  });

  it('are answered in their thread, and the answer’s answer comes back to the same feedback', async () => {
    await send({ subject: 'Dark mode', text: 'My eyes hurt.', messageId: '<dark@customer.example>' });
    const id = String((await titled('Dark mode'))[0]?.['id']);
    const empty = await acme.call('POST', `/feedback/${id}/reply`, { body: { body: '  ' } });
    expect(empty.status).toBe(400);
    await acme.call('POST', `/feedback/${id}/reply`, { body: { body: 'Hello {name}, on which device?' } });
    const box = await openMailBox();
    const mailer = must(
      openMailer({ THROUGHLINE_MAIL_URL: box.url, THROUGHLINE_MAIL_FROM: 'feedback@acme.example' }),
    );
    const keys = makePortalKeys('x'.repeat(32));
    const { runtime } = acme.server;
    await sendAnswers(runtime, makeDeliver({ mailer, keys, url: 'http://acme.example' }));
    await box.close();
    const { source, to } = must(box.mails[0]);
    expect(to).toEqual(['ada@customer.example']);
    expect(source).toContain('In-Reply-To: <dark@customer.example>');
    expect(source).toContain('Hello Ada, on which device?');
    const [, messageId = ''] = /^Message-ID: (<.*>)/im.exec(source) ?? [];
    await send({ subject: 'Re: Dark mode', text: 'On my phone.', inReplyTo: messageId });
    const comments = await list(`/comments?filter=${encodeURIComponent(`record = "${id}"`)}`);
    expect(comments.map(({ body }) => body)).toEqual(['On my phone.']);
  });

  it('that tell of an answer that did not arrive are noted on it', async () => {
    const [answer] = await list('/answers?filter=state%20%3D%20%22sent%22');
    const id = String(must(answer)['id']);
    const report = [
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 No such user',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${id}@acme.example>`,
      '',
      '--b--',
    ].join('\r\n');
    await send({
      envelope: { from: '', to: 'feedback@acme.example' },
      raw: `From: MAILER-DAEMON@mx.example\r\nTo: feedback@acme.example\r\nSubject: Undelivered\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n${report}`,
    });
    expect((await list('/answers?filter=state%20%3D%20%22failed%22'))[0]).toMatchObject({
      id,
      fault: '550 No such user',
    });
    expect(await titled('Undelivered')).toEqual([]);
  });

  it('show how their mailbox is doing to those who may see it', async () => {
    const [box] = await list('/channels');
    expect(box).toMatchObject({ kind: 'mailbox', name: 'Board', items: 1, fault: null });
    const visitor = acme.callAs(await acme.join('grace@acme.example', 'contributor'));
    const seen = (await visitor<{ items: Item[] }>('GET', '/channels')).body.items;
    expect(seen.map(({ name }) => name)).toEqual(['Feedback']);
  });

  it('leave no error behind', () => {
    expect(errors).toEqual([]);
  });
});
