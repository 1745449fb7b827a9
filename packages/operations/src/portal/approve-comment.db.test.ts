import { textOf, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { executeWith } from '../execute.ts';
import { createPrepared } from '../records/create-record.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { undoCause } from '../undo/undo-cause.ts';

describeDatabases('comments on a portal', (test) => {
  let acme: TestWorkspace;
  let post: string;
  let eva: Actor;
  let vera: Actor;
  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
    eva = await acme.addPerson('Eva', 'contributor');
    await make('membership', { person: eva.person, in: acme.space, role: 'editor' });
    vera = await acme.addPerson('Vera', 'contributor');
    const portal = await make('portal', { space: 'PROD', name: 'Wishes', slug: 'wishes' });
    post = await make('feedback', { space: 'PROD', title: 'Dark mode', portal, publicity: 'public' });
  });
  async function make(entity: string, input: JsonObject, actor = acme.admin): Promise<string> {
    return textOf((await acme.run(`${entity}.create`, { input, actor }))['id']);
  }
  /** As a stranger at the portal leaves it. */
  async function leaveWords(): Promise<string> {
    const visitor = { space: acme.space, contact: null };
    const actor: Actor = { kind: 'anonymous', person: null, visitor };
    const { result } = await executeWith(
      acme.runtime,
      { workspace: acme.workspace, actor, source: 'portal' },
      async (work) => {
        const values = { record: post, space: acme.space, body: 'Please', publicity: 'waiting' };
        return { id: (await createPrepared(work, work.entity('comment'), { values })).id };
      },
    );
    return textOf(result['id']);
  }

  it('are let through or kept back by editors, whoever wrote them, and by nobody below', async () => {
    const id = await leaveWords();
    await expect(acme.run('comment.approve', { id, actor: vera })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await acme.run('comment.approve', { id, actor: eva }))['publicity']).toBe('public');
    expect((await acme.run('comment.skip', { id, actor: eva }))['publicity']).toBe('refused');
  });

  it('wait again when letting them through is taken back', async () => {
    const id = await leaveWords();
    await acme.run('comment.approve', { id, cause: 'act_let_through' });
    const request = { workspace: acme.workspace, actor: acme.admin, source: 'user' } as const;
    await executeWith(acme.runtime, request, undoCause('act_let_through'));
    const { rows } = await test.database.query('select publicity from comment where id = $1', [id]);
    expect(rows).toEqual([{ publicity: 'waiting' }]);
  });

  it('are written by editors alone, and only where there is a portal', async () => {
    const words = { record: post, body: 'It is there', publicity: 'public' };
    await expect(make('comment', words, vera)).rejects.toMatchObject({ code: 'forbidden' });
    const id = await make('comment', words, eva);
    expect((await acme.run('comment.skip', { id, actor: eva }))['publicity']).toBe('refused');
    const idea = await make('idea', { space: 'PROD', title: 'Dark' });
    await expect(make('comment', { ...words, record: idea }, eva)).rejects.toMatchObject({
      code: 'invalid_value',
      body: { details: { field: 'publicity' } },
    });
  });

  it('are not made of what people said among themselves', async () => {
    const id = await make('comment', { record: post, body: 'Between us' }, vera);
    await expect(acme.run('comment.approve', { id })).rejects.toMatchObject({ code: 'not_possible' });
    const update = { id, input: { publicity: 'public' }, actor: vera };
    await expect(acme.run('comment.update', update)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
