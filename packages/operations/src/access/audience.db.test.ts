import { textOf, type JsonObject } from '@throughline/base';
import type { Snapshot } from '@throughline/contract';
import { describeDatabases } from '@throughline/db/testing';
import { MODEL, type Audience } from '@throughline/model';
import { expect, it } from 'vitest';
import { readNames } from '../export/read-names.ts';
import { listRecords } from '../reads/list-records.ts';
import { readRecord } from '../reads/read-record.ts';
import { readSnapshot } from '../reads/read-snapshot.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import type { Actor } from './actor.ts';

const entity = MODEL.entity('view');

/** A view of Grace in PROD, and what an actor gets of it by each way to read and write. */
async function buildView(database: Parameters<typeof buildWorkspace>[0], audience: Partial<Audience>) {
  const acme = await buildWorkspace(database);
  const [grace, alan] = [await acme.addPerson('Grace', 'editor'), await acme.addPerson('Alan', 'editor')];
  for (const { person } of [grace, alan])
    await acme.run('membership.create', { input: { person, in: acme.space, role: 'editor' } });
  const input = { space: acme.space, name: 'Plans', entity: 'idea', ...audience } as JsonObject;
  const id = textOf((await acme.run('view.create', { actor: grace, input }))['id']);
  return { acme, grace, alan, tell: (actor: Actor) => tellAccess(acme, actor, id), id };
}

async function tellAccess(acme: TestWorkspace, actor: Actor, id: string): Promise<readonly boolean[]> {
  const { runtime, workspace, space, run } = acme;
  const request = { workspace, actor, entity };
  const isDone = (work: Promise<unknown>) =>
    work.then(
      () => true,
      () => false,
    );
  const listed = (await listRecords(runtime, { ...request, filter: 'name = "Plans"' })).items.length === 1;
  const pieces = await readSnapshot(runtime, { workspace, actor, space });
  const snapshot = JSON.parse(pieces.join('')) as Snapshot;
  const held = snapshot.tables.some((table) => table.entity === 'view' && table.ids.includes(id));
  const read = await isDone(readRecord(runtime, { ...request, id }));
  const changed = await isDone(run('view.update', { actor, id, input: { about: 'Changed' } }));
  return [listed, held, read, changed];
}

describeDatabases('a view', (test) => {
  const [all, seen, none] = [
    [true, true, true, true],
    [true, true, true, false],
    [false, false, false, false],
  ];

  it('that is open is for everybody in its space', async () => {
    const { grace, alan, acme, tell } = await buildView(test.database, { access: 'open' });
    expect([await tell(grace), await tell(alan), await tell(acme.admin)]).toEqual([all, all, all]);
  });

  it('that is limited is seen by all and changed by its owner, its editors and admins', async () => {
    const { grace, alan, acme, tell, id } = await buildView(test.database, { access: 'limited' });
    expect([await tell(grace), await tell(alan), await tell(acme.admin)]).toEqual([all, seen, all]);
    await acme.run('view.update', { actor: grace, id, input: { editors: [alan.person] } });
    expect(await tell(alan)).toEqual(all);
  });

  it('that is restricted does not exist for others', async () => {
    const { grace, alan, acme, tell, id } = await buildView(test.database, { access: 'restricted' });
    expect([await tell(grace), await tell(alan), await tell(acme.admin)]).toEqual([all, none, all]);
    await acme.run('view.update', { actor: grace, id, input: { readers: [alan.person] } });
    expect(await tell(alan)).toEqual(seen);
  });

  it('does not give more than the role does', async () => {
    const { acme, tell, id } = await buildView(test.database, { access: 'limited' });
    const reader = await acme.addPerson('Mary', 'viewer');
    await acme.run('view.update', { id, input: { editors: [reader.person] } });
    expect(await tell(reader)).toEqual(seen);
  });

  it('that is restricted takes what is said of it along', async () => {
    const { grace, alan, acme, id } = await buildView(test.database, { access: 'restricted' });
    const { runtime, workspace, space, run } = acme;
    const said = await run('comment.create', { actor: grace, input: { record: id, body: 'Between us' } });
    const reaction = { record: textOf(said['id']), emoji: '🤫' };
    const felt = await run('reaction.create', { actor: grace, input: reaction });
    const comment = MODEL.entity('comment');
    const tell = async (actor: Actor) => {
      const request = { workspace, actor, entity: comment };
      const { items } = await listRecords(runtime, request);
      const asked = { ...request, entity: MODEL.entity('reaction') };
      const reactions = (await listRecords(runtime, asked)).items;
      const isFelt = await readRecord(runtime, { ...asked, id: textOf(felt['id']) }).then(
        () => true,
        () => false,
      );
      const pieces = await readSnapshot(runtime, { workspace, actor, space });
      const read = readRecord(runtime, { ...request, id: textOf(said['id']) });
      const isRead = await read.then(
        () => true,
        () => false,
      );
      const snapshot = pieces.join('');
      const held = [snapshot.includes('Between us'), snapshot.includes('🤫')];
      return [items.length, ...held, isRead, reactions.length, isFelt];
    };
    expect([await tell(grace), await tell(acme.admin), await tell(alan)]).toEqual([
      [1, true, true, true, 1, true],
      [1, true, true, true, 1, true],
      [0, false, false, false, 0, false],
    ]);
    const answer = run('comment.create', { actor: alan, input: { record: id, body: 'Me too' } });
    await expect(answer).rejects.toThrow('there is no record');
    const echoed = run('reaction.create', { actor: alan, input: { ...reaction, emoji: '👀' } });
    await expect(echoed).rejects.toThrow('there is no record');
    const ids = new Set([textOf(said['id']), textOf(felt['id'])]);
    const named = async (actor: Actor) => (await readNames(runtime, { workspace, actor }, ids)).size;
    expect([await named(grace), await named(alan)]).toEqual([2, 0]);
    await run('view.update', { actor: grace, id, input: { readers: [alan.person] } });
    expect(await tell(alan)).toEqual([1, true, true, true, 1, true]);
  });
});
