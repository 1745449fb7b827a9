import { textOf, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { executeWith } from '../execute.ts';
import { forgetAnswers } from '../forget-answers.ts';
import { listRecords } from '../reads/list-records.ts';
import { readRecord } from '../reads/read-record.ts';
import { readShared } from '../testing/read-shared.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { undoCause } from '../undo/undo-cause.ts';
import type { Actor } from './actor.ts';

describeDatabases('rights', (test) => {
  let acme: TestWorkspace;
  let bob: Actor;
  let closed: string;
  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
    bob = await acme.addPerson('Bob', 'contributor');
    closed = textOf(
      (await acme.run('space.create', { input: { key: 'HIDE', name: 'Hidden', access: 'private' } }))['id'],
    );
  });

  const list = (entity: string, actor: Actor, options: { filter?: string } = {}) =>
    listRecords(acme.runtime, {
      workspace: acme.workspace,
      actor,
      entity: acme.runtime.model.entity(entity),
      ...options,
    });
  const by = (actor: Actor, input: JsonObject) => ({ actor, input });
  const idOf = async (operation: string, input: JsonObject, actor = acme.admin) =>
    textOf((await acme.run(operation, by(actor, input)))['id']);
  const undo = (cause: string, actor: Actor) =>
    executeWith(acme.runtime, { workspace: acme.workspace, actor, source: 'user' }, undoCause(cause));

  it('do not grow by editing what decides them', async () => {
    const lead = await acme.addPerson('Lead', 'contributor');
    const membership = await idOf('membership.create', {
      person: lead.person,
      in: acme.space,
      role: 'admin',
    });
    await expect(
      acme.run('membership.update', { id: membership, ...by(lead, { in: null }) }),
    ).rejects.toMatchObject({
      body: { details: { field: 'in', code: 'fixed' } },
    });
    const idea = await idOf('idea.create', { space: 'PROD', title: 'Mine' }, bob);
    const limited = await acme.run('space.create', {
      input: { key: 'READ', name: 'Read', access: 'limited' },
    });
    await expect(
      acme.run('idea.update', { id: idea, ...by(bob, { space: textOf(limited['id']) }) }),
    ).rejects.toMatchObject({ body: { details: { field: 'space', code: 'fixed' } } });
    const other = await idOf('idea.create', { space: 'PROD', title: 'Other' });
    const comment = await idOf('comment.create', { record: idea, body: 'Hello' }, bob);
    await expect(
      acme.run('comment.update', { id: comment, ...by(bob, { record: other }) }),
    ).rejects.toMatchObject({ body: { details: { field: 'record', code: 'fixed' } } });
    await expect(
      acme.run('comment.create', by(bob, { record: idea, body: 'x', author: 'The boss' })),
    ).rejects.toMatchObject({ body: { details: { field: 'author', code: 'read_only' } } });
    expect(
      await acme.run('idea.update', { id: idea, ...by(bob, { space: acme.space, title: 'Still' }) }),
    ).toMatchObject({
      title: 'Still',
    });
  });

  it('hide invitations from who does not make them, and lists from tokens without their scope', async () => {
    await acme.run('invitation.create', { input: { role: 'editor', email: 'new@example.com' } });
    expect((await list('invitation', bob)).items).toEqual([]);
    expect((await list('invitation', acme.admin)).items).toHaveLength(1);
    const token: Actor = { kind: 'token', person: acme.admin.person, scopes: ['idea:read'] };
    await expect(list('contact', token)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(list('field', token)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('tell nothing by filters: names of private spaces and hidden fields are unknown', async () => {
    await expect(list('idea', bob, { filter: 'space = "Hidden"' })).rejects.toMatchObject({
      code: 'invalid_expression',
    });
    await expect(list('token', bob, { filter: 'secretHash contains "a"' })).rejects.toMatchObject({
      code: 'invalid_expression',
    });
  });

  it('leave a workspace with an admin, however the last one is taken away', async () => {
    const { person } = acme.admin;
    await expect(acme.run('membership.create', { input: { person, role: 'viewer' } })).rejects.toMatchObject({
      code: 'not_possible',
    });
    await expect(acme.run('person.archive', { id: person ?? '' })).rejects.toMatchObject({
      code: 'not_possible',
    });
  });

  it('let a link show one space and nothing of the workspace or of other spaces', async () => {
    const people = await idOf('view.create', { space: 'PROD', name: 'Tokens', entity: 'token' });
    await expect(
      acme.run('share.create', { input: { view: people, columns: ['name'] } }),
    ).rejects.toMatchObject({
      code: 'not_possible',
    });
    const secretIdea = await idOf('idea.create', { space: closed, title: 'Unheard of' });
    const here = await idOf('idea.create', { space: 'PROD', title: 'Heard of' });
    await acme.run('relation.create', { input: { from: here, to: secretIdea, type: 'relates' } });
    const view = await idOf('view.create', { space: 'PROD', name: 'Links', entity: 'relation' });
    const share = await acme.run('share.create', { input: { view, columns: ['to', 'from'] } });
    const shown = await readShared(acme.runtime, textOf(share['secret']));
    expect(Object.values(shown.titles)).toEqual(['Heard of']);
  });

  it('do not let a reader of a space mark its feedback as handled', async () => {
    const quiet = await acme.run('space.create', {
      input: { key: 'QUIET', name: 'Quiet', access: 'limited' },
    });
    const feedback = await idOf('feedback.create', { space: textOf(quiet['id']), title: 'Slow' });
    const idea = await idOf('idea.create', { space: 'PROD', title: 'Fast' });
    await acme.run('insight.create', by(bob, { idea, feedback }));
    const entity = acme.runtime.model.entity('feedback');
    const read = () =>
      readRecord(acme.runtime, { workspace: acme.workspace, actor: acme.admin, entity, id: feedback });
    expect((await read())['state']).toBe('new');
    await acme.run('insight.create', { input: { idea, feedback } });
    expect((await read())['state']).toBe('linked');
  });

  it('bring all that hangs on a moved idea along, and its keys lead to it also after undo', async () => {
    const idea = await acme.run('idea.create', { input: { space: 'PROD', title: 'Traveller' } });
    const comment = await idOf('comment.create', { record: textOf(idea['id']), body: 'Hm' }, bob);
    const reaction = await idOf('reaction.create', { record: comment, emoji: '👍' }, bob);
    const moved = await acme.run('idea.move', {
      id: textOf(idea['id']),
      input: { space: closed },
      cause: 'act_00000000000000000000000001',
    });
    await expect(
      readRecord(acme.runtime, {
        workspace: acme.workspace,
        actor: bob,
        entity: acme.runtime.model.entity('reaction'),
        id: reaction,
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await undo('act_00000000000000000000000001', acme.admin);
    const entity = acme.runtime.model.entity('idea');
    for (const key of [idea['key'], moved['key']]) {
      const read = await readRecord(acme.runtime, {
        workspace: acme.workspace,
        actor: bob,
        entity,
        id: textOf(key),
      });
      expect([read['id'], read['key'], read['space']]).toEqual([idea['id'], idea['key'], acme.space]);
    }
  });

  it('let an editor take back a merge that moved the votes and comments of others', async () => {
    const eve = await acme.addPerson('Eve', 'editor');
    await acme.run('membership.create', { input: { person: eve.person, in: acme.space, role: 'editor' } });
    const [into, from] = [
      await idOf('idea.create', { space: 'PROD', title: 'Into' }),
      await idOf('idea.create', { space: 'PROD', title: 'From' }),
    ];
    const comment = await idOf('comment.create', { record: from, body: 'Mine' }, bob);
    for (const record of [into, from]) await acme.run('vote.create', by(bob, { record, weight: 2 }));
    const cause = 'act_00000000000000000000000002';
    await acme.run('idea.merge', { id: into, ...by(eve, { from: [from] }), cause });
    await expect(undo(cause, bob)).rejects.toMatchObject({ code: 'forbidden' });
    await undo(cause, eve);
    const read = await readRecord(acme.runtime, {
      workspace: acme.workspace,
      actor: bob,
      entity: acme.runtime.model.entity('comment'),
      id: comment,
    });
    expect(read['record']).toBe(from);
  });

  it('keep no secret for a repeat, and remember that nothing was to do', async () => {
    const first = await acme.run('token.create', { input: { name: 'CI' }, idempotencyKey: 'token-once' });
    const again = await acme.run('token.create', { input: { name: 'CI' }, idempotencyKey: 'token-once' });
    expect([again['id'], again['secret']]).toEqual([first['id'], undefined]);
    const idea = await idOf('idea.create', { space: 'PROD', title: 'Same' });
    const rename = { id: idea, input: { title: 'Same' }, idempotencyKey: 'rename-once' };
    await acme.run('idea.update', rename);
    await acme.run('idea.update', { id: idea, input: { title: 'Other' } });
    await acme.run('idea.update', rename);
    const entity = acme.runtime.model.entity('idea');
    const read = await readRecord(acme.runtime, { workspace: acme.workspace, actor: bob, entity, id: idea });
    expect(read['title']).toBe('Other');
  });

  it('forget the answers to old idempotency keys, and only those', async () => {
    const input = { space: 'PROD', title: 'Once' };
    for (const idempotencyKey of ['old', 'young']) await acme.run('idea.create', { input, idempotencyKey });
    await test.database.query(
      `update idempotency set created_at = now() - make_interval(days => 8) where key = 'old'`,
    );
    await forgetAnswers(test.database, new Date().toISOString());
    const { rows } = await test.database.query<{ key: string }>(
      `select key from idempotency where key in ('old', 'young')`,
    );
    expect(rows).toEqual([{ key: 'young' }]);
  });

  it('a workspace keeps a zone and a currency that exist', async () => {
    for (const input of [{ zone: 'Mars/Base' }, { currency: 'euro' }])
      await expect(acme.run('workspace.update', { id: acme.workspace, input })).rejects.toMatchObject({
        code: 'invalid_value',
      });
  });
});
