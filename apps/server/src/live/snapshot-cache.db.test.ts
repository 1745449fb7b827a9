import { brotliDecompressSync } from 'node:zlib';
import type { Snapshot } from '@throughline/contract';
import { textOf } from '@throughline/base';
import { readHead, type Database } from '@throughline/db';
import { describeDatabases } from '@throughline/db/testing';
import type { Actor } from '@throughline/operations';
import { buildWorkspace } from '@throughline/operations/testing';
import { expect, it } from 'vitest';
import { makeSnapshotCache } from './snapshot-cache.ts';

function open(packed: Buffer): Snapshot {
  return JSON.parse(brotliDecompressSync(packed).toString()) as Snapshot;
}

describeDatabases('packed snapshots', (test) => {
  it('are shared until rights or fields change, and never older than somebody knows', async () => {
    const { runtime, workspace, space, admin, run } = await buildWorkspace(test.database);
    const cache = makeSnapshotCache(runtime);
    const ask = { workspace, actor: admin, space };
    const first = await cache.read({ ...ask, atLeast: 0 });
    await run('idea.create', { input: { space, title: 'Later' } });
    expect(await cache.read({ ...ask, atLeast: 0 })).toBe(first);
    const head = await readHead(runtime.database, workspace);
    const newer = await cache.read({ ...ask, atLeast: head });
    expect(open(newer).seq).toBe(head);
    await run('field.create', { input: { entity: 'idea', name: 'Reach', type: 'number' } });
    expect(await cache.read({ ...ask, atLeast: 0 })).not.toBe(newer);
  });

  it('are renewed once nothing is written any more, for those who still may see them', async () => {
    const { runtime, workspace, space, admin, run } = await buildWorkspace(test.database);
    let time = 0;
    const cache = makeSnapshotCache(runtime, () => time);
    const ask = { workspace, actor: admin, space, atLeast: 0 };
    const first = await cache.read(ask);
    await run('field.create', { input: { entity: 'idea', name: 'Reach', type: 'number' } });
    await cache.renew();
    await cache.renew();
    const head = await readHead(runtime.database, workspace);
    const renewed = await cache.read(ask);
    expect([renewed === first, open(renewed).seq]).toEqual([false, head]);
    // It was there before he asked: asking again makes no other.
    expect(await cache.read(ask)).toBe(renewed);
    await run('field.create', { input: { entity: 'idea', name: 'Effort', type: 'number' } });
    time = 2 * 3_600_000;
    await cache.renew();
    await cache.renew();
    await run('idea.create', { input: { space, title: 'After' } });
    expect(open(await cache.read(ask)).seq).toBe(await readHead(runtime.database, workspace));
  });

  it('are of those alone who may see the same, also where that changes while they are packed', async () => {
    const { runtime, workspace, space, run, addPerson } = await buildWorkspace(test.database);
    const [grace, alan, mary] = [
      await addPerson('Grace', 'contributor'),
      await addPerson('Alan', 'contributor'),
      await addPerson('Mary', 'contributor'),
    ];
    const input = { space, name: 'Plans', entity: 'idea', access: 'restricted' };
    const id = textOf((await run('view.create', { actor: grace, input }))['id']);
    let between = async (): Promise<unknown> =>
      run('view.update', { actor: grace, id, input: { readers: [alan.person] } });
    const database: Database = {
      ...runtime.database,
      transaction: async (work, options) => {
        const next = between;
        between = async () => undefined;
        await next();
        return runtime.database.transaction(work, options);
      },
    };
    const cache = makeSnapshotCache({ ...runtime, database });
    const sees = async (actor: Actor): Promise<boolean> =>
      JSON.stringify(open(await cache.read({ workspace, actor, space, atLeast: 0 }))).includes('"Plans"');
    expect([await sees(alan), await sees(mary), await sees(alan)]).toEqual([true, false, true]);
  });
});
