import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describeDatabases } from '@throughline/db/testing';
import { listWorkspaces, verifyWorkspace } from '@throughline/operations';
import { MODEL } from '@throughline/model';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDirectoryBlobStore } from '../blobs/directory-blob-store.ts';
import { makeS3BlobStore } from '../blobs/s3-blob-store.ts';
import { KEYS, startObjectStore } from '../testing/object-store.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { readBackup } from './read-backup.ts';
import { writeBackup } from './write-backup.ts';

describeDatabases('a backup', (test) => {
  let acme: TestServer;
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'throughline-backup-'));
    acme = await startTestServer(await test.openFresh());
  });
  afterAll(async () => {
    await acme.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('holds records and files, and goes into an empty database and another blob store', async () => {
    const { body: idea } = await acme.call('POST', '/ideas', { body: { space: 'PROD', title: 'Kept' } });
    const attached = await acme.call('POST', `/attachments/upload?record=${idea['id']}&name=plan.txt`, {
      body: Buffer.from('The plan'),
      headers: { 'content-type': 'text/plain' },
    });
    expect(attached.status).toBe(201);
    const { database } = acme.server.runtime;
    const file = join(directory, 'backup.tgz');
    const blobs = makeDirectoryBlobStore(join(acme.directory, 'blobs'));
    expect((await writeBackup(database, { file, blobs })).files).toBe(1);

    const objects = await startObjectStore();
    const bucket = makeS3BlobStore({ ...KEYS, url: objects.url, spool: join(directory, 'spool') });
    const target = await test.openFresh();
    expect((await readBackup(target, { file, blobs: bucket })).files).toBe(1);
    const { rows } = await target.query<{ hash: string }>('select hash from attachment');
    expect((await buffer(await bucket.read(rows[0]?.hash ?? ''))).toString()).toBe('The plan');
    const [workspace = ''] = await listWorkspaces(target);
    expect((await verifyWorkspace(target, MODEL, workspace)).discrepancies).toEqual([]);
    await expect(readBackup(target, { file, blobs: bucket })).rejects.toThrow('There is data here already');
    await target.close();
    await objects.close();
  });

  it('that is none is refused with what is wrong, and leaves the database empty', async () => {
    const blobs = makeDirectoryBlobStore(join(directory, 'restored'));
    const target = await test.openFresh();
    const archives: readonly (readonly [name: string, bytes: Buffer])[] = [
      ['no archive', Buffer.from('hello')],
      ['no tar', gzipSync('hello')],
      ['no rows', await packed('tables/public.idea.jsonl', 'not json\n')],
      ['foreign rows', await packed('tables/public.idea.jsonl', '{"workspace_id":"x"}\n')],
      ['no manifest', await packed('manifest.json', '{')],
      ['half a manifest', await packed('manifest.json', '{"format":"throughline-backup-1","rows":0}')],
      ['a file of another name', await packed('blobs/../../x', 'x')],
    ];
    for (const [name, bytes] of archives) {
      const file = join(directory, name);
      await writeFile(file, bytes);
      await expect(readBackup(target, { file, blobs })).rejects.toThrow('not a whole backup');
    }
    await expect(readBackup(target, { file: join(directory, 'nothing'), blobs })).rejects.toThrow(
      'cannot be read',
    );
    expect(await listWorkspaces(target)).toEqual([]);
    await target.close();
  });

  it('that cannot be written says why, leaves nothing behind, and leaves the server running', async () => {
    const { database } = acme.server.runtime;
    const blobs = makeDirectoryBlobStore(join(acme.directory, 'blobs'));
    const unhandled: unknown[] = [];
    const note = (error: unknown): void => void unhandled.push(error);
    process.on('unhandledRejection', note);
    const full = join(directory, 'full.tgz');
    await symlink('/dev/full', `${full}.unfinished`);
    const nowhere = join(directory, 'nowhere', 'backup.tgz');
    await expect(writeBackup(database, { file: nowhere, blobs })).rejects.toThrow('cannot be written to');
    await expect(writeBackup(database, { file: full, blobs })).rejects.toMatchObject({
      code: 'storage_full',
    });
    process.off('unhandledRejection', note);
    expect([unhandled, (await readdir(directory)).filter((name) => name.startsWith('full'))]).toEqual([
      [],
      [],
    ]);
  });
});

async function packed(name: string, text: string): Promise<Buffer> {
  const archive = pack();
  archive.entry({ name }, text);
  archive.finalize();
  return gzipSync(await buffer(archive));
}
