import { brotliDecompressSync } from 'node:zlib';
import type { Snapshot } from '@throughline/contract';
import { readHead } from '@throughline/db';
import { describeDatabases } from '@throughline/db/testing';
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
});
