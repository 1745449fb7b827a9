import { textOf, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { expect, it } from 'vitest';
import { findMailbox } from '../mail/find-mailbox.ts';
import { receiveMail } from '../mail/receive-mail.ts';
import { buildWorkspace } from '../testing/test-workspace.ts';

const HOUR = 3_600_000;

describeDatabases('the time to answer feedback', (test) => {
  it('is set as it comes, as its space says, and begins anew with the next word of the customer', async () => {
    const acme = await buildWorkspace(test.database);
    const { run, space, runtime } = acme;
    const give = async (input: JsonObject) => run('feedback.create', { input: { space: 'PROD', ...input } });
    expect((await give({ title: 'Before' }))['dueAt']).toBeUndefined();
    await run('space.update', { id: space, input: { answerWithin: 24 } });
    const due = await give({ title: 'Now', receivedAt: '2026-06-30T10:00:00.000Z' });
    expect(due['dueAt']).toBe('2026-07-01T10:00:00.000Z');
    expect((await give({ title: 'Aside', state: 'dismissed' }))['dueAt']).toBeUndefined();
    await expect(run('space.update', { id: space, input: { answerWithin: 0 } })).rejects.toMatchObject({
      code: 'invalid_value',
    });

    const address = `in-${acme.workspace.slice(-8).toLowerCase()}@acme.example`;
    await run('mailbox.create', { input: { space: 'PROD', name: 'Help', address } });
    const mailbox = await findMailbox(runtime, address);
    if (!mailbox) throw new Error('The mailbox was not found');
    const mail = (id: string, answers: readonly string[]) => ({
      id,
      answers,
      from: { address: 'ada@x.example', name: 'Ada' },
      subject: 'Dark theme',
      text: 'Please',
      isAutomatic: false,
      files: [],
    });
    await receiveMail(runtime, mailbox, mail('<1@x.example>', []));
    const read = async () => {
      const { rows } = await test.database.query<JsonObject>(
        `select id, state, snoozed_until as snoozed, due_at as due, received_at as received from feedback
         where workspace_id = $1 and channel = 'email'`,
        [acme.workspace],
      );
      return rows[0] ?? {};
    };
    const first = await read();
    const milliseconds = (value: unknown): number => new Date(value as string).getTime();
    expect(milliseconds(first['due']) - milliseconds(first['received'])).toBe(24 * HOUR);
    const id = textOf(first['id']);
    await run('feedback.update', {
      id,
      input: { state: 'dismissed', snoozedUntil: '2030-01-01T00:00:00.000Z' },
    });
    await receiveMail(runtime, mailbox, mail('<2@x.example>', ['<1@x.example>']));
    const second = await read();
    expect([second['state'], second['snoozed']]).toEqual(['open', null]);
    expect(milliseconds(second['due'])).toBeGreaterThan(milliseconds(first['due']));
  });
});
