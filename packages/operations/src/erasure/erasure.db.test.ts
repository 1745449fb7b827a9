import { textOf, type Json } from '@throughline/base';
import { readChanges, readHistory } from '@throughline/db';
import { describeDatabases } from '@throughline/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '../access/actor.ts';
import { executeWith } from '../execute.ts';
import { acceptInvitation } from '../people/accept-invitation.ts';
import { bulkUpdate } from '../records/bulk-update.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { undoCause } from '../undo/undo-cause.ts';
import { verifyWorkspace } from '../verify/verify-workspace.ts';

const PERSONAL = /Grace Hopper|grace@navy|555-1906|Rear admiral/i;

describeDatabases('erasing a contact', (test) => {
  let acme: TestWorkspace;
  let contact = '';
  let feedback = '';

  const stored = async (): Promise<string> => {
    const { rows } = await acme.runtime.database.query<{ text: string }>(
      `select (c.before::text || c.after::text) as text from change c where workspace_id = $1 and id = $2
       union all select row_to_json(t)::text from contact t where workspace_id = $1 and id = $2`,
      [acme.workspace, contact],
    );
    return rows.map(({ text }) => text).join('\n');
  };
  const named = async (): Promise<readonly Json[]> =>
    (await readHistory(acme.runtime.database, acme.workspace, { id: contact })).map(
      ({ after }) => after?.['name'] ?? null,
    );

  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
    const field = { entity: 'contact', name: 'Phone', key: 'phone', type: 'text' };
    await acme.run('field.create', { input: field });
    const values = { name: 'Grace Hopper', email: 'grace@navy.example', phone: '555-1906' };
    contact = textOf((await acme.run('contact.create', { input: values }))['id']);
    await acme.run('contact.update', { id: contact, input: { role: 'Rear admiral' } });
    const words = { space: 'PROD', title: 'It should compile', contact };
    feedback = textOf((await acme.run('feedback.create', { input: words }))['id']);
  });

  it('the log never holds personal values in the clear, and its readers see them', async () => {
    const { rows } = await acme.runtime.database.query<{ text: string }>(
      'select after::text as text from change where id = $1 order by seq',
      [contact],
    );
    expect(rows.map(({ text }) => PERSONAL.test(text))).toEqual([false, false]);
    expect(await named()).toEqual([null, 'Grace Hopper']);
    const changes = await readChanges(acme.runtime.database, acme.workspace, { since: 0 });
    expect(changes.some(({ after }) => after?.['email'] === 'grace@navy.example')).toBe(true);
  });

  it('leaves nothing of who it was, keeps what was said, and the log still gives the tables', async () => {
    const viewer = await acme.addPerson('Vera', 'editor');
    await expect(acme.run('contact.erase', { id: contact, actor: viewer })).rejects.toThrow('may not erase');
    const erased = await acme.run('contact.erase', { id: contact, cause: 'act_erase' });
    expect(erased).toMatchObject({ id: contact, name: 'Erased contact', erasedAt: expect.any(String) });
    expect(erased['email']).toBeUndefined();
    expect(await stored()).not.toMatch(PERSONAL);
    expect(await named()).toEqual(['Erased contact', null, null]);
    const { rows } = await acme.runtime.database.query('select contact from feedback where id = $1', [
      feedback,
    ]);
    expect(rows).toEqual([{ contact }]);
    const { database, model } = acme.runtime;
    expect((await verifyWorkspace(database, model, acme.workspace)).discrepancies).toEqual([]);
  });

  it('cannot be undone, and nothing more is written about them', async () => {
    const undo = executeWith(
      acme.runtime,
      { workspace: acme.workspace, actor: acme.admin, source: 'user' },
      undoCause('act_erase'),
    );
    await expect(undo).rejects.toThrow('can no longer be undone');
    const update = acme.run('contact.update', { id: contact, input: { name: 'Grace again' } });
    await expect(update).rejects.toThrow('was erased');
    const again = await acme.run('contact.erase', { id: contact });
    expect(again['name']).toBe('Erased contact');
  });

  it('a person leaves the workspace with it, and the last admin cannot', async () => {
    const eve = await acme.addPerson('Eve', 'contributor');
    const { name, archivedAt } = await acme.run('person.erase', { id: eve.person ?? '' });
    expect([name, typeof archivedAt]).toEqual(['Erased person', 'string']);
    await expect(acme.run('person.erase', { id: acme.admin.person ?? '' })).rejects.toThrow('last admin');
  });

  it('empties kept answers, and keeps nobody from undoing the act that made them', async () => {
    const ask = { input: { name: 'Alan Turing' }, idempotencyKey: 'alan', cause: 'act_people' };
    const alan = textOf((await acme.run('contact.create', ask))['id']);
    const joan = await acme.run('contact.create', { input: { name: 'Joan Clarke' }, cause: 'act_people' });
    const bulk = bulkUpdate('contact', {
      ids: [alan],
      verb: 'update',
      values: { role: 'Turing of Bletchley' },
    });
    const asking = { workspace: acme.workspace, actor: acme.admin, source: 'user' } as const;
    await executeWith(acme.runtime, { ...asking, idempotencyKey: 'bulk' }, bulk);
    await acme.run('contact.erase', { id: alan });
    const { rows } = await acme.runtime.database.query<{ result: Json }>(
      `select response -> 'result' as result from idempotency where workspace_id = $1 order by key`,
      [acme.workspace],
    );
    expect(rows.map(({ result }) => result)).toEqual([{ id: alan }, { items: [{ id: alan }] }]);
    expect((await acme.run('contact.create', ask))['id']).toBe(alan);
    await executeWith(acme.runtime, asking, undoCause('act_people'));
    const { rows: live } = await acme.runtime.database.query(
      'select id from contact where id = any($1) and archived_at is null',
      [[alan, textOf(joan['id'])]],
    );
    expect(live).toEqual([{ id: alan }]);
  });

  it('of a person, forgets the address of their invitations, and closes those', async () => {
    const email = 'hedy@example.com';
    const invite = () => acme.run('invitation.create', { input: { role: 'viewer', email } });
    const [first, second] = [await invite(), await invite()];
    const join = (secret: Json | undefined) =>
      executeWith(
        acme.runtime,
        {
          workspace: acme.workspace,
          actor: SYSTEM,
          source: 'user',
          input: { secret: textOf(secret), name: 'Hedy', email, account: 'hedy' },
        },
        acceptInvitation,
      );
    const { result } = await join(first['secret']);
    await acme.run('person.erase', { id: textOf(result['person']) });
    const { rows } = await acme.runtime.database.query<{ text: string }>(
      `select row_to_json(t)::text as text from invitation t where workspace_id = $1
       union all select before::text || after::text from change where workspace_id = $1 and entity = 'invitation'`,
      [acme.workspace],
    );
    expect(rows.filter(({ text }) => text?.includes(email))).toEqual([]);
    await expect(join(second['secret'])).rejects.toThrow('no longer valid');
    const { database, model } = acme.runtime;
    expect((await verifyWorkspace(database, model, acme.workspace)).discrepancies).toEqual([]);
  });
});
