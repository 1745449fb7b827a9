import { expect, it } from 'vitest';
import { parseMail } from './parse-mail.ts';

const mail = (...lines: string[]) => Buffer.from(lines.join('\r\n'));
const HEAD = ['From: Ada Lovelace <ada@customer.example>', 'To: feedback@acme.example', 'Message-ID: <1@c>'];

it('takes what was written anew, without quote and signature', async () => {
  const { text, from, subject } = await parseMail(
    mail(
      ...HEAD,
      'Subject: =?utf-8?q?Re=3A_Export_f=C3=BCr_alle?=',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'It works now, but the page is cut.',
      '',
      'On Mon, Nov 23, 2026 at 9:00 AM Acme <feedback@acme.example> wrote:',
      '> You asked for “Export”.',
      '> It is there.',
      '',
      '-- ',
      'Ada Lovelace',
      'Head of Analytical Engines',
    ),
  );
  expect(text).toBe('It works now, but the page is cut.');
  expect(from).toEqual({ address: 'ada@customer.example', name: 'Ada Lovelace' });
  expect(subject).toBe('Re: Export für alle');
});

it('reads markup as text, and runs nothing of it', async () => {
  const { text } = await parseMail(
    mail(
      ...HEAD,
      'Subject: Hi',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Please add <b>dark mode</b>.</p><script>alert(1)</script><img src="http://127.0.0.1/x">',
    ),
  );
  expect(text).toContain('Please add dark mode.');
  expect(text).not.toContain('alert');
});

it('keeps all where there is nothing but quote', async () => {
  const { text } = await parseMail(mail(...HEAD, 'Subject: Fwd', '', '> We need SSO, says my boss.'));
  expect(text).toContain('We need SSO');
});

it('knows the mails it answers, the nearest first', async () => {
  const { answers } = await parseMail(
    mail(...HEAD, 'In-Reply-To: <3@a>', 'References: <1@a> <2@a> <3@a>', 'Subject: x', '', 'y'),
  );
  expect(answers).toEqual(['<3@a>', '<2@a>', '<1@a>']);
});

it('tells what programs wrote', async () => {
  const isAutomatic = async (line: string) =>
    (await parseMail(mail(...HEAD, line, 'Subject: Out of office', '', 'I am away.'))).isAutomatic;
  expect(await isAutomatic('Auto-Submitted: auto-replied')).toBe(true);
  expect(await isAutomatic('Precedence: bulk')).toBe(true);
  expect(await isAutomatic('List-Id: <dev.lists.example>')).toBe(true);
  expect(await isAutomatic('Auto-Submitted: no')).toBe(false);
});

it('reads why a mail of ours could not be delivered', async () => {
  const { bounce } = await parseMail(
    mail(
      'From: MAILER-DAEMON@mx.example',
      'To: feedback@acme.example',
      'Subject: Undelivered',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'It did not work.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; bob@customer.example',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 No such user',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      'Message-ID: <answer_00000000000000000000000000@acme.example>',
      '',
      '--b--',
    ),
  );
  expect(bounce).toEqual({
    of: '<answer_00000000000000000000000000@acme.example>',
    why: '550 5.1.1 No such user',
  });
});

it('ends with many parts within parts, and with what is no mail', async () => {
  const bomb = Array.from(
    { length: 3000 },
    (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`,
  );
  const start = mail(...HEAD, 'Content-Type: multipart/mixed; boundary=b0', '', '');
  const outcome = await parseMail(Buffer.concat([start, Buffer.from(bomb.join(''))])).then(
    () => 'read',
    () => 'refused',
  );
  expect(['read', 'refused']).toContain(outcome);
  expect((await parseMail(Buffer.from([0, 255, 254, 13, 10]))).from.address).toBe('');
});
