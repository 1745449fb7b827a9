import { textOf, type Json } from '@throughline/base';
import { stateFromMarkdown } from '@throughline/document';
import { describeDatabases } from '@throughline/db/testing';
import { beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../access/actor.ts';
import { updateDocument } from '../document/update-document.ts';
import { executeWith } from '../execute.ts';
import { readDocument } from '../reads/read-document.ts';
import { readRecord } from '../reads/read-record.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { undoCause } from './undo-cause.ts';

describeDatabases('undo', (test) => {
  let acme: TestWorkspace;
  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
  });
  const make = async (entity: string, input: Json, cause?: string): Promise<string> =>
    textOf((await acme.run(`${entity}.create`, { input, ...(cause ? { cause } : {}) }))['id']);
  const undo = async (cause: string, actor: Actor = acme.admin): Promise<string> =>
    (await executeWith(acme.runtime, { workspace: acme.workspace, actor, source: 'user' }, undoCause(cause)))
      .cause;
  const readIdea = (id: string) =>
    readRecord(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: acme.runtime.model.entity('idea'),
      id,
    });

  it('takes back no more than a token may: what it cannot revoke or delete stays', async () => {
    const view = await make('view', { space: 'PROD', entity: 'idea', name: 'Shown', layout: 'list' });
    const share = await make('share', { view, columns: ['title'] }, 'act_share');
    const token = await make('token', { name: 'Other' }, 'act_token');
    const reader: Actor = { kind: 'token', person: acme.admin.person, scopes: ['*:read'] };
    for (const cause of ['act_share', 'act_token'])
      await expect(undo(cause, reader)).rejects.toMatchObject({ code: 'forbidden' });
    const { rows } = await acme.runtime.database.query(
      'select id from share where workspace_id = $1 union select id from token where workspace_id = $1 order by 1',
      [acme.workspace],
    );
    expect(rows).toEqual([{ id: share }, { id: token }]);
  });

  it('takes back one’s own part of an act that somebody else added to', async () => {
    const idea = await make('idea', { space: 'PROD', title: 'before' });
    await acme.run('idea.update', { id: idea, input: { title: 'after' }, cause: 'act_mixed' });
    const eve = await acme.addPerson('Eve', 'contributor');
    const input = { space: 'PROD', title: 'Eve’s' };
    const hers = await acme.run('idea.create', { input, cause: 'act_mixed', actor: eve });
    await undo('act_mixed');
    expect((await readIdea(idea))['title']).toBe('before');
    expect((await readIdea(textOf(hers['id'])))['archivedAt']).toBeUndefined();
  });

  it('edits a document back that people have open, and back again', async () => {
    const idea = await make('idea', { space: 'PROD', title: 'Written', description: 'One' });
    const place = { record: idea, field: 'description' };
    const asking = { workspace: acme.workspace, actor: acme.admin, ...place };
    const open = async (): Promise<string> => {
      const document = new Y.Doc();
      Y.applyUpdate(document, (await readDocument(acme.runtime, asking)).state);
      return document.getXmlFragment('default').toJSON();
    };
    const update = stateFromMarkdown(acme.runtime.documents(), 'Two');
    await executeWith(
      acme.runtime,
      { workspace: acme.workspace, actor: acme.admin, source: 'user' },
      updateDocument({ ...place, update }),
    );
    const before = [(await readIdea(idea))['description'], await open()];
    await acme.run('idea.update', { id: idea, input: { description: 'Three' }, cause: 'act_document' });
    const changed = [(await readIdea(idea))['description'], await open()];
    const cause = await undo('act_document');
    expect([(await readIdea(idea))['description'], await open()]).toEqual(before);
    await undo(cause);
    expect([(await readIdea(idea))['description'], await open()]).toEqual(changed);
  });

  it('refuses to take back what somebody has written over since', async () => {
    const idea = await make('idea', { space: 'PROD', title: 'Written', description: 'One' });
    await acme.run('idea.update', { id: idea, input: { description: 'Two' }, cause: 'act_over' });
    await acme.run('idea.update', { id: idea, input: { description: 'Three' } });
    await expect(undo('act_over')).rejects.toMatchObject({
      code: 'cannot_undo',
      body: { details: { fields: { description: { base: 'Two', yours: 'One', theirs: 'Three' } } } },
    });
  });
});
